internal import Records
internal import Testing

@testable import Normalization

@Suite struct ConsentNormalizerTests {
  @Test(arguments: ["ja", "J", "1", "true", "WAHR", "opt-in", "x", "Double-Opt-In", "granted"])
  func granted(text: String) { #expect(ConsentNormalizer.state(text) == .granted) }

  @Test(arguments: [
    "nein", "N", "0", "false", "FALSCH", "opt-out", "widerrufen", "keine Werbung", "denied",
  ])
  func denied(text: String) { #expect(ConsentNormalizer.state(text) == .denied) }

  @Test(arguments: ["", "?", "unbekannt", "vielleicht", "unknown"])
  func unknownIsNeverYes(text: String) { #expect(ConsentNormalizer.state(text) == .unknown) }

  @Test func dateAloneIsAGrant() {
    let found = ConsentNormalizer.statements(ConsentInput(date: "17.05.2023"))
    #expect(found == [Consent(channel: .email, state: .granted, date: "2023-05-17")])
  }

  @Test func withdrawalDeniesWithItsDate() {
    let input = ConsentInput(state: "1", date: "2020-01-01", withdrawnAt: "2023-05-17")
    let found = ConsentNormalizer.statements(input)
    #expect(found == [Consent(channel: .email, state: .denied, date: "2023-05-17")])
  }

  @Test func grantAfterAWithdrawalStandsBesideIt() {
    let input = ConsentInput(state: "1", date: "2024-01-01", withdrawnAt: "2023-05-17")
    #expect(ConsentNormalizer.statements(input).map(\.state) == [.denied, .granted])
  }

  @Test func channels() {
    #expect(ConsentNormalizer.channels(in: "E-Mail, Telefon") == [.email, .phone])
    #expect(ConsentNormalizer.channels(in: "alle") == [.email, .phone, .post])
    #expect(ConsentNormalizer.channels(in: "web").isEmpty)
  }

  @Test func channelColumnThatNamesNoneIsTheSource() {
    let found = ConsentNormalizer.statements(ConsentInput(channel: "Papier", state: "ja"))
    #expect(found.map(\.source) == ["Papier"] && found.map(\.channel) == [.email])
  }

  @Test func nothingSaysNothing() { #expect(ConsentNormalizer.statements(ConsentInput()).isEmpty) }
}
