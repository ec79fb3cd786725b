internal import Testing

@testable import Normalization

@Suite struct OrganizationCaseTests {
  @Test(arguments: [
    ("MÜLLER BAU", "Müller Bau"), ("KFZ-TECHNIK MÜLLER", "KFZ-Technik Müller"), ("BMW", "BMW"),
    ("müller & söhne", "Müller & Söhne"),
    ("hb bau", "HB Bau"), ("HOTEL ZUR POST", "Hotel zur Post"), ("Müller BAU", "Müller BAU"),
    ("", ""),
    ("VERBAND FÜR TECHNIK", "Verband für Technik"), ("SEW-EURODRIVE", "SEW-Eurodrive"),
  ])
  func repairedName(text: String, right: String) {
    #expect(joined(OrganizationCase.repaired(words(of: text))) == right)
    #expect(joined(OrganizationCase.repaired(words(of: right))) == right)
  }
}
