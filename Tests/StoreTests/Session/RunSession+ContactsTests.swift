import Records
import Testing

@testable import Store

@Suite("RunSession: contacts")
struct RunSessionContactsTests {
  private let store: ContactStore
  private let records: [Record]

  /// A store with three records, each a contact of its own.
  init() throws {
    store = try ContactStore()
    var records = (1...3).map {
      sampleRecord("\($0)", family: ["Meyer", "Müller", "Groß"][$0 - 1], line: $0 + 1)
    }
    for index in records.indices { records[index].id = RecordID(index + 1) }
    self.records = records
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      try session.load(records)
      for record in records {
        _ = try session.save(
          sampleContact(try session.newContactID(), of: [record]), status: .single)
      }
    }
  }

  private func run<T>(_ body: (RunSession) throws -> T) throws -> T {
    try store.run(pipeline: "test", startedAt: "2026-01-02", body)
  }

  private func found(_ text: String) throws -> [ContactID] {
    try store.read { try $0.search(text) }.map(\.id)
  }

  @Test func savingTheSameContactAgainChangesNothing() throws {
    try run { session throws in
      #expect(try session.save(sampleContact(1, of: [records[0]]), status: .single) == .unchanged)
      #expect(try session.save(sampleContact(1, of: [records[0]]), status: .review) == .unchanged)
      #expect(!session.hasChanges)
    }
    #expect(try store.read { try $0.contact(1) }?.status == .review)
    #expect(try store.read { try $0.events(of: 1) }.map(\.kind) == [.created])
  }

  @Test func everyPartOfAContactCountsAsAChange() throws {
    let contact = sampleContact(1, of: [records[0]])
    var variants: [Contact] = []
    func variant(_ change: (inout Contact) -> Void) {
      var copy = contact
      change(&copy)
      variants.append(copy)
    }
    variant { $0.kind = .contactPerson }
    variant { $0.values[1].value.raw = "x" }
    variant { $0.values[1].value.mark = .invalid }
    variant { $0.values[1].value.label = .home }
    variant { $0.values[1].rule = .mostRecent }
    variant { $0.values[1].lost = [] }
    variant { $0.values[0].agreeing = [2] }
    variant { $0.values.swapAt(0, 1) }
    variant { $0.permissions[0].isAllowed = false }
    variant { $0.permissions[0].reason.english = "x" }
    variant { $0.permissions.removeLast() }
    for changed in variants {
      try run { session throws in
        #expect(try session.save(changed, status: .single) == .changed)
        let stored = try #require(try session.reader.contact(1))
        #expect(stored.contact.values == changed.values)
        #expect(stored.contact.permissions == changed.permissions)
        #expect(stored.contact.kind == changed.kind)
        #expect(try session.save(changed, status: .single) == .unchanged)
        #expect(try session.save(contact, status: .single) == .changed)
      }
    }
    #expect(try store.verify() == [])
  }

  @Test func mergeMovesRecordsKeepsTheNumberAndLeadsOn() throws {
    try run { session throws in
      let merged = sampleContact(1, of: [records[0], records[1]])
      #expect(try session.save(merged, status: .merged) == .changed)
      try session.retire(2, mergedInto: 1)
    }
    try store.read { reader throws in
      #expect(try reader.resolve(2) == 1)
      #expect(try reader.contact(2)?.mergedInto == 1)
      #expect(try reader.members(of: 1) == [1, 2])
      #expect(try reader.contact(source: "erp", key: "2") == 1)
      let last = try #require(try reader.events(of: 2).last)
      #expect(last.kind == .merged)
      #expect(last.other == 1)
      // The before-image holds the record that was taken from it earlier in the run.
      #expect(last.before?.records == [2])
      #expect(last.before?.values == sampleContact(2, of: [records[1]]).values)
      #expect(try reader.counts()["contacts"] == 2)
      #expect(try reader.liveCounts().contacts == 2)
    }
    #expect(try found("Müller") == [])
    #expect(try found("Meyer") == [1])
    #expect(try store.verify() == [])
  }

  @Test func splitGivesANewNumberAndNeverAnOldOne() throws {
    try run { session throws in
      _ = try session.save(sampleContact(1, of: [records[0], records[1]]), status: .merged)
      try session.retire(2, mergedInto: 1)
    }
    try run { session throws in
      let new = try session.newContactID()
      #expect(new == 4)
      _ = try session.save(sampleContact(1, of: [records[0]]), status: .single)
      _ = try session.save(sampleContact(new, of: [records[1]]), status: .single, splitFrom: 1)
    }
    try store.read { reader throws in
      #expect(try reader.events(of: 4).map(\.kind) == [.split])
      #expect(try reader.events(of: 4).first?.other == 1)
      #expect(try reader.contactsOfRecords().map(\.contact) == [1, 4, 3])
    }
  }

  @Test func aNumberIsNotGivenAgainAfterItsContactIsGone() throws {
    try run { try $0.retire(3, mergedInto: nil) }
    #expect(try run { try $0.newContactID() } == 4)
    // What was given and not used may be given again; it was never anyone's.
    #expect(try run { try $0.newContactID() } == 4)
    #expect(try store.read { try $0.resolve(3) } == nil)
    #expect(try store.read { try $0.events(of: 3) }.last?.kind == .withdrawn)
  }

  @Test func aReturnedRecordKnowsItsFormerContact() throws {
    try run { session throws in
      try session.withdraw(records[1].id)
      try session.retire(2, mergedInto: nil)
      #expect(try session.reader.formerContactsOfRecords().isEmpty)
    }
    // It returns, while its neighbor was merged: the number it had is still its own.
    try run { session throws in
      try session.load([records[1]])
      #expect(try session.reader.formerContactsOfRecords().map(\.contact) == [2])
      #expect(try session.reader.formerContactsOfRecords().map(\.record) == [2])
      _ = try session.save(sampleContact(2, of: [records[1]]), status: .single)
      #expect(try session.reader.formerContactsOfRecords().isEmpty)
    }
  }

  @Test func aRecordThatLeftAContactSinceMergedReturnsToItsSuccessor() throws {
    try run { session throws in
      _ = try session.save(sampleContact(1, of: [records[0], records[1]]), status: .merged)
      try session.retire(2, mergedInto: 1)
    }
    try run { session throws in
      try session.withdraw(records[1].id)
      _ = try session.save(sampleContact(1, of: [records[0]]), status: .single)
    }
    try run { session throws in
      _ = try session.save(sampleContact(3, of: [records[0], records[2]]), status: .merged)
      try session.retire(1, mergedInto: 3)
    }
    try run { session throws in
      try session.load([records[1]])
      #expect(try session.reader.formerContactsOfRecords().map(\.contact) == [3])
    }
  }

  @Test func aWithdrawnContactReturnsUnderItsNumber() throws {
    try run { try $0.retire(3, mergedInto: nil) }
    try run { session throws in
      #expect(try session.save(sampleContact(3, of: [records[2]]), status: .single) == .changed)
    }
    #expect(try store.read { try $0.resolve(3) } == 3)
    #expect(try found("Groß") == [3])
    #expect(
      try store.read { try $0.events(of: 3) }.map(\.kind) == [.created, .withdrawn, .returned])
  }

  @Test(arguments: [
    ("meyer", [1]), ("MEYER", [1]), ("mey", [1]), ("Müller", [2]), ("muller", [2]),
    ("Mueller", [2]),
    ("gross", [3]), ("groß", [3]), ("hans mül", [2]), ("meyer müller", []), ("", []), ("\"", []),
    ("*", []), ("a OR b", []), ("NEAR(", []), ("x:y", []), ("alt@example.org", [1, 2, 3]),
    ("-meyer", [1]),
  ])
  func searchFindsWordsByTheirBeginning(text: String, contacts: [ContactID]) throws {
    #expect(try found(text).sorted() == contacts)
  }

  @Test func searchTakesAnyText() throws {
    for text in hostileStrings { _ = try found(text) }
  }

  @Test func listsAreSortedByFamilyName() throws {
    let names = try store.read { try $0.contacts(limit: 2) }.map(\.name)
    #expect(names == ["Hans Groß", "Hans Meyer"])
    #expect(try store.read { try $0.contacts(limit: 2, offset: 2) }.map(\.name) == ["Hans Müller"])
  }

  @Test func permissionsStandInTheFlatRowWithTheirReason() throws {
    let row = try store.read { reader throws in
      try reader.connection.statement(
        """
        SELECT may_email, may_phone, may_post, german FROM contacts
        JOIN phrases p ON p.id = may_email_reason WHERE contacts.id = 1
        """
      ).first { ($0.flag(0), $0.flag(1), $0.flag(2), $0.text(3)) }
    }
    #expect(row?.0 == true)
    #expect(row?.1 == false)
    #expect(row?.2 == true)
    #expect(row?.3 == "Einwilligung liegt vor")
  }

  @Test func manyChangesMakeTheSearchAnewAndRight() throws {
    try run { session throws in
      session.rebuildsSearch = true
      var changed = records[0]
      changed.values[0] = FieldValue(.name, .name(PersonName(given: "Uwe", family: "Neu")), raw: "")
      _ = try session.save(sampleContact(1, of: [changed]), status: .single)
      try session.retire(2, mergedInto: nil)
    }
    #expect(try found("neu") == [1])
    #expect(try found("meyer") == [])
    #expect(try found("müller") == [])
    #expect(try store.verify() == [])
  }
}
