/// A country's numbering plan, compiled from the linked library's metadata.
///
/// It answers what libphonenumber's PhoneNumberUtil answers, step by step, for countries where
/// those steps are simple; for the others there is none, and the library is asked.
/// - Source: cpp/src/phonenumbers/phonenumberutil.cc of libphonenumber 8.12.
struct NumberingPlan {
  let callingCode: Digits
  /// What is dialled before a calling code; nil when that isn't one fixed number.
  let internationalPrefix: Digits?
  /// What is dialled before an area code; empty when there is none.
  let nationalPrefix: Digits

  /// The order the library asks in: the first type that matches is the number's.
  private static let order: [NumberType] = [
    .premiumRate, .tollFree, .sharedCost, .voip, .personal, .pager, .companyNumber, .voicemail,
    .fixedLine, .mobile,
  ]
  private static let general: DigitAutomaton.Matches = 1
  private static let mobile: DigitAutomaton.Matches = 1 << 10
  /// The longest national number the library knows (kMaxLengthForNsn).
  static let longest = 17

  private var automaton: DigitAutomaton
  /// By length: the descriptions (bit 0 general, then `order`) that may have this length.
  private let descriptionsOfLength: [DigitAutomaton.Matches]
  /// By length: whether a number may lose its prefix for it (TestNumberLength).
  private let isPossible: [Bool]
  private let longestPossible: Int
  private let hasOnePatternForMobileAndFixedLine: Bool

  /// Nil when a step isn't simple: a prefix that is a pattern or transformed, an unknown pattern.
  init?(_ country: CountryMetadata) {
    let descriptions =
      [country.general] + Self.order.map { country.types[$0] ?? NumberDescription() }
    var patterns: [DigitPattern?] = []
    for description in descriptions {
      let pattern = DigitPattern(description.pattern)
      if pattern == nil { return nil }
      patterns.append(description.pattern.isEmpty ? nil : pattern)
    }
    guard let nationalPrefix = Digits(country.nationalPrefix),
      let callingCode = Digits(String(country.callingCode)),
      country.transformRule.isEmpty, let longest = country.general.lengths.max(), longest > 0
    else { return nil }
    self.callingCode = callingCode
    self.nationalPrefix = nationalPrefix
    internationalPrefix = Digits(country.internationalPrefix).flatMap {
      $0.isEmpty ? nil : $0
    }
    automaton = DigitAutomaton(patterns)
    descriptionsOfLength = (0...Self.longest).map { length in
      descriptions.enumerated().reduce(into: 0) { found, description in
        let lengths = description.element.lengths
        if lengths.isEmpty || lengths.contains(length) { found |= 1 << description.offset }
      }
    }
    let local = country.general.localLengths
    isPossible = (0...longest).map {
      country.general.lengths.contains($0) && !local.contains($0)
    }
    longestPossible = longest
    hasOnePatternForMobileAndFixedLine = country.hasOnePatternForMobileAndFixedLine
  }

  /// The type of a national number, `unknown` when it isn't valid (GetNumberTypeHelper).
  mutating func type(of number: Digits) -> NumberType {
    guard number.count <= Self.longest else { return .unknown }
    let found = automaton.matches(number) & descriptionsOfLength[number.count]
    guard found & Self.general != 0, found != Self.general else { return .unknown }
    let index = (found & ~Self.general).trailingZeroBitCount
    let type = Self.order[index - 1]
    let isMobile = found & Self.mobile != 0
    switch type {
    case .fixedLine:
      return hasOnePatternForMobileAndFixedLine || isMobile ? .fixedLineOrMobile : .fixedLine
    case .mobile: return hasOnePatternForMobileAndFixedLine ? .unknown : .mobile
    default: return type
    }
  }

  /// Without the national prefix (MaybeStripNationalPrefixAndCarrierCode).
  ///
  /// A number that matches the general pattern keeps what looks like a prefix if it wouldn't after.
  mutating func withoutNationalPrefix(_ number: Digits) -> Digits {
    guard !nationalPrefix.isEmpty, number.starts(with: nationalPrefix) else { return number }
    let rest = number.dropFirst(nationalPrefix.count)
    return matchesGeneralPattern(number) && !matchesGeneralPattern(rest) ? number : rest
  }

  /// The national number of digits after a calling code, or as dialled inside the country.
  mutating func nationalNumber(_ digits: Digits) -> Digits {
    let stripped = withoutNationalPrefix(digits)
    let length = stripped.count
    // What is too long goes on without its prefix; what is too short, local or odd keeps it.
    return length > longestPossible || isPossible[length] ? stripped : digits
  }

  /// Without the calling code when it was written with neither "+" nor "00", as in "49 30 123456".
  ///
  /// Nil when those digits are rather the start of a national number (MaybeExtractCountryCode).
  mutating func withoutBareCallingCode(_ digits: Digits) -> Digits? {
    guard digits.starts(with: callingCode) else { return nil }
    let rest = withoutNationalPrefix(digits.dropFirst(callingCode.count))
    if digits.count > longestPossible { return rest }
    return !matchesGeneralPattern(digits) && matchesGeneralPattern(rest) ? rest : nil
  }

  private mutating func matchesGeneralPattern(_ number: Digits) -> Bool {
    automaton.matches(number) & Self.general != 0
  }
}
