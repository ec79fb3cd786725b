import Records
import Reports
import Testing

@Suite struct ValueTextTests {
  @Test(arguments: [
    (PartialDate(year: 1980, month: 4, day: 3), "03.04.1980", "1980-04-03"),
    (PartialDate(month: 4, day: 3), "03.04.", "--04-03"),
    (PartialDate(year: 1980, month: 4), "04.1980", "1980-04"),
    (PartialDate(year: 1980), "1980", "1980"),
  ])
  func dateIsWrittenAsTheLanguageDoes(date: PartialDate, german: String, english: String) {
    #expect(date.text(in: .german) == german)
    #expect(date.text(in: .english) == english)
  }

  @Test func consentIsToldInWords() {
    let consent = Consent(
      channel: .email, address: "a@b.example", state: .denied, date: "2023-02-11",
      evidence: "abgemeldet")
    #expect(consent.text(in: .german) == "E-Mail a@b.example abgelehnt, 2023-02-11, abgemeldet")
  }

  @Test func aRecordIsCalledByItsNameOrElseItsFirm() {
    var record = SampleCluster.organization(50, "Müller GmbH", place: "Dresden")
    #expect(record.shownName == "Müller GmbH")
    record.kind = .person
    #expect(record.shownName == "Müller GmbH")
    record.values = []
    #expect(record.shownName == "")
  }
}
