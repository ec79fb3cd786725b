/// A share estimated from a sample, with the interval that holds the true one 95 times of 100.
///
/// - Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference,
///   JASA 22 (1927), 209–212; for strata X. Yan and X. G. Su, Stratified Wilson and Newcombe
///   Confidence Intervals for Multiple Binomial Proportions, Statistics in Biopharmaceutical
///   Research 2 (2010), 329–335.
package struct WilsonInterval: Hashable, Sendable {
  package var share: Double
  package var lower: Double
  package var upper: Double

  /// The 97.5 % quantile of the normal distribution.
  private static let quantile = 1.959963984540054

  /// What was judged of one stratum.
  package struct Stratum: Hashable, Sendable {
    package var hits: Int
    package var judged: Int
    /// How many there are in all, judged or not: the stratum's weight.
    package var total: Int

    package init(hits: Int, judged: Int, total: Int) {
      self.hits = hits
      self.judged = judged
      self.total = total
    }
  }

  /// The interval of a simple sample; nil of nothing.
  package init?(hits: Int, of judged: Int) {
    self.init(hits: hits, of: judged, quantile: Self.quantile)
  }

  private init?(hits: Int, of judged: Int, quantile z: Double) {
    guard judged > 0, (0...judged).contains(hits) else { return nil }
    let n = Double(judged)
    let p = Double(hits) / n
    let scale = 1 + z * z / n
    let center = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // All or none: the bound is the share itself, without a rounding error.
    self.init(
      share: p, lower: hits == 0 ? 0 : max(0, center - half),
      upper: hits == judged ? 1 : min(1, center + half))
  }

  private init(share: Double, lower: Double, upper: Double) {
    self.share = share
    self.lower = lower
    self.upper = upper
  }

  /// The interval of a stratified sample, each stratum as heavy as it is large; nil of nothing.
  ///
  /// Strata of which nothing was judged are left out. Where all of a small sample agree, its
  /// variance is taken from the middle of its interval: it is small, but not zero.
  package init?(_ strata: [Stratum]) {
    let strata = strata.filter { $0.judged > 0 && $0.total > 0 }
    let total = Double(strata.reduce(0) { $0 + $1.total })
    guard total > 0 else { return nil }
    let z = Self.quantile
    var sum = 0.0
    var sumOfRoots = 0.0
    for stratum in strata {
      let weight = Double(stratum.total) / total
      let n = Double(stratum.judged) + z * z
      let middle = (Double(stratum.hits) + z * z / 2) / n
      let variance = weight * weight * middle * (1 - middle) / n
      sum += variance
      sumOfRoots += variance.squareRoot()
    }
    // Strata err independently: each needs less than its own full interval.
    let quantile = sumOfRoots > 0 ? sum.squareRoot() / sumOfRoots * z : z
    self.init(share: 0, lower: 0, upper: 0)
    for stratum in strata {
      let weight = Double(stratum.total) / total
      guard
        let own = WilsonInterval(hits: stratum.hits, of: stratum.judged, quantile: quantile)
      else { return nil }
      share += weight * own.share
      lower += weight * own.lower
      upper += weight * own.upper
    }
  }
}
