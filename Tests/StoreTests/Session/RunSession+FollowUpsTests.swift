import Records
import Testing

@testable import Store

@Suite("RunSession: activities and opportunities")
struct RunSessionFollowUpsTests {
  private let store: ContactStore

  init() throws {
    store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      for index in 1...2 {
        var record = sampleRecord("\(index)", line: index + 1)
        record.id = try #require(try session.load([record], path: "\(index).csv").first).id
        _ = try session.save(
          sampleContact(try session.newContactID(), of: [record]), status: .single)
      }
    }
  }

  private func activity(_ key: String, text: String = "x", line: Int = 2) -> Activity {
    Activity(
      source: "crm", key: key, location: Location(file: "log.csv", line: line, ordinal: line - 1),
      date: "2020-01-0\(line)", details: [Extra(name: "Betreff", text: text)])
  }

  @discardableResult
  private func load(
    _ activities: [Activity], as table: FollowUp = .activities, contact: ContactID? = nil
  ) throws -> [Change] {
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      let source = try session.register(StoredSource(name: "crm"))
      let file = try session.beginFile("log.csv", of: source, stamp: stamp)
      var changes: [Change] = []
      for activity in activities {
        let put = try session.put(activity, as: table, file: file)
        if let contact { try session.link(put.id, in: table, to: contact) }
        changes.append(put.change)
      }
      _ = try session.endFile(file, recordCount: activities.count)
      return changes
    }
  }

  private func stored(_ table: FollowUp = .activities) throws -> [Activity] {
    var all: [Activity] = []
    try store.read { try $0.forEachFollowUp(table) { _, activity in all.append(activity) } }
    return all
  }

  @Test(arguments: FollowUp.allCases)
  func roundTripsAndChangesOnlyWhenItsTextDoes(table: FollowUp) throws {
    #expect(try load([activity("1"), activity("2", line: 3)], as: table) == [.new, .new])
    #expect(try stored(table) == [activity("1"), activity("2", line: 3)])
    #expect(
      try load([activity("1"), activity("2", line: 3)], as: table) == [.unchanged, .unchanged])
    #expect(try load([activity("1", text: "y")], as: table) == [.changed])
    #expect(try stored(table) == [activity("1", text: "y")])
  }

  @Test func linkStaysWhenTheRowIsReadAgain() throws {
    try load([activity("1")], contact: 2)
    try load([activity("1", text: "y")])
    #expect(try stored().map(\.contact) == [2])
    #expect(try store.read { try $0.followUps(.activities, of: 2) }.map(\.key) == ["1"])
  }

  @Test func followsItsContactIntoAMerge() throws {
    try load([activity("1")], contact: 2)
    try store.run(pipeline: "test", startedAt: "2026-01-03") { try $0.retire(2, mergedInto: 1) }
    #expect(try stored().map(\.contact) == [1])
  }

  @Test func aKeyUsedAgainIsARowOfItsOwn() throws {
    #expect(try load([activity("1"), activity("1", line: 3)]) == [.new, .new])
    #expect(try stored().map(\.key) == ["1", "1#2"])
    #expect(try load([activity("1"), activity("1", line: 3)]) == [.unchanged, .unchanged])
  }

  @Test(arguments: hostileStrings)
  func anyTextRoundTrips(text: String) throws {
    try load([activity(text, text: text)])
    #expect(try stored().map(\.key) == [text])
    #expect(try stored().map(\.details) == [[Extra(name: "Betreff", text: text)]])
  }
}
