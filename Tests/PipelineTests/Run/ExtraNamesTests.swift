import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct ExtraNamesTests {
  private func record(_ id: RecordID, _ source: String, _ names: String...) -> Record {
    Record(
      id: id, source: source, key: "\(id)", location: Location(file: "", line: 0, ordinal: 0),
      kind: .person,
      values: names.map { FieldValue(.extra, .text("x"), name: $0, raw: "x") })
  }

  private func names(_ records: [Record]) -> ExtraNames {
    var names = ExtraNames()
    for record in records { names.add(record) }
    return names
  }

  @Test func namesComeInTheOrderMet() {
    let found = names([record(1, "a", "z", "b"), record(2, "a", "b", "a"), record(3, "c", "q")])
    #expect(found.bySource == ["a": ["z", "b", "a"], "c": ["q"]])
    // Also when parts are found in another order.
    var later = names([record(2, "a", "b", "a")])
    later.add(names([record(1, "a", "z", "b")]))
    #expect(later.bySource == ["a": ["z", "b", "a"]])
  }

  @Test func newRecordsTakeTheirPlace() throws {
    var found = names([record(1, "a", "z"), record(5, "a", "b")])
    try found.follow(lost: [], new: names([record(3, "a", "c")])) { _, _ in
      Issue.record("nothing is missing")
    }
    #expect(found.bySource == ["a": ["z", "c", "b"]])
  }

  @Test func aNameWhoseFirstRecordIsGoneIsLookedFor() throws {
    let scenario = try Scenario(
      "sources: [{ name: a, file: a.csv, map: { nr: key, family: family } }]\n",
      ["a.csv": "nr;family;farbe;größe\n1;Trautmann;rot;\n2;Quast;;7\n3;Ellerbrock;blau;\n"])
    try scenario.run()
    let (names, all): (ExtraNames, [RecordID]) = try scenario.store { reader in
      var (names, ids) = (ExtraNames(), [RecordID]())
      try reader.forEachRecord {
        names.add($0)
        ids.append($0.id)
      }
      return (names, ids)
    }
    var found = names
    #expect(found.bySource == ["a": ["farbe", "größe"]])
    try scenario.work.write("a.csv", "nr;family;farbe;größe\n2;Quast;;7\n3;Ellerbrock;blau;\n")
    try scenario.run()
    try scenario.store { reader in
      try found.follow(lost: [all[0]], new: ExtraNames()) {
        try reader.readRecords(from: $0, while: $1)
      }
    }
    #expect(found.bySource == ["a": ["größe", "farbe"]])
  }

  @Test func aNameThatNobodyHasIsGone() throws {
    var found = names([record(1, "a", "z")])
    try found.follow(lost: [1], new: ExtraNames()) { _, _ in }
    #expect(found.bySource == [:])
  }
}
