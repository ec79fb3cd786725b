/// The merges between two weights, and the ones drawn from them.
package struct Stratum<Element> {
  /// In bits; nil for the lowest stratum.
  package var lower: Double?
  /// In bits, not part of the stratum; nil for the highest.
  package var upper: Double?
  package var total: Int
  /// In the order of their draw, which is random but the same in every run.
  package var sample: [Element]
}

/// Bounds between the strata of a merge sample, in bits.
package let mergeBandBounds: [Double] = [6, 10, 15, 20, 30]

/// A sample of `size` merges from every band of weights: the same whenever the merges are the same.
///
/// The draw follows a hash of the identity, so neither the order nor what else is there changes the
/// rank of a merge. Bands without merges are left out.
///
/// - Parameters:
///   - positions: What to draw from; numbers, so that a million of them cost milliseconds.
///   - bounds: In bits, ascending; n bounds make n + 1 bands.
///   - weight: In bits.
///   - identity: Distinct, and the same in every run: a cluster's lowest record.
/// - Complexity: O(n) time for small samples, O(bands · size) memory.
package func sampleStrata(
  of positions: some Sequence<Int>, bounds: [Double] = mergeBandBounds, size: Int,
  weight: (Int) -> Double, identity: (Int) -> UInt64
) -> [Stratum<Int>] {
  var draws = [Draw](repeating: Draw(size: size), count: bounds.count + 1)
  for position in positions {
    let bits = weight(position)
    let band = bounds.firstIndex { bits < $0 } ?? bounds.count
    draws[band].offer(position, rank: mixed(identity(position)))
  }
  return draws.indices.filter { draws[$0].total > 0 }.map { band in
    Stratum(
      lower: band == 0 ? nil : bounds[band - 1], upper: band == bounds.count ? nil : bounds[band],
      total: draws[band].total, sample: draws[band].positions)
  }
}

/// The `size` positions of lowest rank among those offered.
private struct Draw {
  let size: Int
  var total = 0
  /// Ascending by rank.
  private var drawn: [(rank: UInt64, position: Int)] = []

  init(size: Int) { self.size = size }

  var positions: [Int] { drawn.map(\.position) }

  mutating func offer(_ position: Int, rank: UInt64) {
    total += 1
    if drawn.count >= size {
      guard let last = drawn.last, rank < last.rank else { return }
      drawn.removeLast()
    }
    let place = drawn.firstIndex { rank < $0.rank } ?? drawn.count
    drawn.insert((rank, position), at: place)
  }
}

/// A number with its bits well mixed (the finalizer of SplitMix64).
///
/// - Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA
///   2014.
private func mixed(_ number: UInt64) -> UInt64 {
  var bits = number &+ 0x9E37_79B9_7F4A_7C15
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}
