@testable import Formats
import Records
import Testing

@Suite struct ColumnResolverTests {
  @Test func exactNameWinsOverFoldedOnes() {
    var resolver = ColumnResolver(["Ort": .ignore, "ort": .label, " ORT": .ignore])
    #expect(resolver.resolve("ort").target == .label)
    #expect(resolver.resolve("Ort").target == .ignore)
    #expect(resolver.used == ["ort", "Ort"])
  }

  @Test func numberedNameMayBeMappedItself() {
    var resolver = ColumnResolver([
      "TEL": .field(FieldTarget(.phone)), "TEL[2]": .field(FieldTarget(.fax)),
    ])
    #expect(resolver.resolve("TEL[2]").target == .field(FieldTarget(.fax)))
    #expect(resolver.resolve("TEL[3]").target == .field(FieldTarget(.phone)))
  }

  @Test func unmappedColumnsAreListedOnce() {
    var resolver = ColumnResolver([:])
    for name in ["B", "A[2]", "A", "B", "A[3]"] { _ = resolver.resolve(name) }
    #expect(resolver.unmapped == ["B", "A"])
  }
}
