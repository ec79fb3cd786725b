internal import Linkage
internal import Records
internal import Store

/// Finds the pair of records that a decision on two names is about.
struct PairChoice {
  struct Pair: Hashable {
    var left: RecordID
    var right: RecordID
  }

  let reader: StoreReader
  /// The store's file, for messages.
  let store: String

  /// - Returns: the records; of contacts the pair a person is asked about, else the strongest.
  /// - Parameter weighs: whether all of the store is loaded to find the strongest pair, where none
  ///   has a score; else it is the first records'.
  /// - Throws: `PipelineError.stopped` when a name means nothing, or both the same record.
  func pair(_ left: String, _ right: String, weighs: Bool = true) throws -> Pair {
    let lefts = try records(left)
    let rights = try records(right).filter { lefts != [$0] }
    let others = lefts.filter { rights != [$0] }
    guard !rights.isEmpty, !others.isEmpty, Set(lefts) != Set(rights) else { throw isOne() }
    if others.count == 1, rights.count == 1 {
      return Pair(left: others[0], right: rights[0])
    }
    if let stored = try stored(others, rights) { return stored }
    return weighs
      ? try strongest(others, rights)
      : Pair(left: others[0], right: rights.first { $0 != others[0] } ?? rights[0])
  }

  private func records(_ name: String) throws -> [RecordID] {
    let records = try StoreName(name, reader, store: store).records(reader)
    for record in records where try reader.state(ofRecord: record)?.isWithdrawn != false {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store): \(name): der Datensatz ist zurückgezogen: über ihn lässt sich nichts "
            + "entscheiden",
          en: "\(store): \(name): the record is withdrawn: nothing can be decided about it"))
    }
    guard !records.isEmpty else { throw StoreName.unknown(store) }
    return records
  }

  /// The strongest pair with a stored score; one that is asked about before all others.
  private func stored(_ lefts: [RecordID], _ rights: [RecordID]) throws -> Pair? {
    var best: (isAsked: Bool, weight: Double, pair: Pair)?
    for left in lefts {
      for right in rights where left != right {
        guard let score = try reader.pair(left, right) else { continue }
        let isAsked = score.status == .review
        if let best, (best.isAsked ? 1 : 0, best.weight) >= (isAsked ? 1 : 0, score.weightInBits) {
          continue
        }
        best = (isAsked, score.weightInBits, Pair(left: left, right: right))
      }
    }
    return best?.pair
  }

  private func strongest(_ lefts: [RecordID], _ rights: [RecordID]) throws -> Pair {
    let explained = try ExplainedStore(reader)
    var best: (weight: Double, pair: Pair)?
    for left in lefts {
      for right in rights where left != right {
        guard let weight = explained.waterfall(left, right)?.totalInBits else { continue }
        if weight > best?.weight ?? -.infinity {
          best = (weight, Pair(left: left, right: right))
        }
      }
    }
    guard let best else { throw isOne() }
    return best.pair
  }

  private func isOne() -> PipelineError {
    .stopped(
      Phrase(
        de:
          "\(store): beide Namen meinen dasselbe: nennen Sie zwei Datensätze mit QUELLE:SCHLÜSSEL",
        en: "\(store): both names mean the same: name two records with SOURCE:KEY"))
  }
}

/// Finds the value that a person means.
struct ValueChoice {
  let reader: StoreReader
  let store: String

  /// - Returns: the record that holds it, and the value as it is held.
  /// - Throws: `PipelineError.stopped` when there is no such field, or no such value in it.
  func value(
    _ text: String, of field: String, contact name: String
  ) throws -> (record: RecordID, value: FieldValue) {
    guard let given = try StoreName(name, reader, store: store).contact(reader),
      let id = try reader.resolve(given), let contact = try reader.contact(id)?.contact
    else { throw StoreName.unknown(store) }
    let isExtra = field.hasPrefix("extra.")
    let named = isExtra ? Attribute.extra : Attribute(rawValue: field)
    guard let attribute = named, ![.consent, .status].contains(attribute) else {
      throw unknownField(field)
    }
    let own = contact.values.filter { value in
      value.value.attribute == attribute && (!isExtra || value.value.slot == field)
    }
    let held =
      own.map { ($0.record, $0.value) } + own.flatMap { $0.lost.map { ($0.record, $0.value) } }
    let wanted = shownOnALine(text)
    let fitting =
      held.first { shownOnALine($0.1.value.text) == wanted }
      ?? held.first { shownOnALine($0.1.raw) == wanted }
      ?? held.first { shownOnALine($0.1.value.text).lowercased() == wanted.lowercased() }
    guard let (record, value) = fitting else { throw unknownValue(field, id) }
    return (record, value)
  }

  private func unknownField(_ field: String) -> PipelineError {
    let names = Attribute.allCases.filter { ![.consent, .status, .extra].contains($0) }
      .map(\.rawValue).joined(separator: ", ")
    return .stopped(
      Phrase(
        de: "\"\(field)\": kein Merkmal, das sich wählen lässt: es gibt \(names), extra.SPALTE",
        en: "\"\(field)\": no attribute that can be chosen: there is \(names), extra.COLUMN"))
  }

  private func unknownValue(_ field: String, _ contact: ContactID) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): Kontakt \(contact) hat keinen solchen Wert für \(field): kontor show "
          + "\(contact) zeigt alle, auch unterlegene",
        en: "\(store): contact \(contact) has no such value for \(field): kontor show \(contact) "
          + "shows all, those that lost too"))
  }
}
