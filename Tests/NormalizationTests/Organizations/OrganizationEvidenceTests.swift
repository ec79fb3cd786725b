internal import Testing

@testable import Normalization

@Suite struct OrganizationEvidenceTests {
  @Test(arguments: [
    "Müller GmbH", "Huber & Söhne", "Firma Huber", "Fa. Huber", "Bäckerei Huber",
    "Kältetechnik Nord", "Landratsamt Ulm", "Praxis Dr. Huber",
    "Huber Formenbau", "Sparkasse München",
  ])
  func strong(text: String) { #expect(OrganizationEvidence(in: text) == .strong) }

  @Test(arguments: ["Fischer & Sommer", "K&H", "Radio 7"])
  func weak(text: String) { #expect(OrganizationEvidence(in: text) == .weak) }

  @Test(arguments: [
    "Hans Müller", "Eva Bauer", "Der, Ali", "Stelle, Eva", "von der Heide", "Hans A. Meier",
    "Anna Maria Das", "Dipl.-Ing. (FH) Huber", "Schuster", "Karl von und zu Stein", "",
  ])
  func none(text: String) { #expect(OrganizationEvidence(in: text) == OrganizationEvidence.none) }

  @Test func departments() {
    #expect(DepartmentWords.contains("Einkauf") && DepartmentWords.contains("Abt. Buchhaltung"))
    #expect(!DepartmentWords.contains("Hans Müller"))
  }
}
