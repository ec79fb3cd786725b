internal import Records

/// The words in which sources say yes, no, or that nobody knows, and whether there is evidence.
///
/// A yes is one of few words and nothing else beside it; a no is known by its parts, since who
/// refuses says it in many ways; whatever is left is unknown, and unknown is never a yes.
enum ConsentWords {
  enum Answer: Hashable {
    case granted, denied
    /// The source says that it doesn't know.
    case undecided
    /// Words that nobody foresaw.
    case unknown

    var state: Consent.State {
      switch self {
      case .granted: .granted
      case .denied: .denied
      case .undecided, .unknown: .unknown
      }
    }
  }

  static func answer(_ text: String) -> Answer {
    let key = squashed(text)
    if granted.contains(key) || text == "+" { return .granted }
    if denied.contains(key) || text == "-" { return .denied }
    if key.isEmpty || undecided.contains(key) { return .undecided }
    // As written: "nicht, abgemeldet" is no double negation.
    let written = words(of: text)
    let words = written.map(squashed)
    let negations = words.indices.filter { isNegation(words[$0]) }
    let refusals = words.indices.filter { isRefusal(words[$0]) }
    if let first = refusals.first {
      let isNegated =
        refusals.count == 1 && negations == [first - 1]
        && written[first - 1].utf8.allSatisfy(\.isASCIILetter)
      return isNegated ? .undecided : .denied
    }
    if holds(key, ["optout", "optedout"]) { return .denied }
    let isOpen = words.contains { isUndecided($0) }
    if negations.isEmpty { return isOpen ? .undecided : .unknown }
    let isOnlyOpen = words.allSatisfy { isNegation($0) || isUndecided($0) || $0.isEmpty }
    return isOpen && isOnlyOpen ? .undecided : .denied
  }

  /// Whether a refusal is about advertising as such, by whatever channel.
  static func isAboutAdvertising(_ text: String) -> Bool {
    holds(squashed(text), ["werb", "advert", "marketing", "robinson"])
  }

  /// Whether the text names evidence, and doesn't say that there is none.
  static func isEvidence(_ text: String) -> Bool {
    let key = squashed(text)
    if key.isEmpty || undecided.contains(key) || noEvidence.contains(key) { return false }
    let words = split(text) { $0 < 0x80 && !$0.isASCIILetter && !$0.isASCIIDigit }.map(squashed)
    // "No. 17" is a number, "no form" is none.
    if words.first == "no", words.count == 1 || !words[1].isAllDigits { return false }
    return !words.contains { word in
      isNegation(word) || word.hasPrefix("fehl") || word.hasPrefix("nein")
        || word.utf8.count > 2 && (undecided.contains(word) || noEvidence.contains(word))
    }
  }

  private static func isNegation(_ word: String) -> Bool {
    word.hasPrefix("kein") || word.hasPrefix("nicht") || negating.contains(word)
  }

  private static func isRefusal(_ word: String) -> Bool {
    word.hasPrefix("nein") || refusing.contains(word) || holds(word, refusalParts)
  }

  private static func isUndecided(_ word: String) -> Bool {
    undecided.contains(word) || openParts.contains { word.hasPrefix($0) }
  }

  private static func holds(_ text: String, _ parts: [String]) -> Bool {
    parts.contains { text.range(ofString: $0) != nil }
  }

  private static func set(_ text: String) -> Set<String> { Set(words(of: text)) }

  private static let granted = set(
    """
    ja j yes y 1 true wahr x granted erteilt optin doubleoptin doi singleoptin zugestimmt \
    zustimmung eingewilligt einwilligung subscribed angemeldet aktiv active ok erlaubt liegtvor \
    vorhanden confirmed bestaetigt t on
    """)
  private static let denied = set(
    "nein n no 0 false falsch f off nee ne keine kein nicht never nie")
  /// Said of consent, it is not known; said of evidence, there is none.
  private static let undecided = set(
    """
    unbekannt unknown na nv ka nn null nil none undefined unklar ungeklaert vielleicht maybe \
    pending offen open ausstehend angefragt requested ungeprueft unconfirmed unverified \
    unbestaetigt leer empty tbd neutral
    """)
  private static let noEvidence = set(
    """
    nein n no 0 false falsch f off keine kein nee never nie missing lost verloren verlegt vermisst \
    unavailable
    """)
  private static let negating = set("ohne not none without dont cannot")
  private static let refusing = set("no nee never nie niemals raus dnc")
  private static let refusalParts = words(
    of: """
      wider abgelehn ablehn lehnt verweiger verbot verbiet untersag sperr abmeld abgemeld austrag \
      ausgetrag kuendig zurueckgez zurueckgen zuruecknahm entzog entzieh storn abgelaufen \
      geloesch entfernt inaktiv stop unerw unerl unzul withdr withh revo declin reject refus denied \
      deny disagree disallow forbid prohibit object opposed unsub optout optedout block robinson \
      bounced cleaned inactive expired cancel remov delet suppress
      """)
  /// "Keine Angabe", "noch nicht abgefragt" say that nobody knows.
  private static let openParts = words(
    of: """
      angab bekannt gefragt abgefragt erfragt erfasst gepflegt gesetzt hinterlegt vorhanden \
      verfuegbar beantwortet geklaert entschieden geprueft bestaetigt daten info antwort eintrag \
      noch bisher asked known set available specified provided answer data confirmed verified yet
      """)
}
