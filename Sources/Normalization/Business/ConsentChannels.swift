internal import Records

/// The channels that a statement of consent names.
///
/// A yes is about what is named for certain, a no about all that may be meant: so consent for one
/// channel never becomes consent for another, and no refusal is lost for want of a word.
struct ConsentChannels: Hashable {
  /// What a grant is about.
  var certain: [Consent.Channel] = []
  /// What a denial is about; all of `certain` among it.
  var possible: [Consent.Channel] = []
  /// Whether every word is understood.
  var isClear = true
  /// Whether the text says where consent was given ("web"), and names no channel.
  var isOrigin = false

  /// Reads "E-Mail, Telefon", "Post und Fax", "alle"; a text that is empty names none.
  init(in text: String) {
    if Self.origins.contains(squashed(text)) {
      isOrigin = true
      return
    }
    for part in split(text, where: { ";,/|+&\n".utf8.contains($0) }) {
      let named = Self.named(in: part)
      isClear = isClear && named.isClear
      certain = Self.union(certain, named.certain)
      possible = Self.union(possible, named.possible)
    }
  }

  private init(certain: [Consent.Channel], possible: [Consent.Channel]) {
    self.certain = certain
    self.possible = possible
  }

  private static func named(in part: String) -> ConsentChannels {
    if let whole = exact[squashed(part)] { return whole }
    let words = words(of: part).map(squashed)
    var named = ConsentChannels(certain: [], possible: [])
    var index = 0
    while index < words.count {
      // "E Mail" is one word.
      let pair = index + 1 < words.count ? words[index] + words[index + 1] : ""
      let isPair = pair == "email" || pair == "epost"
      let word = isPair ? pair : words[index]
      index += isPair ? 2 : 1
      if fillers.contains(word) { continue }
      // "Alle außer Post", "kein Telefon": one word that is not understood may turn the others.
      guard let found = Self.named(word) else { return .any }
      named.certain = union(named.certain, found.certain)
      named.possible = union(named.possible, found.possible)
    }
    return named.possible.isEmpty ? .any : named
  }

  private static func named(_ word: String) -> ConsentChannels? {
    if let exact = exact[word] { return exact }
    if word.hasPrefix("kein") || word.hasPrefix("nicht") { return nil }
    for (channels, stems) in stems where stems.contains(where: { word.range(ofString: $0) != nil })
    {
      return channels
    }
    return nil
  }

  private static func union(_ left: [Consent.Channel], _ right: [Consent.Channel])
    -> [Consent.Channel]
  {
    Consent.Channel.allCases.filter { left.contains($0) || right.contains($0) }
  }

  private static let any: ConsentChannels = {
    var any = ConsentChannels(certain: [], possible: Consent.Channel.allCases)
    any.isClear = false
    return any
  }()
  private static let email = ConsentChannels(certain: [.email], possible: [.email])
  private static let phone = ConsentChannels(certain: [.phone], possible: [.phone])
  private static let post = ConsentChannels(certain: [.post], possible: [.post])
  /// Goes to a number, and is no call: a grant of it is none of calls.
  private static let message = ConsentChannels(certain: [], possible: [.phone])
  /// Printed or electronic.
  private static let mailing = ConsentChannels(certain: [.post], possible: [.email, .post])

  private static let exact: [String: ConsentChannels] = {
    let lists: [(ConsentChannels, String)] = [
      (email, "email emails mail mails nl elektronisch electronic epost ecard"),
      (phone, "tel call calls mobil mobile handy festnetz fernmuendlich"),
      (post, "post print prospekt prospekte directmail postalmail snailmail"),
      (mailing, "mailing mailings"),
      (
        ConsentChannels(
          certain: Consent.Channel.allCases, possible: Consent.Channel.allCases),
        "alle all allekanaele allchannels jeder jede any"
      ),
    ]
    var exact: [String: ConsentChannels] = [:]
    for (channels, words) in lists {
      for word in Normalization.words(of: words) { exact[word] = channels }
    }
    return exact
  }()

  /// In this order: "newsletter" holds "letter", "telefax" holds "tele".
  private static let stems: [(ConsentChannels, [String])] = [
    (message, ["fax", "sms", "whatsapp", "messenger", "signal", "telegram"]),
    (email, ["newsletter", "email", "rundmail", "mailwerbung", "werbemail"]),
    (phone, ["telefon", "phone", "anruf", "telemarketing"]),
    (post, ["brief", "katalog", "catalog", "postal", "postsend", "postweg", "postwerbung"]),
    (post, ["postversand", "letter", "prospekt", "drucksache"]),
  ]
  /// What stands between channels and names none.
  private static let fillers: Set<String> = Set(
    Normalization.words(
      of: """
        und u and sowie oder or o per via by mit with auf dem bzw nur only auch werbung marketing \
        kanal kanaele channel channels kontakt ansprache info infos
        """) + [""])
  private static let origins: Set<String> = Set(
    Normalization.words(
      of: """
        web website webseite webformular internet online homepage shop webshop onlineshop \
        kontaktformular formular messe import app
        """))
}
