import Records
import Testing

@testable import Survivorship

@Suite struct ValueKeyTests {
  @Test(arguments: [
    (email("Hans@Meyer.example"), email("hans@meyer.example")),
    (text(.website, "https://www.Meyer.example/"), text(.website, "meyer.example")),
    (phone("+4935112345", kind: .fax), phone("+4935112345", label: .work)),
    (name("Hans Peter", "Müller"), name("HANS", "MUELLER", middle: "Peter")),
    (organization("Müller & Söhne", "KG"), organization("Mueller & Soehne", "KG")),
    (
      address("Hauptstraße", "12 a", "01067", "Dresden"),
      address("HAUPTSTRASSE", "12A", "01067", "DRESDEN")
    ),
    (text(.iban, "DE89 3704"), text(.iban, "de893704")),
    (text(.role, "customer"), text(.role, "Customer")),
    (text(.note, "Messe"), text(.note, " messe ")),
    (consent(.email, .granted, "A@b.example"), consent(.email, .granted, "a@b.example")),
  ])
  func equalValuesHaveOneKey(left: FieldValue, right: FieldValue) {
    #expect(key(of: left) == key(of: right))
  }

  @Test(arguments: [
    (phone("+4935112345"), phone("+4935112345", extension: "23")),
    (text(.customerNumber, "1"), text(.customerNumber, "01")),
    (text(.note, "!"), text(.note, "?")), (name("", "–"), name("", "…")),
    (organization("Müller", "GmbH"), organization("Müller", "KG")),
    (
      consent(.email, .granted, "a@b.example"),
      consent(.email, .granted, "a@b.example", date: "2020")
    ),
  ])
  func differentValuesHaveDifferentKeys(left: FieldValue, right: FieldValue) {
    #expect(key(of: left) != key(of: right))
  }

  @Test func aNumberInAnotherNumberingIsAnother() {
    let one = FieldValue(.customerNumber, .text("1001"), name: "wawi", raw: "1001")
    let other = FieldValue(.customerNumber, .text("1001"), name: "shop", raw: "1001")
    #expect(key(of: one) != key(of: other))
  }
}
