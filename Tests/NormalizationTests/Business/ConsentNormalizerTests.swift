internal import Records
internal import Testing

@testable import Normalization

@Suite struct ConsentNormalizerTests {
  private func statements(_ input: ConsentInput) -> [Consent] {
    ConsentNormalizer.reading(input).statements
  }

  private func codes(_ input: ConsentInput) -> [String] {
    ConsentNormalizer.reading(input).findings.map(\.finding.rawValue)
  }

  @Test func dateAloneIsAGrant() {
    let input = ConsentInput(date: "17.05.2023")
    #expect(
      statements(input) == [Consent(channel: .email, state: .granted, date: "2023-05-17")])
    #expect(codes(input).isEmpty)
  }

  @Test func aDateNobodyCanReadIsNoGrant() {
    let input = ConsentInput(date: "Frühling")
    #expect(statements(input) == [Consent(channel: .email, state: .unknown)])
    #expect(codes(input) == ["consent-date-unreadable"])
  }

  @Test func withdrawalDeniesWithItsDateBesideTheGrant() {
    let input = ConsentInput(state: "1", date: "2020-01-01", withdrawnAt: "2023-05-17")
    #expect(statements(input).map(\.state) == [.denied, .granted])
    #expect(statements(input).map(\.date) == ["2023-05-17", "2020-01-01"])
    let undated = ConsentInput(state: "ja", withdrawnAt: "2023-05-17")
    #expect(statements(undated).map(\.state) == [.denied])
  }

  @Test(arguments: ["ja", "x", "telefonisch Mai 2022", "31.02.2022", "3.5.", "unbekannt", "?"])
  func aWithdrawalWithoutAReadableDateDeniesUndated(text: String) {
    let input = ConsentInput(
      state: "ja", date: "2021-01-01", evidence: "DOI", withdrawnAt: text)
    #expect(statements(input).first?.state == .denied)
    #expect(statements(input).first?.date == "")
    #expect(codes(input) == ["consent-withdrawal-undated"])
  }

  @Test(arguments: ["", "0000-00-00", "-", "n/a", "nein", "NULL", "01.01.1900", "31.12.9999"])
  func noWithdrawal(text: String) {
    let input = ConsentInput(state: "ja", withdrawnAt: text)
    #expect(statements(input).map(\.state) == [.granted])
    #expect(codes(input).isEmpty)
  }

  @Test func timeZonesAreKept() {
    let input = ConsentInput(
      state: "ja", date: "2022-06-02T02:00:00Z", withdrawnAt: "2022-06-01T23:30:00-05:00")
    #expect(statements(input).map(\.date) == ["2022-06-01T23:30:00-05:00", "2022-06-02T02:00:00Z"])
  }

  @Test func unknownWordsAreCounted() {
    #expect(codes(ConsentInput(state: "siehe Akte")) == ["consent-state-unknown"])
    #expect(codes(ConsentInput(state: "unbekannt")).isEmpty)
  }

  @Test func anUnknownChannelIsAYesToNothingAndANoToAll() {
    let yes = ConsentInput(channel: "Papier", state: "ja")
    #expect(statements(yes).map(\.state) == [.unknown])
    #expect(codes(yes) == ["consent-channel-unclear"])
    let no = ConsentInput(channel: "Papier", state: "nein")
    #expect(statements(no).map(\.channel) == Consent.Channel.allCases)
    #expect(statements(no).allSatisfy { $0.state == .denied })
  }

  @Test func consentToMessagesIsNoneToCalls() {
    #expect(
      statements(ConsentInput(channel: "SMS", state: "ja")).map(\.state) == [.unknown])
    let no = ConsentInput(channel: "Fax", state: "nein")
    #expect(statements(no).map(\.channel) == [.phone] && codes(no).isEmpty)
  }

  @Test func channelColumnThatNamesNoneIsTheSource() {
    let found = statements(ConsentInput(channel: "Web", state: "ja"))
    #expect(found.map(\.source) == ["Web"] && found.map(\.channel) == [.email])
  }

  @Test func noAdvertisingIsAboutAllChannels() {
    let found = statements(ConsentInput(state: "keine Werbung"))
    #expect(found.map(\.channel) == Consent.Channel.allCases)
    #expect(statements(ConsentInput(state: "nein")).map(\.channel) == [.email])
    let named = ConsentInput(channel: "Telefon", state: "keine Werbung")
    #expect(statements(named).map(\.channel) == [.phone])
  }

  @Test func wordsForNoEvidenceAreNone() {
    #expect(statements(ConsentInput(state: "ja", evidence: "fehlt")).map(\.evidence) == [""])
    #expect(statements(ConsentInput(state: "ja", evidence: "DOI")).map(\.evidence) == ["DOI"])
  }

  @Test func nothingSaysNothing() { #expect(statements(ConsentInput()).isEmpty) }

  /// Whatever the words: without one of the few that say yes, and without a date, no grant.
  @Test func unknownIsNeverYes() {
    let states = ["", "?", "siehe Akte", "nein", "unbekannt", "ja?!x", "kein Widerspruch"]
    let channels = ["", "E-Mail", "xyz", "alle", "Fax", "kein Telefon"]
    for state in states {
      for channel in channels {
        for withdrawn in ["", "ja", "2022-01-01"] {
          let input = ConsentInput(channel: channel, state: state, withdrawnAt: withdrawn)
          #expect(statements(input).allSatisfy { $0.state != .granted })
        }
      }
    }
  }
}
