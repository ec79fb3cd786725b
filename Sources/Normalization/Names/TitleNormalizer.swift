/// Academic and professional titles in one spelling: "DR.MED." and "dr. med." give "Dr. med.".
///
/// The list is written from general knowledge (German, Austrian and Swiss degrees).
enum TitleNormalizer {
  /// The title of a title column; unknown words are kept as they are.
  static func normalized(_ text: String) -> String {
    let tokens = NameTokens.tokens(of: text)
    var parts: [String] = []
    var index = 0
    while index < tokens.count {
      if let (title, count) = title(in: tokens, at: index, isStrict: false) {
        parts.append(title)
        index += count
      } else {
        parts.append(tokens[index])
        index += 1
      }
    }
    return joined(parts)
  }

  /// The titles that a name begins with, and how many tokens they take.
  static func leadingTitles(of tokens: ArraySlice<String>) -> (title: String, count: Int) {
    var parts: [String] = []
    var index = 0
    let tokens = Array(tokens)
    // What is left must still hold a name.
    while index < tokens.count {
      let isFirst = parts.isEmpty
      guard let (title, count) = title(in: tokens, at: index, isStrict: isFirst) else { break }
      parts.append(title)
      index += count
    }
    return (joined(parts), index)
  }

  /// The longest title that begins at a token.
  ///
  /// - Parameter isStrict: Whether it must be able to stand first and alone ("med." cannot).
  private static func title(
    in tokens: [String], at start: Int, isStrict: Bool
  ) -> (String, Int)? {
    var key = ""
    var best: (String, Int)?
    for count in 1...min(4, tokens.count - start) {
      let token = tokens[start + count - 1]
      key += squashed(token)
      if key.utf8.count > 24 { break }
      guard let title = titles[key] else { continue }
      if isStrict {
        if followers.contains(key) { continue }
        if needsSign.contains(key), !hasSign(tokens[start...(start + count - 1)]) {
          continue
        }
      }
      best = (title, count)
    }
    return best
  }

  /// Whether a short word is spelled like a title: with a dot, or in capitals where it may be.
  private static func hasSign(_ tokens: ArraySlice<String>) -> Bool {
    tokens.contains {
      $0.has(".") || $0.has("(") || $0 == "DI" || $0 == "RA" || $0 == "StB" || $0 == "KR"
        || $0 == "PD" || $0 == "WP" || $0 == "RAin"
    }
  }

  /// Parts of a title that never begin one.
  private static let followers: Set<String> = [
    "med", "dent", "vet", "phil", "nat", "rer", "rernat", "rerpol", "reroec", "hc", "hcmult", "jur",
    "iur", "theol", "habil", "mult", "pol", "oec", "fh", "tu", "univ", "uni", "th", "eh", "techn",
    "rersoc", "rertechn", "scpol", "scnat", "agr", "et", "pharm", "ing", "em", "ao",
  ]
  /// Words that are titles only with a dot, brackets or capitals, and names without.
  private static let needsSign: Set<String> = [
    "di", "ra", "stb", "kr", "pd", "wp", "rain", "mag", "lic", "em", "ao", "bakk", "dipl", "mr",
    "msgr", "rev", "pfr", "hon", "sr", "med",
  ]

  private static let titles: [String: String] = {
    var titles = [
      "dr": "Dr.", "drin": "Dr.", "doktor": "Dr.", "dres": "Dres.", "ddr": "DDr.", "drs": "Drs.",
      "prof": "Prof.",
      "professor": "Prof.", "professorin": "Prof.", "profin": "Prof.", "profdr": "Prof. Dr.",
      "univprof": "Univ.-Prof.", "aoprof": "ao. Prof.", "pd": "PD", "privdoz": "PD",
      "privatdozent": "PD", "mag": "Mag.", "magfh": "Mag. (FH)", "maga": "Mag.a", "bakk": "Bakk.",
      "di": "DI", "difh": "DI (FH)", "ing": "Ing.", "dring": "Dr.-Ing.", "kr": "KommR",
      "kommr": "KommR", "kommerzialrat": "KommR", "lic": "lic.", "licphil": "lic. phil.",
      "liciur": "lic. iur.", "licoec": "lic. oec.", "ra": "RA", "rain": "RAin",
      "rechtsanwalt": "RA", "rechtsanwaeltin": "RAin", "stb": "StB", "steuerberater": "StB",
      "steuerberaterin": "StB", "wp": "WP", "wirtschaftspruefer": "WP", "notar": "Notar",
      "notarin": "Notarin", "med": "med.", "dent": "dent.", "vet": "vet.", "phil": "phil.",
      "nat": "nat.", "rer": "rer.", "rernat": "rer. nat.", "rerpol": "rer. pol.",
      "reroec": "rer. oec.", "rersoc": "rer. soc.", "rertechn": "rer. techn.", "hc": "h. c.",
      "hcmult": "h. c. mult.", "eh": "E. h.", "jur": "jur.", "iur": "iur.", "theol": "theol.",
      "habil": "habil.", "mult": "mult.", "pol": "pol.", "oec": "oec.", "techn": "techn.",
      "agr": "agr.", "pharm": "pharm.", "scpol": "sc. pol.", "scnat": "sc. nat.", "fh": "(FH)",
      "tu": "(TU)", "th": "(TH)", "univ": "(Univ.)", "uni": "(Univ.)", "em": "em.",
      "drmed": "Dr. med.", "drjur": "Dr. jur.", "driur": "Dr. iur.", "drphil": "Dr. phil.",
      "drrernat": "Dr. rer. nat.", "drmeddent": "Dr. med. dent.", "pfr": "Pfr.", "pfarrer": "Pfr.",
      "msgr": "Msgr.", "dekan": "Dekan", "hofrat": "Hofrat", "medizinalrat": "Medizinalrat",
      "et": "et",
      "dipl": "Dipl.", "oberstudienrat": "OStR", "ostr": "OStR", "studienrat": "StR",
    ]
    let diplomas = [
      "Ing", "Kfm", "Kffr", "Inf", "Inform", "Betriebsw", "Betrw", "Volksw", "Psych", "Päd", "Phys",
      "Chem", "Biol", "Math", "Oec", "Jur", "Soz", "Wirt.-Ing", "Wi.-Ing", "Wirtsch.-Ing",
      "Wirt.-Inf", "Wirtsch.-Inf", "Des", "Geogr", "Verww", "Verw.-Wirt", "Soz.-Päd", "Sozpäd",
      "Geol", "Kauffr", "Kaufm", "Theol", "Agr", "Ök", "Ökonom", "Übers", "Dolm", "Hdl", "Sportl",
      "Bibl", "Journ", "Designer", "Arch", "Holzw", "Forstw", "Stat", "Met", "Min", "Bw", "Vw",
      "Wi",
    ]
    for diploma in diplomas {
      let isWhole = diploma == "Designer" || diploma == "Ökonom"
      let title = "Dipl.-\(diploma)" + (isWhole ? "" : ".")
      titles[squashed(title)] = title
      titles[squashed(title) + "in"] = title
    }
    titles["diplomingenieur"] = "Dipl.-Ing."
    titles["diplomkaufmann"] = "Dipl.-Kfm."
    titles["diplomkauffrau"] = "Dipl.-Kffr."
    for degree in ["M.Sc.", "B.Sc.", "MBA", "LL.M.", "M.Eng.", "B.Eng.", "PhD"] {
      titles[squashed(degree)] = degree
    }
    // What was written as one title must read back as itself.
    return titles
  }()
}
