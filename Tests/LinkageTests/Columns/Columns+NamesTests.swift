import Records
import Testing

@testable import Linkage

@Suite struct ColumnNamesTests {
  private func row(_ given: String, _ family: String, suffix: String = "") -> (Columns, Row) {
    let columns = Sample.columns([Sample.person("1", given, family, suffix: suffix)])
    return (columns, columns.rows[0])
  }

  @Test func titlesAndParticlesAreNoNames() {
    let (columns, row) = row("Dr. Hans", "von der Heide")
    #expect(String(decoding: columns.names.strings.value(of: row.given), as: UTF8.self) == "hans")
    #expect(String(decoding: columns.names.strings.value(of: row.family), as: UTF8.self) == "heide")
  }

  @Test func doubleNamesHaveParts() {
    let (columns, row) = row("Anna Lena", "Kraft-Raddatz")
    #expect(row.familyParts.0 != 0 && row.familyParts.1 != 0)
    #expect(
      String(decoding: columns.names.strings.value(of: row.given), as: UTF8.self) == "annalena")
  }

  @Test(arguments: [
    ("jun.", Generation.junior), ("Sen.", .senior), ("", .unknown), ("a. D.", .unknown),
  ])
  func generationOfSuffix(suffix: String, generation: Generation) {
    #expect(row("Karl", "Brandt", suffix: suffix).1.generation == generation)
  }
}
