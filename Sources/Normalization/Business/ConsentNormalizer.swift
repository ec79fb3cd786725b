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

/// What one group of columns says, with the address as it is written there.
struct ConsentReading {
  var statements: [Consent] = []
  /// What was not understood, and in which column.
  var findings: [(finding: Finding, field: Field)] = []
}

/// Reads consent: who may be reached how, since when, by which proof. Never guesses a grant.
enum ConsentNormalizer {
  /// The statements of one group of columns.
  ///
  /// A withdrawal denies with its date, and undated when its date can't be read; a dated statement
  /// stands beside it. A group that names no channel is about e-mail, unless its address is a
  /// number.
  static func reading(_ input: ConsentInput) -> ConsentReading {
    guard !input.isEmpty else { return ConsentReading() }
    var reading = ConsentReading()
    let date = DateNormalizer.instant(input.date)
    if date == nil, !input.date.isEmpty { reading.findings.append((.consentDate, .consentDate)) }
    let answer = ConsentWords.answer(input.state)
    if answer == .unknown { reading.findings.append((.consentState, .consentState)) }
    let isDateAlone = input.state.isEmpty && date?.isEmpty == false
    let state = isDateAlone ? .granted : answer.state
    let channels = channels(of: input, isDenied: state == .denied)
    let isHalfGranted = state == .granted && channels.certain != channels.possible
    if !channels.isClear || isHalfGranted {
      reading.findings.append((.consentChannel, .consentChannel))
    }

    let statement = Consent(
      channel: .email, address: input.address, state: state, date: date ?? "",
      source: channels.isOrigin && input.source.isEmpty ? input.channel : input.source,
      evidence: ConsentWords.isEvidence(input.evidence) ? input.evidence : "")
    let withdrawal = withdrawal(input.withdrawnAt, &reading)
    if let withdrawal {
      var denial = statement
      denial.state = .denied
      denial.date = withdrawal
      reading.add(denial, about: channels)
    }
    // Beside a withdrawal, what is undated or unknown adds nothing.
    if withdrawal == nil || state != .unknown && !statement.date.isEmpty {
      reading.add(statement, about: channels)
    }
    return reading
  }

  /// The date of a withdrawal, "" when it can't be read; nil when there is none.
  private static func withdrawal(_ text: String, _ reading: inout ConsentReading) -> String? {
    let isNone = text.isEmpty || text == "-" || noWithdrawal.contains(squashed(text))
    if isNone { return nil }
    guard let date = DateNormalizer.instant(text) else {
      reading.findings.append((.withdrawalDate, .consentWithdrawnAt))
      return ""
    }
    return date.isEmpty ? nil : date
  }

  /// The channels that are named, else those that the rest of the group speaks for.
  private static func channels(of input: ConsentInput, isDenied: Bool) -> ConsentChannels {
    var channels = ConsentChannels(in: input.channel)
    guard channels.possible.isEmpty else { return channels }
    let isNumber = !input.address.isEmpty && !input.address.has("@") && input.address.digitCount > 5
    channels.certain = [isNumber ? .phone : .email]
    // "Keine Werbung" is about letters too.
    let isAboutAll =
      isDenied && input.address.isEmpty && ConsentWords.isAboutAdvertising(input.state)
    channels.possible = isAboutAll ? Consent.Channel.allCases : channels.certain
    return channels
  }

  /// Words for "never" in a column of withdrawals.
  private static let noWithdrawal: Set<String> = [
    "nein", "n", "no", "false", "falsch", "f", "0", "na", "ka", "null", "none", "nil", "nie",
    "never", "keine", "keiner", "kein", "nicht", "nichtwiderrufen", "keinwiderruf",
  ]
}

extension ConsentReading {
  /// A grant is about what is certain, a denial about what is possible; a grant about nothing
  /// certain is kept, and says nothing.
  fileprivate mutating func add(_ statement: Consent, about channels: ConsentChannels) {
    var statement = statement
    var about = statement.state == .denied ? channels.possible : channels.certain
    if about.isEmpty {
      statement.state = .unknown
      about = [channels.possible.first ?? .email]
    }
    for channel in about {
      statement.channel = channel
      statements.append(statement)
    }
  }
}
