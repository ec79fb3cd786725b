internal import Linkage
internal import Reports

extension QualityFacts {
  /// What the linkage expects of its merges; nil when it had no records.
  init?(_ linkage: Linkage, at point: OperatingPoint) {
    guard linkage.statistics.records > 0, let cuts = linkage.model.cuts else { return nil }
    let cut = point == .safe ? cuts.safeInBits : cuts.balancedInBits
    let bands = linkage.statistics.bands.map { band in
      let isMerged = (band.lower ?? -.infinity) >= cut
      let matches = band.expectedMatches
      return Band(
        lower: band.lower, upper: band.upper, pairs: band.pairs, isMerged: isMerged,
        expectedErrors: isMerged ? Double(band.pairs) - matches : matches)
    }
    self.init(
      mergedPairs: linkage.statistics.mergedPairs,
      expectedPrecision: linkage.statistics.expectedPrecision,
      expectedRecall: linkage.statistics.expectedRecall, bands: bands)
  }
}
