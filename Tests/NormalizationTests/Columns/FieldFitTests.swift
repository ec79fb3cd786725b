import Records
import Testing

@testable import Normalization

@Suite struct FieldFitTests {
  /// A number is what begins with "0" or "+"; mobile what begins with "01".
  private struct Judge: PhoneJudge {
    func judge(_ text: String, region: String, expecting: PhoneNumber.Kind) -> PhoneNumber? {
      let digits = text.filter(\.isNumber)
      guard digits.hasPrefix("0") || text.hasPrefix("+") else { return nil }
      let kind: PhoneNumber.Kind = digits.hasPrefix("01") ? .mobile : .landline
      return PhoneNumber(number: digits, kind: kind, isValid: digits.count > 6)
    }
  }
  private let fit = FieldFit(phones: Judge(), country: "DE")

  @Test(arguments: [
    (Field.email, "a@beispielhaus.de", true), (.email, "0711 123456", false),
    (.website, "www.beispielhaus.de", true), (.website, "a@beispielhaus.de", false),
    (.website, "Hauptstr. 12", false), (.phone, "0711 123456", true), (.phone, "1234", false),
    (.phone, "2023-05-17", false), (.mobile, "0171 1234567", true),
    (.mobile, "0711 1234567", false), (.birthDate, "03.04.1980", true),
    (.birthDate, "70567", false), (.salutation, "Herr", true), (.salutation, "Meyer", false),
    (.title, "Dr. med.", true), (.title, "Chef", false), (.given, "Hans Peter", true),
    (.organization, "Trautmann GmbH & Co. KG", true), (.organization, "Trautmann", false),
    (.street, "Hauptstr. 12a", true), (.street, "Lindenweg", true), (.street, "Angebot", false),
    (.postalCode, "01067", true), (.postalCode, "D-70567", true), (.postalCode, "123", false),
    (.fullAddress, "Am Wald 32, 70567 Stuttgart", true), (.fullAddress, "Am Wald 32", false),
    (.country, "Deutschland", true), (.country, "Lindenweg", false), (.kind, "Firma", true),
    (.role, "Debitor", true), (.role, "Firma", false), (.consentState, "ja", true),
    (.consentState, "vielleicht", false), (.houseNumber, "12a", true),
  ])
  func aValueFitsAFieldOrNot(field: Field, text: String, fits: Bool) {
    #expect(fit.fits(text, field) == fits)
  }

  @Test func fieldsOfAnyTextSayNothing() {
    #expect(fit.fits("irgendetwas", .note) == nil)
    #expect(fit.fits("", .email) == nil)
  }

  @Test func odditiesAreSeen() {
    #expect(TextOddity.isPlaceholder("n/a"))
    #expect(!TextOddity.isPlaceholder("Meyer"))
    #expect(TextOddity.isGarbled("MÃ¼ller"))
    #expect(TextOddity.isExcelDamaged("4,91712E+11"))
    #expect(TextOddity.isExcelDamaged("#NAME?"))
    #expect(!TextOddity.isExcelDamaged("#1 Haus"))
  }

  @Test(arguments: [
    ("Newsletter", "email"), ("newsletter", "email"), ("Telefonwerbung", "phone"),
    ("Werbung E-Mail", "email"), ("Katalog", "post"), ("Werbung", nil), ("Werbemittel", nil),
    ("Werbung Post/E-Mail", nil), ("Werbung/@erlaubt", nil), ("Marketing", nil),
  ])
  func aNameSaysWhatConsentIsAbout(name: String, channel: String?) {
    #expect(FieldFit.consentChannel(inName: name) == channel)
  }
}
