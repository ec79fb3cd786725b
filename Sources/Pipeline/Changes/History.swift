internal import Records
internal import Store

/// Tells a contact's past: every event, value by value.
package struct History {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// The past of the contact of a name, under the number that was asked for.
  ///
  /// - Parameter name: a contact's number, also a former one, or `SOURCE:KEY`.
  /// - Throws: `PipelineError.stopped` when the name means nothing, `StoreError`.
  package func contact(_ name: String) throws -> ContactHistory {
    try openedStore(store).read { try contact(name, $0) }
  }

  func contact(_ name: String, _ reader: StoreReader) throws -> ContactHistory {
    guard let id = try StoreName(name, reader, store: store).contact(reader),
      let now = try reader.contact(id)
    else { throw StoreName.unknown(store) }
    try refuseErased(id, reader, store: store)
    return try history(of: now, reader)
  }

  private func history(of now: StoredContact, _ reader: StoreReader) throws -> ContactHistory {
    let id = now.contact.id
    let events = try reader.events(of: id)
    let ties = try reader.relationChanges(of: id)
    let runs = try RunFigures(Set(events.map(\.run) + ties.map(\.run)), reader)
    var names: [RecordID: String] = [:]
    var entries: [ContactHistory.Entry] = []
    for (place, event) in events.enumerated() {
      let isLast = place + 1 == events.count
      let after = isLast ? (now.retiredRun == nil ? now.contact : nil) : events[place + 1].before
      let difference =
        runs[event.run].isFaded
        ? ContactDifference(from: nil, to: nil) : ContactDifference(from: event.before, to: after)
      for record in difference.joined + difference.left where names[record] == nil {
        names[record] = try RecordPlace(record, reader).name
      }
      entries.append(
        ContactHistory.Entry(
          run: runs[event.run],
          what: .event(id: event.id, kind: event.kind, other: event.other, difference)))
    }
    for tie in ties {
      let other = tie.relation.left == Int(id) ? tie.relation.right : tie.relation.left
      entries.append(
        ContactHistory.Entry(
          run: runs[tie.run],
          what: .relation(kind: tie.relation.kind, other: ContactID(other), isAdded: tie.isAdded)))
    }
    // Stable: within a run the contact's own events come before its relations.
    let order = entries.indices.sorted {
      (entries[$0].run.id, $0) < (entries[$1].run.id, $1)
    }
    let last = events.last?.before
    return ContactHistory(
      id: id, name: (now.retiredRun == nil ? now.contact : last ?? now.contact).displayName,
      livesOn: now.mergedInto == nil ? nil : try reader.resolve(id),
      entries: order.map { entries[$0] }, recordNames: names)
  }
}

/// Facts of runs, by number.
private struct RunFigures {
  private var runs: [RunID: ListedRun] = [:]

  init(_ ids: Set<RunID>, _ reader: StoreReader) throws {
    for id in ids { runs[id] = try reader.run(id).map(ListedRun.init) }
  }

  subscript(id: RunID) -> ListedRun { runs[id] ?? ListedRun(unknown: id) }
}
