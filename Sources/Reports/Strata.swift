/// The elements between two weights, and the ones drawn from them.
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

/// A sample of `size` elements from every band of weights: the same whenever the elements are the
/// same.
///
/// The draw follows a hash of `identity`, so neither the order nor what else is there changes the
/// rank of an element. Bands without elements are left out.
///
/// - Parameters:
///   - bounds: Ascending; n bounds make n + 1 bands.
///   - identity: Distinct for distinct elements, and the same in every run: a cluster's lowest
///     record.
/// - Complexity: O(n) time for small samples, O(bands · size) memory: for a million elements.
package func sampleStrata<Elements: Sequence>(
  of elements: Elements, bounds: [Double] = mergeBandBounds, size: Int,
  weight: (Elements.Element) -> Double, identity: (Elements.Element) -> UInt64
) -> [Stratum<Elements.Element>] {
  var draws = [Draw<Elements.Element>](repeating: Draw(size: size), count: bounds.count + 1)
  for element in elements {
    let bits = weight(element)
    let band = bounds.firstIndex { bits < $0 } ?? bounds.count
    draws[band].offer(element, rank: mixed(identity(element)))
  }
  return draws.indices.filter { draws[$0].total > 0 }.map { band in
    Stratum(
      lower: band == 0 ? nil : bounds[band - 1], upper: band == bounds.count ? nil : bounds[band],
      total: draws[band].total, sample: draws[band].elements)
  }
}

/// The `size` elements of lowest rank among those offered.
private struct Draw<Element> {
  let size: Int
  var total = 0
  /// Ascending by rank.
  private var drawn: [(rank: UInt64, element: Element)] = []

  init(size: Int) { self.size = size }

  var elements: [Element] { drawn.map(\.element) }

  mutating func offer(_ element: Element, rank: UInt64) {
    total += 1
    if drawn.count >= size {
      guard let last = drawn.last, rank < last.rank else { return }
      drawn.removeLast()
    }
    let place = drawn.firstIndex { rank < $0.rank } ?? drawn.count
    drawn.insert((rank, element), at: place)
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
