internal import Records
internal import Store

/// What it means that some records of a contact are another.
struct SplitDrafts {
  let reader: StoreReader
  /// The store's file, for messages.
  let store: String

  /// Each record that goes is different from each that stays.
  ///
  /// - Throws: `PipelineError.stopped` when a record is not the contact's, or none would stay.
  func drafts(_ contact: String, _ names: [String]) throws -> [Decide.Draft] {
    let members = try StoreName(contact, reader, store: store).members(reader)
    let parted = try names.map { name in
      guard let record = try StoreName.record(name, reader), members.contains(record) else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(store): \(name): kein Datensatz dieses Kontakts: kontor show nennt sie",
            en: "\(store): \(name): no record of this contact: kontor show names them"))
      }
      return record
    }
    let kept = members.filter { !parted.contains($0) }
    guard !kept.isEmpty else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store): kein Datensatz bliebe dem Kontakt: nennen Sie nur die, die gehen",
          en: "\(store): no record would stay with the contact: name those that go alone"))
    }
    return Set(parted).sorted().flatMap { one in
      kept.map { Decide.Draft(kind: .different, left: one, right: $0) }
    }
  }
}
