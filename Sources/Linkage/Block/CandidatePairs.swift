/// The pairs that share a blocking key, each once, streamed in parts of even size.
struct CandidatePairs: Sendable {
  let blocks: Blocks
  /// The parts, cut between blocks.
  let parts: [Part]
  /// How many pairs the blocks hold, those that share several counted several times.
  let pairCount: Int
  /// How many records the largest block holds.
  let largestBlock: Int
  /// Only pairs with one of these records come out; nil: all.
  private let isTouched: [Bool]?

  struct Part: Sendable {
    var key: BlockingKey
    /// The numbers of its blocks.
    var range: Range<Int>
  }

  /// About how many pairs a part holds.
  static let pairsOfPart = 50_000

  /// - Parameter isTouched: only pairs with one of these records come out; nil: all.
  init(_ blocks: Blocks, with isTouched: [Bool]? = nil) {
    self.blocks = blocks
    self.isTouched = isTouched
    var parts: [Part] = []
    var pairCount = 0
    var largest = 0
    for (key, range) in zip(BlockingKey.allCases, blocks.ranges) {
      var start = range.lowerBound
      var pairs = 0
      for block in range {
        let size = blocks.size(of: block)
        largest = max(largest, size)
        if Self.isTouched(blocks.members(of: block), isTouched) { pairs += size * (size - 1) / 2 }
        guard pairs >= Self.pairsOfPart || block + 1 == range.upperBound, pairs > 0 else {
          continue
        }
        parts.append(Part(key: key, range: start..<block + 1))
        start = block + 1
        pairCount += pairs
        pairs = 0
      }
    }
    self.parts = parts
    self.pairCount = pairCount
    largestBlock = largest
  }

  private static func isTouched(_ members: ArraySlice<UInt32>, _ isTouched: [Bool]?) -> Bool {
    guard let isTouched else { return true }
    return members.contains { isTouched[Int($0)] }
  }

  /// Calls `body` with each pair of a part: the lower record and the higher one.
  func forEach(of part: Part, every: Int = 1, _ body: (Int, Int) -> Void) {
    forEach(of: part, every: every) { _ in
    } body: { _, _, left, right in
      body(Int(min(left, right)), Int(max(left, right)))
    }
  }

  /// Calls `body` with each pair of a part: the places in their block, and the records.
  ///
  /// - Parameters:
  ///   - every: only every so manyth block is looked at, drawn by the key's hash.
  ///   - gather: called before the pairs of a block, with its records.
  @inline(__always)
  func forEach(
    of part: Part, every: Int = 1, gather: (UnsafeBufferPointer<UInt32>) -> Void,
    body: (Int, Int, UInt32, UInt32) -> Void
  ) {
    withEarlierBlocks { earlier in
      for block in part.range {
        guard every == 1 || mixed(UInt64(blocks.values[block])) % UInt64(every) == 0 else {
          continue
        }
        guard Self.isTouched(blocks.members(of: block), isTouched) else { continue }
        let members = earlier.members(of: block)
        earlier.gather(members, before: block)
        gather(members)
        for l in 0..<members.count - 1 {
          for r in l + 1..<members.count where !earlier.isShared(l, r) {
            if let isTouched, !isTouched[Int(members[l])], !isTouched[Int(members[r])] { continue }
            body(l, r, members[l], members[r])
          }
        }
      }
    }
  }

  private func withEarlierBlocks(_ body: (inout EarlierBlocks) -> Void) {
    blocks.members.withUnsafeBufferPointer { members in
      blocks.starts.withUnsafeBufferPointer { starts in
        blocks.numbers.withUnsafeBufferPointer { numbers in
          blocks.recordStarts.withUnsafeBufferPointer { recordStarts in
            withUnsafeTemporaryAllocation(
              of: EarlierBlocks.OfMember.self, capacity: max(largestBlock, 2)
            ) { lists in
              var earlier = EarlierBlocks(
                members: members, starts: starts, numbers: numbers, recordStarts: recordStarts,
                lists: lists)
              body(&earlier)
            }
          }
        }
      }
    }
  }
}

/// Tells which records of a block share one of the blocks before it: their pair has come out there.
struct EarlierBlocks {
  fileprivate struct OfMember {
    /// Where its earlier blocks stand in `numbers`.
    var start: UInt32
    var end: UInt32
    /// A bit for each of them, so that mostly one look tells that nothing is shared.
    var marks: UInt64
  }

  fileprivate let allMembers: UnsafeBufferPointer<UInt32>
  fileprivate let starts: UnsafeBufferPointer<UInt32>
  fileprivate let numbers: UnsafeBufferPointer<UInt32>
  fileprivate let recordStarts: UnsafeBufferPointer<UInt32>
  fileprivate let lists: UnsafeMutableBufferPointer<OfMember>

  fileprivate init(
    members: UnsafeBufferPointer<UInt32>, starts: UnsafeBufferPointer<UInt32>,
    numbers: UnsafeBufferPointer<UInt32>, recordStarts: UnsafeBufferPointer<UInt32>,
    lists: UnsafeMutableBufferPointer<OfMember>
  ) {
    allMembers = members
    self.starts = starts
    self.numbers = numbers
    self.recordStarts = recordStarts
    self.lists = lists
  }

  @inline(__always)
  fileprivate func members(of block: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: allMembers[Int(starts[block])..<Int(starts[block + 1])])
  }

  /// Turns to a block: the blocks of its records that come before it.
  @inline(__always)
  fileprivate func gather(_ members: UnsafeBufferPointer<UInt32>, before block: Int) {
    for place in 0..<members.count {
      let record = Int(members[place])
      let start = recordStarts[record]
      var end = start
      var marks: UInt64 = 0
      // A record's last block is this one or a later one.
      while numbers[Int(end)] < UInt32(truncatingIfNeeded: block) {
        marks |= 1 << ((UInt64(numbers[Int(end)]) &* 0x9E37_79B9_7F4A_7C15) >> 58)
        end += 1
      }
      lists[place] = OfMember(start: start, end: end, marks: marks)
    }
  }

  /// Whether two records of the block, by their places in it, share an earlier block.
  @inline(__always)
  fileprivate func isShared(_ left: Int, _ right: Int) -> Bool {
    guard lists[left].marks & lists[right].marks != 0 else { return false }
    return haveCommon(lists[left], lists[right])
  }

  private func haveCommon(_ left: OfMember, _ right: OfMember) -> Bool {
    var l = left.start
    var r = right.start
    while l < left.end && r < right.end {
      let (mine, other) = (numbers[Int(l)], numbers[Int(r)])
      if mine == other { return true }
      l += mine < other ? 1 : 0
      r += mine < other ? 0 : 1
    }
    return false
  }
}
