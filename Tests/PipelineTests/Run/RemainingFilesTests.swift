import Support
import Testing

@testable import Pipeline

@Suite struct RemainingFilesTests {
  private static let pipeline = """
    sources:
      - { name: z, file: [b.csv, a.csv], map: { nr: key, family: family, email: email } }
      - { name: a, file: c.csv, map: { nr: key, family: family, email: email } }
    """
  private static let header = "nr;family;email\n"

  private func scenario() throws -> Scenario {
    let scenario = try Scenario(
      Self.pipeline,
      [
        "a.csv": Self.header + "9;Meyer;m@post.example\n10;Quast;q@post.example\n",
        "b.csv": Self.header + "7;Ellerbrock;e@post.example\n",
        "c.csv": Self.header + "1;Siebenlist;s@post.example\n",
      ])
    try scenario.run()
    return scenario
  }

  @Test func clustersFollowSourcesFilesAndRows() throws {
    let rows = try scenario().rows("clusters.csv")
    #expect(rows.map { $0["file"] } == ["c.csv", "a.csv", "a.csv", "b.csv"])
    #expect(rows.map { $0["record_key"] } == ["1", "9", "10", "7"])
  }

  @Test func wayBackIsSortedBySourceAndKey() throws {
    let scenario = try scenario()
    let rows = try scenario.rows("crossref.csv")
    #expect(rows.map { $0["source"] } == ["z", "z", "z", "a"])
    #expect(rows.map { $0["source_key"] } == ["10", "7", "9", "1"])
    let contacts = try scenario.contacts()
    #expect(rows.map { $0["contact_id"] } == ["z:10", "z:7", "z:9", "a:1"].map { contacts[$0] })
  }
}
