internal import Records
internal import Testing

@testable import Normalization

@Suite struct NormalizerBusinessTests {
  @Test func placeholderBirthDatesAreNothing() {
    for text in ["0000-00-00", "01.01.1900", "0.0.00", "0/0/00", "00000000"] {
      let result = normalized(("family", "Huber"), ("birth_date", text))
      #expect(result.record?.has(.birthDate) == false)
      #expect(result.problems.isEmpty)
    }
  }

  @Test func unreadableBirthDateIsKeptAndMarked() {
    let result = normalized(("family", "Huber"), ("birth_date", "Frühling"))
    #expect(result.record?.first(.birthDate)?.mark == .invalid)
    #expect(result.problems.map(\.code) == ["date-unreadable"])
  }

  @Test func wrongCheckDigitsAreKeptAndMarked() {
    let result = normalized(
      ("family", "Huber"), ("vat_id", "DE136695975"), ("iban", "DE89370400440532013001"))
    #expect(result.record?.first(.vatID)?.mark == .invalid)
    #expect(result.record?.first(.iban)?.mark == .invalid)
    #expect(result.problems.map(\.code) == ["vat-id-check-digit", "iban-check-digit"])
  }

  @Test func rolesUniteAndActiveIsNoStatus() {
    let result = normalized(
      ("family", "Huber"), ("role", "Debitor"), ("role", "Kunde, Presse"), ("status", "aktiv"))
    #expect(result.record?.values(of: .role).map(\.value.text) == ["customer", "press"])
    #expect(result.record?.has(.status) == false)
  }

  @Test func timestampsAreISO() {
    let result = normalized(("family", "Huber"), ("changed_at", "17.05.23 7:35"))
    #expect(result.record?.first(.changedAt)?.value == .text("2023-05-17T07:35:00"))
  }

  private func consents(_ values: (String, String)...) -> [Consent] {
    let result = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values))
    return (result.record?.values(of: .consent) ?? []).compactMap { value in
      guard case .consent(let consent) = value.value else { return nil }
      return consent
    }
  }

  @Test func optInColumnIsAboutTheOnlyEmail() {
    let found = consents(
      ("email", "A@b.de"), ("consent_state", "1"), ("consent_date", "2023-05-17 07:35:02"),
      ("consent_source", "web"), ("consent_evidence", "double-opt-in"))
    #expect(
      found == [
        Consent(
          channel: .email, address: "a@b.de", state: .granted, date: "2023-05-17T07:35:02",
          source: "web", evidence: "double-opt-in")
      ])
  }

  @Test func aGrantThatNamesNoneOfSeveralAddressesIsAboutNone() {
    let found = consents(("email", "a@b.de, c@d.de"), ("consent_state", "ja"))
    #expect(found == [Consent(channel: .email, state: .granted)])
    let named = consents(
      ("email", "a@b.de, c@d.de"), ("consent_state", "ja"), ("consent_address", "C@d.de"))
    #expect(named.map(\.address) == ["c@d.de"])
  }

  @Test func aYesToWhatIsNoAddressIsAYesToNothing() {
    let found = consents(
      ("email", "a@b.de"), ("consent_state", "ja"), ("consent_address", "siehe Akte"))
    #expect(found.map(\.state) == [.unknown])
    let denied = consents(
      ("email", "a@b.de"), ("consent_state", "nein"), ("consent_address", "siehe Akte"))
    #expect(denied == [Consent(channel: .email, address: "a@b.de", state: .denied)])
  }

  @Test func consentToCallsIsNoneToTheFaxNumber() {
    let found = consents(
      ("phone", "0711 123456"), ("fax", "0711 123457"), ("consent_channel", "Telefon"),
      ("consent_state", "ja"))
    #expect(found.map(\.address) == ["+49711123456"])
  }

  @Test func everyAddressThatIsNamedIsMeant() {
    let found = consents(
      ("family", "Huber"), ("consent_state", "nein"), ("consent_address", "a@b.de, c@d.de"))
    #expect(found.map(\.address) == ["a@b.de", "c@d.de"])
  }

  @Test func whatIsNotUnderstoodIsCounted() {
    let result = normalized(
      ("email", "a@b.de"), ("status", "Sonderfall"), ("consent_state", "siehe Akte"),
      ("consent_date", "bald"), ("consent_channel", "xyz"), ("consent_withdrawn_at", "ja"))
    #expect(
      result.problems.map(\.code) == [
        "status-unknown", "consent-date-unreadable", "consent-state-unknown",
        "consent-channel-unclear", "consent-withdrawal-undated",
      ])
    #expect(result.problems.allSatisfy { $0.action == .kept })
    #expect(
      result.problems.map(\.field) == [
        "status", "consent_date", "consent_state", "consent_channel", "consent_withdrawn_at",
      ])
  }

  @Test func denialIsAboutEveryAddress() {
    let found = consents(("email", "a@b.de; c@d.de"), ("consent_state", "nein"))
    #expect(found.map(\.address) == ["a@b.de", "c@d.de"])
    #expect(found.allSatisfy { $0.state == .denied })
  }

  @Test func groupsNameTheirChannels() {
    let found = consents(
      ("family", "Huber"), ("phone", "0711 123456"), ("consent_channel", "Telefon"),
      ("consent_state", "ja"), ("consent_channel.2", "Post"), ("consent_state.2", "nein"))
    #expect(found.map(\.channel) == [.phone, .post])
    #expect(found.map(\.address) == ["+49711123456", ""])
    #expect(found.map(\.state) == [.granted, .denied])
  }
}
