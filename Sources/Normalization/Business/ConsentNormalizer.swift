internal import Records

/// The columns of one statement of consent, cleaned; empty where there is none.
struct ConsentInput: Hashable {
  var channel = ""
  var address = ""
  var state = ""
  var date = ""
  var source = ""
  var evidence = ""
  var withdrawnAt = ""

  var isEmpty: Bool {
    state.isEmpty && date.isEmpty && withdrawnAt.isEmpty && evidence.isEmpty && source.isEmpty
      && channel.isEmpty && address.isEmpty
  }
}

/// Reads consent: who may be reached how, since when, by which proof. Never guesses a grant.
enum ConsentNormalizer {
  /// The statements of one group of columns, with the address as it is written there.
  ///
  /// A withdrawal denies with its date; a grant dated after it stands beside it. A column group
  /// that names no channel is about e-mail.
  static func statements(_ input: ConsentInput) -> [Consent] {
    guard !input.isEmpty else { return [] }
    let named = channels(in: input.channel)
    let date = DateNormalizer.timestamp(input.date) ?? ""
    let withdrawn = DateNormalizer.timestamp(input.withdrawnAt) ?? ""
    let word = state(input.state, hasDate: !date.isEmpty)
    // A channel column that names no channel ("web", "Papier") says where consent was given.
    let channelIsSource = named.isEmpty && input.source.isEmpty
    let source = channelIsSource ? input.channel : input.source
    return (named.isEmpty ? [guessed(input.address)] : named).flatMap { channel in
      var statements: [Consent] = []
      func add(_ state: Consent.State, _ date: String) {
        statements.append(
          Consent(
            channel: channel, address: input.address, state: state, date: date, source: source,
            evidence: isProof(input.evidence) ? input.evidence : ""))
      }
      if !withdrawn.isEmpty { add(.denied, withdrawn) }
      let isLaterGrant = word == .granted && date > withdrawn
      if withdrawn.isEmpty || isLaterGrant { add(word, date) }
      return statements
    }
  }

  /// - Parameter hasDate: A date of consent without a state is a grant on that date.
  static func state(_ text: String, hasDate: Bool = false) -> Consent.State {
    guard !text.isEmpty else { return hasDate ? .granted : .unknown }
    let key = squashed(text)
    if granted.contains(key) { return .granted }
    if denied.contains(key) { return .denied }
    return text == "+" ? .granted : text == "-" ? .denied : .unknown
  }

  static func channels(in text: String) -> [Consent.Channel] {
    var channels: [Consent.Channel] = []
    for part in split(text, where: { ";,/|+&\n".utf8.contains($0) }) {
      guard let found = channelWords[squashed(part)] else { continue }
      for channel in found where !channels.contains(channel) { channels.append(channel) }
    }
    return channels
  }

  /// The channel of an address: a number is for calls, everything else for e-mail.
  private static func guessed(_ address: String) -> Consent.Channel {
    !address.isEmpty && !address.has("@") && address.digitCount > 5 ? .phone : .email
  }

  private static func isProof(_ text: String) -> Bool {
    !["unbekannt", "unknown", "keine", "kein", "none", "na", "ka", ""].contains(squashed(text))
  }

  private static let granted: Set<String> = [
    "ja", "j", "yes", "y", "1", "true", "wahr", "x", "granted", "erteilt", "optin", "doubleoptin",
    "doi",
    "singleoptin", "zugestimmt", "zustimmung", "eingewilligt", "einwilligung", "subscribed",
    "angemeldet",
    "aktiv", "active", "ok", "erlaubt", "liegtvor", "vorhanden", "confirmed", "bestaetigt", "t",
    "on",
  ]
  private static let denied: Set<String> = [
    "nein", "n", "no", "0", "false", "falsch", "denied", "verweigert", "optout", "widerrufen",
    "widerruf",
    "widersprochen", "widerspruch", "abgelehnt", "unsubscribed", "abgemeldet", "gesperrt",
    "blocked",
    "nichterlaubt", "verboten", "inaktiv", "inactive", "f", "off", "keine", "kein", "nichterteilt",
    "werbesperre", "robinson", "bounced", "cleaned", "keinewerbung",
  ]
  private static let channelWords: [String: [Consent.Channel]] = {
    var words: [String: [Consent.Channel]] = [:]
    for word in [
      "email", "mail", "emails", "newsletter", "nl", "elektronisch", "emailwerbung", "epost",
    ] {
      words[word] = [.email]
    }
    for word in [
      "telefon", "phone", "tel", "anruf", "call", "telefonisch", "sms", "mobil", "handy", "fax",
      "telefonwerbung", "whatsapp", "mobile",
    ] {
      words[word] = [.phone]
    }
    for word in [
      "post", "brief", "postalisch", "letter", "mailing", "briefpost", "postwerbung", "print",
    ] {
      words[word] = [.post]
    }
    for word in ["alle", "all", "allekanaele", "gesamt", "werbung", "marketing"] {
      words[word] = Consent.Channel.allCases
    }
    return words
  }()
}
