package import Records
internal import Reports
internal import Store

/// Shows what a store knows of a contact.
package struct Show {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// The contact of a name, wherever it lives on.
  ///
  /// - Parameter name: a contact's number, also a former one, or `SOURCE:KEY`.
  /// - Throws: `PipelineError.stopped` when the name means nothing, `StoreError`.
  package func contact(_ name: String) throws -> ShownContact {
    try openedStore(store).read { try contact(name, $0) }
  }

  func contact(_ name: String, _ reader: StoreReader) throws -> ShownContact {
    guard let id = try StoreName(name, reader, store: store).contact(reader) else {
      throw StoreName.unknown(store)
    }
    try refuseErased(id, reader, store: store)
    return try contact(id, reader)
  }

  private func contact(_ id: ContactID, _ reader: StoreReader) throws -> ShownContact {
    var way: [ShownContact.Step] = []
    var current = id
    // Merges lead to contacts that live, so a chain ends; a damaged one must too.
    while let stored = try reader.contact(current), way.count < 10_000 {
      guard let next = stored.mergedInto else {
        return try shown(stored, way: way, reader)
      }
      way.append(ShownContact.Step(contact: current, run: stored.retiredRun ?? 0, into: next))
      current = next
    }
    throw StoreName.unknown(store)
  }

  private func shown(
    _ stored: StoredContact, way: [ShownContact.Step], _ reader: StoreReader
  ) throws -> ShownContact {
    let id = stored.contact.id
    // One that is no more is shown as it was last.
    let last = stored.retiredRun == nil ? nil : try reader.events(of: id).last?.before
    let contact = last ?? stored.contact
    var places: [RecordID: RecordPlace] = [:]
    func place(_ record: RecordID) throws -> RecordPlace {
      if let known = places[record] { return known }
      let place = try RecordPlace(record, reader)
      places[record] = place
      return place
    }
    let values = try contact.values.map { value in
      ShownContact.Value(
        value: value.value, origin: try place(value.record),
        agreeing: try value.agreeing.map(place),
        rule: value.rule,
        lost: try value.lost.map { .init(value: $0.value, origin: try place($0.record)) })
    }
    return ShownContact(
      id: id, way: way, kind: contact.kind, name: contact.displayName, status: stored.status,
      createdRun: stored.createdRun, changedRun: stored.changedRun, withdrawnRun: stored.retiredRun,
      values: values, records: try contact.records.map(place), relations: try relations(id, reader),
      permissions: contact.permissions,
      decisions: try decisions(about: contact.records, reader),
      activities: try reader.followUps(.activities, of: id),
      opportunities: try reader.followUps(.opportunities, of: id))
  }

  /// What people said of records, oldest first; also what waits to be worked in.
  private func decisions(
    about records: [RecordID], _ reader: StoreReader
  ) throws -> [StoredDecision] {
    var found: [Int64: StoredDecision] = [:]
    for record in records {
      for decision in try reader.decisions(ofRecord: record) { found[decision.id] = decision }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  private func relations(
    _ id: ContactID, _ reader: StoreReader
  ) throws -> [ShownContact.Tie] {
    try reader.relations(of: id).map { relation in
      let isLeft = relation.left == Int(id)
      let other = ContactID(isLeft ? relation.right : relation.left)
      return ShownContact.Tie(
        kind: relation.kind, isLeft: isLeft, other: other,
        name: try reader.contact(other)?.contact.displayName ?? "")
    }
  }
}

/// A record by its name and its place.
package struct RecordPlace: Hashable, Sendable {
  package var record: RecordID
  /// `SOURCE:KEY`.
  package var name: String
  package var file: String
  package var line: Int
  /// Whether its row is in its source no more.
  package var isWithdrawn: Bool

  init(_ id: RecordID, _ reader: StoreReader) throws {
    let place = try reader.place(ofRecord: id)
    record = id
    name = "\(place?.source ?? ""):\(place?.key ?? "")"
    file = place?.location.file ?? ""
    line = place?.location.line ?? 0
    isWithdrawn = place?.isWithdrawn ?? true
  }

  /// "erp:K-1 (erp.xml:12)".
  func text(_ language: Language) -> String {
    let gone =
      isWithdrawn ? ", " + Phrase(de: "zurückgezogen", en: "withdrawn")(language) : ""
    return "\(shownOnALine(name)) (\(file):\(line)\(gone))"
  }

  var json: JSON {
    .object([
      ("record", .string(name)), ("file", .string(file)), ("line", .integer(line)),
      ("withdrawn", .boolean(isWithdrawn)),
    ])
  }
}
