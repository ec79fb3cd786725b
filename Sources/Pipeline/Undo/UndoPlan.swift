internal import Records
internal import Store

/// What is to be put back, and what depends on it.
struct UndoPlan {
  /// What a later run did to the same contacts and records.
  struct Dependent: Hashable, Sendable {
    var run: ListedRun
    var contacts: [ContactID]
    var recordCount: Int
  }

  let run: RunID
  /// Whether all of the run is taken back, or what one event of it is part of.
  let isWhole: Bool
  private(set) var contacts: Set<ContactID> = []
  private(set) var records: Set<RecordID> = []
  private(set) var dependents: [Dependent] = []
  /// Whether later runs' changes of these contacts and records go too.
  private(set) var hasDependents = false
  let past: PastSince
  let reader: StoreReader

  /// All that a run did.
  init(run: RunID, _ reader: StoreReader) throws {
    self.run = run
    self.reader = reader
    isWhole = true
    past = try PastSince(run, reader)
    for (contact, events) in past.events where events.contains(where: { $0.run == run }) {
      contacts.insert(contact)
    }
    for (record, changes) in past.changes where changes.contains(where: { $0.run == run }) {
      records.insert(record)
    }
    for (record, maker) in past.made where maker == run { records.insert(record) }
    try findDependents()
  }

  /// An event, with the other contacts and the records that were part of it in its run: a merge
  /// can't be taken back for one of the two alone.
  init(event: ContactEvent, _ reader: StoreReader) throws {
    run = event.run
    self.reader = reader
    isWhole = false
    past = try PastSince(event.run, reader)
    contacts = [event.contact]
    try close { $0 == event.run }
    try findDependents()
  }

  /// Takes in the later changes, and what hangs together with them.
  mutating func includeDependents() throws {
    hasDependents = true
    try close { _ in true }
  }

  /// The files whose records are put back, and those that the run did something with.
  var files: [(file: FileID, isUndone: Bool)] {
    get throws {
      var files: [FileID: Bool] = [:]
      for record in records where past.made[record] != nil || past.changes[record] != nil {
        if let file = try reader.file(ofRecord: record) { files[file] = false }
      }
      if isWhole {
        for change in try reader.fileChanges(of: run) { files[change.file] = change.isUndone }
      }
      return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// Adds all contacts and records that events of some runs tie to those of the plan.
  private mutating func close(_ isPart: (RunID) -> Bool) throws {
    var recordsOf: [ContactID: Set<RecordID>] = [:]
    var othersOf: [ContactID: Set<ContactID>] = [:]
    var contactsOf: [RecordID: Set<ContactID>] = [:]
    for (contact, events) in past.events {
      for place in events.indices where isPart(events[place].run) {
        recordsOf[contact, default: []].formUnion(try past.records(place, of: contact))
        guard let other = events[place].other else { continue }
        othersOf[contact, default: []].insert(other)
        othersOf[other, default: []].insert(contact)
      }
    }
    for (contact, records) in recordsOf {
      for record in records { contactsOf[record, default: []].insert(contact) }
    }
    var open = Array(contacts)
    for record in records { open += contactsOf[record] ?? [] }
    contacts.formUnion(open)
    while let contact = open.popLast() {
      var next = othersOf[contact] ?? []
      for record in recordsOf[contact] ?? [] where records.insert(record).inserted {
        next.formUnion(contactsOf[record] ?? [])
      }
      for contact in next where contacts.insert(contact).inserted { open.append(contact) }
    }
  }

  private mutating func findDependents() throws {
    var found: [RunID: (contacts: Set<ContactID>, records: Int)] = [:]
    for contact in contacts where try !past.isAsLeft(by: run, contact: contact) {
      for event in past.events[contact] ?? [] where event.run > run {
        found[event.run, default: ([], 0)].contacts.insert(contact)
      }
    }
    for record in records where try !past.isAsLeft(by: run, record: record) {
      for change in past.changes[record] ?? [] where change.run > run {
        found[change.run, default: ([], 0)].records += 1
      }
    }
    dependents = try found.sorted { $0.key < $1.key }.map { id, what in
      Dependent(
        run: try reader.run(id).map(ListedRun.init) ?? ListedRun(unknown: id),
        contacts: what.contacts.sorted(), recordCount: what.records)
    }
  }
}
