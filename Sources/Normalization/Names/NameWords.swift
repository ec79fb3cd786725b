/// The words around German names: particles, titles of nobility, suffixes, connectors.
///
/// Written from general knowledge.
enum NameWords {
  /// Particles by their lower-case spelling without a dot.
  static let particles: Set<String> = [
    "von", "vom", "van", "vander", "vanden", "der", "den", "dem", "de", "del", "della", "dei",
    "degli", "di", "da", "das", "do", "dos", "du", "la", "le", "les", "zu", "zum", "zur", "auf",
    "ter",
    "ten", "te", "af", "av", "het", "'t", "v", "vd", "y", "el", "al", "bin", "ibn", "ben", "an",
    "in",
    "aus", "ab", "am", "im", "unter",
  ]
  /// Particles that are German, and so lower case wherever they stand.
  static let germanParticles: Set<String> = [
    "von", "vom", "zu", "zum", "zur", "der", "den", "dem", "auf", "an", "in", "aus", "ab", "am",
    "im",
    "unter", "und",
  ]
  /// Particles that never begin one unless another follows: "an der", "in der", "aus dem".
  static let onlyBeforeParticle: Set<String> = [
    "der", "den", "dem", "das", "an", "in", "aus", "ab", "auf", "unter", "am", "im", "y",
  ]
  /// Words that are particles in lower case, and given or family names with a capital.
  static let namesWhenCapital: Set<String> = [
    "van", "de", "da", "la", "le", "di", "al", "el", "ben", "bin", "do", "y", "an", "ten", "du",
    "ab",
    "in", "am", "im", "te", "ter",
  ]
  /// Titles of nobility, part of the surname since 1919; kept with the particle.
  static let nobility: [String: String] = [
    "freiherr": "Freiherr", "frhr": "Freiherr", "freifrau": "Freifrau", "frfr": "Freifrau",
    "freiin": "Freiin", "graf": "Graf", "graefin": "Gräfin", "ritter": "Ritter", "edler": "Edler",
    "edle": "Edle", "baron": "Baron", "baronin": "Baronin", "fuerst": "Fürst",
    "fuerstin": "Fürstin",
    "prinz": "Prinz", "prinzessin": "Prinzessin", "herzog": "Herzog", "herzogin": "Herzogin",
    "landgraf": "Landgraf", "markgraf": "Markgraf", "erbgraf": "Erbgraf",
    "reichsgraf": "Reichsgraf",
  ]
  static let connectors: Set<String> = ["und", "u", "and", "&", "+"]
  static let birthMarkers: Set<String> = [
    "geb", "geborene", "geborener", "geboren", "gebn", "née", "nee", "born", "verw", "verwitwete",
    "verwitw", "gesch", "geschiedene",
  ]
  /// Suffixes by their squashed spelling.
  static let suffixes: [String: String] = [
    "jun": "jun.", "jr": "jun.", "jnr": "jun.", "junior": "jun.", "sen": "sen.", "sr": "sen.",
    "snr": "sen.", "senior": "sen.", "ad": "a. D.", "ir": "i. R.", "mdb": "MdB", "mdl": "MdL",
    "mep": "MdEP", "mdep": "MdEP", "msc": "M.Sc.", "bsc": "B.Sc.", "ma": "M.A.", "ba": "B.A.",
    "mba": "MBA", "emba": "EMBA", "llm": "LL.M.", "llb": "LL.B.", "phd": "PhD", "meng": "M.Eng.",
    "beng": "B.Eng.", "med": "M.Ed.", "bed": "B.Ed.", "cfa": "CFA", "cpa": "CPA", "oprem": "OPraem",
    "osb": "OSB", "sj": "SJ", "esq": "Esq.",
  ]
  /// Suffixes that count only with their dots or capitals, because they are words or initials too.
  static let dottedSuffixes: Set<String> = ["ad", "ir", "ma", "ba", "med", "bed"]
  static let romanNumerals: Set<String> = ["II", "III", "IV", "VI", "VII"]
  /// Words after "&" that say a firm: "& Söhne".
  static let partnerWords: Set<String> = [
    "sohn", "soehne", "soehnen", "sohnen", "tochter", "toechter", "partner", "partnerinnen", "co",
    "cie", "kollegen", "kolleginnen", "compagnie", "gebrueder", "team", "brueder", "family",
    "kompagnon",
    "partners", "sons", "fils", "figli", "collegen", "nachf", "nachfolger", "soenne",
  ]
}
