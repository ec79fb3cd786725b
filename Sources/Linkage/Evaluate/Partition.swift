/// Records divided into clusters: each record's cluster, by number.
package struct Partition: Hashable, Sendable {
  /// A record that is in a cluster of its own, and has no name for it.
  package static let alone: Int32 = -1

  /// A cluster number for each record, `alone` for a cluster of its own.
  package let labels: [Int32]
  /// One more than the highest number.
  package let labelCount: Int

  /// - Parameter labels: from 0 and without large gaps, or `alone`.
  package init(labels: [Int32]) {
    precondition(labels.allSatisfy { $0 >= Self.alone })
    self.labels = labels
    labelCount = Int(labels.max() ?? Self.alone) + 1
  }

  /// Clusters by name; a record with an empty name is alone.
  ///
  /// Numbers ascend with the names' bytes, so that they don't depend on the records' order.
  /// - Complexity: O(n log n).
  package init(names: [String]) {
    let distinct = Set(names).subtracting([""]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var numbers: [String: Int32] = ["": Self.alone]
    for (number, name) in distinct.enumerated() { numbers[name] = Int32(number) }
    labels = names.map { numbers[$0] ?? Self.alone }
    labelCount = distinct.count
  }
}
