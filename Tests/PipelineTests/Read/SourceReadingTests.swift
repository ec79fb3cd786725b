import Records
import Support
import Testing

@testable import Pipeline

@Suite struct SourceReadingTests {
  /// The pipeline's only source read to its end.
  private func read(_ pipeline: String, _ files: [String: String]) throws -> [ReadBatch] {
    let scenario = try Scenario("sources: [\(pipeline)]", files)
    let plan = try SourcePlan(scenario.file)
    let source = plan.sources[0]
    var reading = try SourceReading(
      source.definition, files: source.files.map(\.located), country: "DE")
    var batches: [ReadBatch] = []
    for file in source.files { try reading.read(file.located) { batches.append($0) } }
    return batches
  }

  @Test func rowsBecomeRecordsWithTheirPlaces() throws {
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n7;Trautmann\n"])
    let row = try #require(batches.first?.rows.first)
    #expect(row.record.source == "s")
    #expect(row.record.key == "7")
    #expect(row.record.location == Location(file: "a.csv", line: 2, ordinal: 1))
    #expect(row.raw.values.map(\.text) == ["7", "Trautmann"])
  }

  @Test func longFilesComeInSeveralBatches() throws {
    let rows = (1...2500).map { "\($0);Name\($0)\n" }.joined()
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n" + rows])
    #expect(batches.map(\.rows.count).reduce(0, +) == 2500)
    #expect(batches.count == 3)
    #expect(batches.map(\.bytesRead) == batches.map(\.bytesRead).sorted())
    #expect(batches.last?.bytesRead == rows.utf8.count + 5)
  }

  @Test func rowWithoutContactDataIsSetAside() throws {
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n1;n/a\n2;Quast\n"])
    #expect(batches.flatMap(\.rows).map(\.record.key) == ["2"])
    #expect(batches.flatMap(\.rejected).map(\.problem.action) == [.setAside])
  }

  @Test func constantsAndRolesAreValuesOfEveryRecord() throws {
    let batches = try read(
      "{ name: s, file: a.csv, roles: [press], constants: { country: AT }, "
        + "map: { n: family, o: place } }", ["a.csv": "n;o\nQuast;Wien\n"])
    let record = try #require(batches.first?.rows.first?.record)
    #expect(record.first(.role)?.value.text == "press")
    guard case .address(let address)? = record.first(.address)?.value else {
      Issue.record("no address")
      return
    }
    #expect(address.country == "AT")
  }

  @Test func filesOfOneSourceAreOfOneFormat() throws {
    let stop = #expect(throws: PipelineError.self) {
      try read(
        "{ name: s, file: [a.csv, b.vcf], map: { n: family } }",
        ["a.csv": "n;m\nQuast;x\n", "b.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Ohm;;;;\nEND:VCARD\n"])
    }
    #expect(stop?.description.contains("make them two sources") == true)
  }

  @Test func xmlWithoutRecordSaysWhatIsMissing() throws {
    let stop = #expect(throws: PipelineError.self) {
      try read("{ name: s, file: a.xml }", ["a.xml": "<a><b>Quast</b></a>"])
    }
    #expect(stop?.description.contains("\"record\"") == true)
    #expect(stop?.description.contains("Quast") == false)
  }
}
