import Formats
import Records
import Testing

@Suite struct FieldVocabularyTests {
  @Test(arguments: [
    ("Vorname", "given"), ("given_name", "given"), ("First Name", "given"), ("fname", "given"),
    ("Nachname", "family"), ("last_name", "family"), ("surname", "family"), ("Straße", "street"),
    ("STRASSE", "street"), ("address_1", "street"), ("house_no", "house_number"),
    ("street_number", "house_number"), ("PLZ", "postal_code"), ("postcode_fake", "postal_code"),
    ("suburb", "place"), ("Bundesland", "region"), ("dob", "birth_date"), ("Tel.", "phone"),
    ("E-Mail", "email"), ("Kunden-Nr.", "customer_number"), ("USt-IdNr.", "vat_id"),
    ("full_name", "full_name"), ("rec_id", "rec_id"), ("occupation", "position"),
    ("Telefon geschäftlich 2", "work.phone.2"), ("Telefon (privat)", "home.phone"),
    ("Straße privat 2", "home.address_addition"), ("Land/Region geschäftlich", "work.country"),
    ("E-mail 2 - Value", "email.2"), ("Address 2 - Postal Code", "postal_code.2"),
    ("Business Street", "work.street"), ("Home ZipCode", "home.postal_code"),
    ("Straße (Rechnungsadresse)", "billing.street"), ("liefer_plz", "delivery.postal_code"),
    ("Weiterer Ort", "other.place"), ("Fu\u{308}r", ""), ("Gro\u{308}\u{DF}e", ""),
    ("birth_place", ""), ("ssn", ""), ("Konto", ""), ("E-Mail: Angezeigter Name", ""), ("", ""),
    ("2023", ""), ("-", ""), ("privat", ""),
  ])
  func targetOfName(header: String, target: String) {
    #expect(FieldVocabulary.target(of: header)?.text ?? "" == target)
  }

  @Test func everyFieldNameMeansItself() {
    for field in Field.allCases {
      #expect(FieldVocabulary.target(of: field.rawValue) == FieldTarget(field))
    }
  }
}
