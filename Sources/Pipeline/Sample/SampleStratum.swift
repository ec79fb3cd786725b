internal import Records
internal import Reports

/// The parts of all pairs from which a sample is drawn.
enum SampleStratum: Hashable {
  /// Pairs that wait for review: they are two contacts so far.
  case review
  /// Pairs of one contact that were merged through others, never scored themselves.
  case indirect
  /// Pairs of one contact by their weight, weakest first: the number of the band.
  case band(Int)

  /// Bounds between the bands, in bits.
  static let bounds = mergeBandBounds

  static let all: [SampleStratum] =
    [.review, .indirect] + (0...bounds.count).map(SampleStratum.band)

  /// Of a merged pair.
  init(weightInBits: Double) {
    self = .band(Self.bounds.firstIndex { weightInBits < $0 } ?? Self.bounds.count)
  }

  /// - Returns: nil for a number no stratum has.
  init?(number: Int) {
    guard Self.all.indices.contains(number) else { return nil }
    self = Self.all[number]
  }

  var number: Int { Self.all.firstIndex(of: self) ?? 0 }

  /// Whether its pairs are one contact in the store.
  var isMerged: Bool { self != .review }

  var phrase: Phrase {
    switch self {
    case .review: return Phrase(de: "zu prüfen", en: "to review")
    case .indirect: return Phrase(de: "über andere zusammengeführt", en: "merged through others")
    case .band(let band):
      func bits(_ language: Language) -> String {
        func number(_ bound: Double) -> String { NumberText(language).decimal(bound, places: 0) }
        let unit = language == .german ? "Bit" : "bits"
        if band == 0 { return "< \(number(Self.bounds[0])) \(unit)" }
        let lower = number(Self.bounds[band - 1])
        if band == Self.bounds.count { return "≥ \(lower) \(unit)" }
        return "\(lower)–\(number(Self.bounds[band])) \(unit)"
      }
      return Phrase(de: bits(.german), en: bits(.english))
    }
  }
}
