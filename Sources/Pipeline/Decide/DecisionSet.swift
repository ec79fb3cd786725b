internal import Linkage
package import Records
internal import Store
internal import Survivorship

/// The decisions of a store: what holds, what is stale, and what contradicts itself.
struct DecisionSet {
  /// Decisions that can't all hold, the one that does not first.
  struct Conflict: Hashable, Sendable {
    /// The number of the decision that has no effect.
    var refused: Int64
    /// Those that hold instead.
    var holding: [Int64]
  }

  /// All that are not withdrawn, oldest first.
  let decisions: [StoredDecision]
  private let reader: StoreReader

  init(_ reader: StoreReader) throws {
    decisions = try reader.decisions()
    self.reader = reader
  }

  /// What was said of pairs, the latest first: it is the more binding.
  ///
  /// - Parameter records: the engine's records, ascending; pairs of others wait until they return.
  func clamps(of records: [RecordID]) -> Clamps {
    guard !decisions.isEmpty else { return Clamps() }
    return Clamps(pairs(of: records).map(\.pair))
  }

  /// Pairs that are said to be the same or not, for training or, the other half, for its check.
  ///
  /// Which half a pair is in follows from its records' names, so it stays there.
  func labels(of records: [RecordID], heldBack: Bool) -> [Clamps.Pair] {
    pairs(of: records).filter { decision, pair in
      guard pair.kind == .same || pair.kind.isApart, !decision.isCompanion else { return false }
      let names = decision.anchors.map(\.name).sorted().joined(separator: "\n")
      let isHeldBack = contentHash(of: names).utf8.last.map { $0 & 1 == 1 } ?? false
      return isHeldBack == heldBack
    }.map(\.pair)
  }

  private func pairs(
    of records: [RecordID]
  ) -> [(decision: StoredDecision, pair: Clamps.Pair)] {
    let held = decisions.reversed().filter { $0.isInForce && $0.kind != .value }
    return held.compactMap { decision in
      guard let left = place(of: decision.left.record, in: records),
        let right = place(of: decision.right?.record, in: records)
      else { return nil }
      return (decision, Clamps.Pair(left: left, right: right, kind: decision.kind))
    }
  }

  private func place(of record: RecordID?, in records: [RecordID]) -> Int? {
    guard let record else { return nil }
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < records.count && records[low] == record ? low : nil
  }

  /// The chosen values, oldest first: the last one holds.
  var choices: ChosenValues {
    ChosenValues(
      decisions.filter(\.isInForce).compactMap { decision in
        guard let value = decision.value, let record = decision.left.record else { return nil }
        return ChosenValue(record: record, value: value)
      })
  }

  /// Decisions whose records have changed or gone since.
  var stale: [StoredDecision] { decisions.filter(\.isStale) }

  /// What can't all hold: chains of "same" that meet a "different", and two chosen values for one
  /// field of one contact.
  func conflicts() throws -> [Conflict] {
    let live = decisions.filter(\.isInForce)
    let records = Set(live.flatMap(\.records)).sorted()
    let pairs = pairs(of: records)
    let found = Clamps(pairs.map(\.pair)).conflicts(records: records.count).map { conflict in
      Conflict(
        refused: pairs[conflict.same].decision.id,
        holding: conflict.different.map { pairs[$0].decision.id })
    }
    return (found + (try valueConflicts(live))).sorted { $0.refused < $1.refused }
  }

  private func valueConflicts(_ live: [StoredDecision]) throws -> [Conflict] {
    var last: [String: StoredDecision] = [:]
    var conflicts: [Conflict] = []
    for decision in live.reversed() {
      guard let value = decision.value, let record = decision.left.record,
        let contact = try reader.contact(ofRecord: record)
      else { continue }
      let slot = "\(contact) \(value.slot)"
      if let later = last[slot] {
        guard later.value?.value != value.value else { continue }
        conflicts.append(Conflict(refused: decision.id, holding: [later.id]))
      } else {
        last[slot] = decision
      }
    }
    return conflicts
  }
}

extension FieldValue {
  /// What one value of a contact is chosen for: the attribute; of extra columns each its own.
  package var slot: String { attribute == .extra ? "extra.\(name)" : attribute.rawValue }
}
