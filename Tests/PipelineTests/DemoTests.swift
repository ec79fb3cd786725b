import Foundation
import Records
import Support
import Testing

@testable import Pipeline

/// The pipelines that Kontor ships with.
@Suite struct DemoTests {
  private static let pipelines = Repository.names(in: Repository.path("pipelines"))

  @Test(arguments: pipelines)
  func pipelineIsValid(name: String) throws {
    let file = try PipelineFile.read(Repository.path("pipelines/" + name))
    #expect(!file.sources.isEmpty)
  }

  /// "SOURCE:KEY" or "SOURCE:#ORDINAL" → contact.
  private static let contacts = Result { () -> [String: String] in
    let work = try Workdir()
    let file = try PipelineFile.read(
      Repository.path("pipelines/demo.yaml"), output: work.path("out"))
    _ = try Run(file: file).perform(progress: Progress(mode: .silent, language: .english))
    var contacts: [String: String] = [:]
    for row in try readTable(work.path("out/clusters.csv")) {
      let source = row["source"] ?? ""
      contacts["\(source):\(row["record_key"] ?? "")"] = row["contact_id"]
      contacts["\(source):#\(row["ordinal"] ?? "")"] = row["contact_id"]
    }
    return contacts
  }

  private func contact(_ record: String) throws -> String {
    try #require(try Self.contacts.get()[record], "no record \(record)")
  }

  @Test func theFourMeyersAreOne() throws {
    let meyers = ["erp:K-1", "outlook:#1", "adressbuch:adr-0001", "weihnachtskarten:1"]
    let contacts = try Set(meyers.map(contact))
    #expect(contacts.count == 1)
  }

  @Test(arguments: [
    // Father and son of one name, each with himself in two sources.
    (["erp:K-2", "adressbuch:adr-0002"], ["outlook:#2", "newsletter:#1"]),
    // Spouses.
    (["outlook:#3"], ["adressbuch:adr-0003", "newsletter:#2"]),
    (["erp:K-5", "adressbuch:adr-0008"], ["outlook:#6", "newsletter:#7"]),
    // Two firms of one name in two towns.
    (["erp:K-3", "newsletter:#11", "weihnachtskarten:8"], ["erp:K-4", "weihnachtskarten:9"]),
    // Twins.
    (
      ["erp:K-9", "adressbuch:adr-0010", "newsletter:#3"], ["adressbuch:adr-0011", "newsletter:#4"]
    ),
  ])
  func namesakesStayApart(some: [String], others: [String]) throws {
    let one = try Set(some.map(contact))
    let other = try Set(others.map(contact))
    #expect(one.isDisjoint(with: other))
  }

  @Test(arguments: [
    ["erp:K-2", "adressbuch:adr-0002"], ["outlook:#2", "newsletter:#1"],
    ["outlook:#6", "newsletter:#7"],
    ["erp:K-9", "adressbuch:adr-0010", "newsletter:#3"], ["adressbuch:adr-0011", "newsletter:#4"],
    ["erp:K-3-1", "outlook:#4", "adressbuch:adr-0006"],
  ])
  func certainDuplicatesAreOne(records: [String]) throws {
    #expect(try Set(records.map(contact)).count == 1)
  }
}
