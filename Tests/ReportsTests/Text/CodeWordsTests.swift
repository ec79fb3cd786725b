import Records
import Reports
import Testing

@Suite struct CodeWordsTests {
  @Test(arguments: [
    (Attribute.role, "customer", "Kunde"), (.status, "blocked", "gesperrt"),
    (.gender, "female", "weiblich"), (.role, "Stammtisch", "Stammtisch"),
    (.note, "customer", "customer"),
  ])
  func codesAreToldInWords(attribute: Attribute, code: String, word: String) {
    #expect(FieldValue(attribute, .text(code), raw: code).text(in: .german) == word)
  }
}
