/// Where the bars of a waterfall lie, in percent of its width.
package struct WaterfallBars {
  private let lowest: Double
  private let highest: Double

  package init(_ pair: ShownPair) {
    var sum = pair.priorInBits
    var lowest = min(0, sum)
    var highest = max(0, sum)
    for row in pair.rows where row.total.isFinite {
      sum += row.total
      lowest = min(lowest, sum)
      highest = max(highest, sum)
    }
    self.lowest = lowest
    self.highest = highest > lowest ? highest : lowest + 1
  }

  /// Where zero lies: left of it records are held apart, right of it together.
  package var zero: Double { place(0) }

  /// A bar's beginning and width, whichever end is the higher.
  package func bar(from start: Double, to end: Double) -> (left: Double, width: Double) {
    let (low, high) = (place(min(start, end)), place(max(start, end)))
    return (low, high - low)
  }

  private func place(_ bits: Double) -> Double {
    guard bits.isFinite else { return 0 }
    return min(max((bits - lowest) / (highest - lowest), 0), 1) * 100
  }
}
