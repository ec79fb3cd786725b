/// How well a clustering agrees with the truth: by pairs, by records, and by contacts lost or left.
///
/// - Source: pairs as in Manning, Raghavan and Schütze, Introduction to Information Retrieval
///   (2008), 16.3; B-cubed as in Bagga and Baldwin, Entity-Based Cross-Document Coreferencing
///   Using the Vector Space Model (1998).
package struct ClusterScore: Hashable, Sendable {
  /// Precision, recall and their harmonic mean.
  package struct Agreement: Hashable, Sendable {
    /// Of what was put together, the share that belongs together.
    package var precision: Double
    /// Of what belongs together, the share that was put together.
    package var recall: Double

    package var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  package private(set) var recordCount = 0
  /// True contacts, single records among them.
  package private(set) var trueContactCount = 0
  /// Clusters found, single records among them.
  package private(set) var clusterCount = 0
  /// Pairs of records that belong together, are together, and both.
  package private(set) var truePairCount = 0
  package private(set) var foundPairCount = 0
  package private(set) var sharedPairCount = 0
  /// Over all records: of its cluster, and of its true contact, the share that both have.
  package private(set) var bCubed = Agreement(precision: 1, recall: 1)
  /// Clusters that hold records of more than one true contact, and the records in them.
  package private(set) var mixedClusterCount = 0
  package private(set) var mixedRecordCount = 0
  /// True contacts spread over more than one cluster.
  package private(set) var splitContactCount = 0
  /// True contacts that vanish by being merged into others.
  ///
  /// Each cluster stands for the one true contact most of its records are of (a tie goes to a
  /// contact that is a single unnamed record, then to the lower number); a contact no cluster
  /// stands for is lost.
  package private(set) var lostContactCount = 0
  /// Clusters too many: those left over when each true contact that isn't lost has one.
  package private(set) var survivingDuplicateCount = 0

  /// Agreement over all pairs of records in one cluster.
  package var pairs: Agreement {
    Agreement(
      precision: foundPairCount == 0 ? 1 : Double(sharedPairCount) / Double(foundPairCount),
      recall: truePairCount == 0 ? 1 : Double(sharedPairCount) / Double(truePairCount))
  }

  /// - Parameters:
  ///   - found: The clustering to judge.
  ///   - truth: The true contacts of the same records, in the same order.
  /// - Complexity: O(n log n).
  package init(found: Partition, truth: Partition) {
    precondition(found.labels.count == truth.labels.count)
    recordCount = found.labels.count
    let tally = Tally(found: found, truth: truth)
    trueContactCount = tally.truth.groupCount
    clusterCount = tally.found.groupCount
    truePairCount = tally.truth.sizes.reduce(0) { $0 + pairCount($1) }
    foundPairCount = tally.found.sizes.reduce(0) { $0 + pairCount($1) }
    count(tally)
  }

  private mutating func count(_ tally: Tally) {
    var isKept = [Bool](repeating: false, count: tally.truth.sizes.count)
    var clustersOfContact = [Int](repeating: 0, count: tally.truth.sizes.count)
    var keptCount = 0
    var precision = 0.0
    var recall = 0.0
    for cluster in tally.clusters() {
      if cluster.count > 1 {
        mixedClusterCount += 1
        mixedRecordCount += cluster.reduce(0) { $0 + $1.size }
      }
      var best: Tally.Cell?
      for cell in cluster {
        sharedPairCount += pairCount(cell.size)
        let square = Double(cell.size) * Double(cell.size)
        precision += square / Double(tally.found.size(cell.cluster))
        recall += square / Double(tally.truth.size(cell.contact))
        if cell.size > best?.size ?? 0 { best = cell }
        guard cell.contact != Partition.alone else { continue }
        clustersOfContact[Int(cell.contact)] += 1
        if clustersOfContact[Int(cell.contact)] == 2 { splitContactCount += 1 }
      }
      guard let best else { continue }
      if best.contact == Partition.alone {
        keptCount += 1
      } else if !isKept[Int(best.contact)] {
        isKept[Int(best.contact)] = true
        keptCount += 1
      }
    }
    lostContactCount = trueContactCount - keptCount
    survivingDuplicateCount = clusterCount - keptCount
    guard recordCount > 0 else { return }
    bCubed = Agreement(
      precision: precision / Double(recordCount), recall: recall / Double(recordCount))
  }
}

/// Records counted by cluster and true contact.
private struct Tally {
  /// The records one cluster and one true contact share.
  struct Cell {
    var cluster: Int32
    var contact: Int32
    var size: Int
  }

  /// The groups of a partition.
  struct Groups {
    /// By label.
    var sizes: [Int]
    /// Groups with records, those without a label too.
    var groupCount: Int

    init(_ partition: Partition) {
      sizes = [Int](repeating: 0, count: partition.labelCount)
      var alone = 0
      for label in partition.labels {
        if label == Partition.alone { alone += 1 } else { sizes[Int(label)] += 1 }
      }
      groupCount = alone + sizes.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    }

    func size(_ label: Int32) -> Int { label == Partition.alone ? 1 : sizes[Int(label)] }
  }

  let found: Groups
  let truth: Groups
  /// By cluster, then by contact, unnamed ones first.
  private let cells: [Cell]

  init(found: Partition, truth: Partition) {
    self.found = Groups(found)
    self.truth = Groups(truth)
    // Both labels in one sortable number; one is added so that `alone` sorts first.
    let keys = zip(found.labels, truth.labels).map { cluster, contact in
      UInt64(UInt32(cluster + 1)) << 32 | UInt64(UInt32(contact + 1))
    }.sorted()
    var cells: [Cell] = []
    for (index, key) in keys.enumerated() {
      let cluster = Int32(key >> 32) - 1
      let contact = Int32(key & 0xFFFF_FFFF) - 1
      let isNamed = cluster != Partition.alone && contact != Partition.alone
      if isNamed, index > 0, keys[index - 1] == key {
        cells[cells.count - 1].size += 1
      } else {
        cells.append(Cell(cluster: cluster, contact: contact, size: 1))
      }
    }
    self.cells = cells
  }

  /// The cells of each cluster; a record alone is a cluster.
  func clusters() -> [ArraySlice<Cell>] {
    var clusters: [ArraySlice<Cell>] = []
    var start = 0
    for index in cells.indices where index > start {
      let cluster = cells[index].cluster
      if cluster == cells[start].cluster, cluster != Partition.alone { continue }
      clusters.append(cells[start..<index])
      start = index
    }
    if start < cells.count { clusters.append(cells[start...]) }
    return clusters
  }
}

private func pairCount(_ size: Int) -> Int { size * (size - 1) / 2 }
