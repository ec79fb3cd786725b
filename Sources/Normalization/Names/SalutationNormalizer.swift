/// A salutation in its canonical form, and what it says about the record.
struct Salutation: Hashable {
  enum Gender: String { case male, female, diverse }
  /// "Herr", "Frau", "Familie", "Firma", or the source's words when they are none of these.
  var text: String
  var gender: Gender?
  var title = ""
  var isHousehold = false
  var isOrganization = false
  /// Whether it is one of the known forms.
  var isKnown = true
}

/// Salutations of German, English and French sources in one form: "Hr.", "mr", "Sehr geehrter
/// Herr".
enum SalutationNormalizer {
  /// The salutation of a column, with a title that stands in it ("Frau Dr.").
  static func normalized(_ text: String) -> Salutation {
    if let known = word(text) { return known }
    var tokens = NameTokens.tokens(of: text)
    if squashed(joined(Array(tokens.prefix(2)))).hasPrefix("sehrgeehrt") { tokens.removeFirst(2) }
    if ["lieber", "liebe", "werter", "werte"].contains(NameTokens.key(tokens.first ?? "")) {
      tokens.removeFirst()
    }
    if couples.contains(squashed(joined(tokens))) { return forms["familie"] ?? family }
    guard let first = tokens.first, var salutation = word(first) else {
      return Salutation(text: text, isKnown: false)
    }
    let (title, count) = TitleNormalizer.leadingTitles(of: tokens.dropFirst())
    salutation.title = title
    guard count == tokens.count - 1 else { return Salutation(text: text, isKnown: false) }
    return salutation
  }

  /// A single word that is a salutation; nil when it is none.
  static func word(_ word: String) -> Salutation? {
    word.utf8.count > 20 ? nil : forms[squashed(word)]
  }

  /// Whether a word inside a name is a salutation and not an initial or a name.
  static func inName(_ word: String) -> Salutation? {
    let key = squashed(word)
    guard inNames.contains(key) || (word.has(".") && dotted.contains(key)) else { return nil }
    return forms[key]
  }

  /// The gender that a gender column names.
  static func gender(_ text: String) -> Salutation.Gender? {
    genders[squashed(text)] ?? word(text)?.gender
  }

  private static let family = Salutation(text: "Familie", isHousehold: true)
  private static let couples: Set<String> = [
    "herrundfrau", "herrufrau", "herrnundfrau", "herrnufrau", "frauundherr", "frauundherrn",
    "herrfrau", "frauherr", "mrandmrs", "mrmrs", "mrsandmr", "eheleute", "herrnfrau", "fraundherr",
    "damenundherren",
  ]
  private static let inNames: Set<String> = [
    "herr", "herrn", "frau", "hr", "hrn", "fam", "familie", "eheleute", "ehepaar", "fraeulein",
    "frl",
    "mr", "mrs", "ms", "madame", "monsieur", "mme", "signora",
  ]
  private static let dotted: Set<String> = ["fr", "mlle", "sig"]
  private static let genders: [String: Salutation.Gender] = [
    "m": .male, "male": .male, "maennlich": .male, "mann": .male, "w": .female, "f": .female,
    "female": .female, "weiblich": .female, "d": .diverse, "divers": .diverse, "diverse": .diverse,
    "x": .diverse,
  ]
  private static let forms: [String: Salutation] = {
    var forms: [String: Salutation] = [:]
    for word in ["herr", "herrn", "hr", "hrn", "mr", "mister", "monsieur", "signor", "sig"] {
      forms[word] = Salutation(text: "Herr", gender: .male)
    }
    for word in [
      "frau", "fr", "frl", "fraeulein", "mrs", "ms", "miss", "madame", "mme", "mlle", "signora",
      "fru",
    ] {
      forms[word] = Salutation(text: "Frau", gender: .female)
    }
    for word in couples.union(["fam", "familie", "ehepaar", "family", "familien", "famille"]) {
      forms[word] = family
    }
    for word in ["firma", "fa", "firmen", "company", "unternehmen", "organisation", "fima"] {
      forms[word] = Salutation(text: "Firma", isOrganization: true)
    }
    for word in ["divers", "mx", "keineanrede"] where word != "keineanrede" {
      forms[word] = Salutation(text: "Divers", gender: .diverse)
    }
    return forms
  }()
}
