import Records
import Testing

@testable import Survivorship

@Suite struct ConsentLedgerTests {
  private typealias State = Consent.State

  private func standing(_ statements: [(State, String, String)]) -> ConsentStanding {
    consentStanding(
      of: statements.map {
        Consent(channel: .email, address: "a@b.example", state: $0.0, date: $0.1, evidence: $0.2)
      })
  }

  @Test func unknownIsNeverYes() {
    #expect(standing([]) == .unknown)
    #expect(standing([(.unknown, "2023-01-01", "web")]) == .unknown)
    #expect(standing([(.unknown, "", ""), (.denied, "", "")]) == .denied)
  }

  @Test func aGrantStandsAsLongAsNothingDeniesIt() {
    #expect(standing([(.granted, "", "")]) == .granted(isProven: false))
    #expect(standing([(.granted, "2023-01-01", "")]) == .granted(isProven: false))
    #expect(standing([(.granted, "2023-01", "")]) == .granted(isProven: false))
    #expect(standing([(.granted, "2023-01-01", "double-opt-in")]) == .granted(isProven: true))
    #expect(
      standing([(.granted, "", ""), (.unknown, "2024-01-01", "")]) == .granted(isProven: false))
  }

  @Test func aWithdrawalBeatsUndatedAndEarlierGrants() {
    let withdrawal = (State.denied, "2022-06-01", "")
    #expect(standing([withdrawal, (.granted, "", "double-opt-in")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2021-01-01", "double-opt-in")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2022-06-01", "double-opt-in")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2022-06-01T12:00:00", "double-opt-in")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2022-06", "double-opt-in")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2022", "double-opt-in")]) == .denied)
  }

  @Test func aLaterGrantCountsOnlyWithDateAndEvidence() {
    let withdrawal = (State.denied, "2022-06-01", "")
    #expect(standing([withdrawal, (.granted, "2023-01-01", "double-opt-in")]) == .grantedAgain)
    #expect(standing([withdrawal, (.granted, "2023-01-01", "")]) == .denied)
    #expect(standing([withdrawal, (.granted, "2024-01-01", "")]) == .denied)
    #expect(standing([withdrawal, (.granted, "soon", "double-opt-in")]) == .denied)
  }

  @Test func anUndatedDenialIsNeverEarlier() {
    #expect(standing([(.denied, "", ""), (.granted, "2023-01-01", "double-opt-in")]) == .denied)
  }

  @Test func theGrantMustBeLaterThanEveryDenial() {
    let statements: [(State, String, String)] = [
      (.denied, "2020-01-01", ""), (.granted, "2021-01-01", "paper"), (.denied, "2022-01-01", ""),
    ]
    #expect(standing(statements) == .denied)
    #expect(standing(statements + [(.granted, "2023-01-01", "paper")]) == .grantedAgain)
  }

  @Test func workedExamplesOfTheDocumentation() {
    let withdrawn = (State.denied, "2022-06-01", "")
    #expect(standing([(.granted, "", "")]) == .granted(isProven: false))
    #expect(standing([(.granted, "", ""), withdrawn]) == .denied)
    #expect(standing([withdrawn, (.granted, "2023-01-10", "double opt-in")]) == .grantedAgain)
    #expect(standing([withdrawn, (.granted, "2023-01-10", "")]) == .denied)
    #expect(standing([withdrawn, (.granted, "2022-06-01T12:00", "double opt-in")]) == .denied)
    #expect(standing([(.denied, "", ""), (.granted, "2023-01-10", "double opt-in")]) == .denied)
    #expect(standing([(.unknown, "", "")]) == .unknown)
  }

  @Test(arguments: 0..<3)
  func orderOfStatementsDoesNotMatter(seed: Int) {
    var sequence = Sequence32(seed)
    for _ in 0..<200 {
      let statements = (0..<sequence.number(below: 5)).map { _ in
        (
          sequence.pick(State.allCases),
          sequence.pick(["", "2020-01-01", "2021-05-05", "2021-05"]),
          sequence.pick(["", "paper"])
        )
      }
      #expect(standing(statements) == standing(sequence.shuffled(statements)))
      // A denial never makes a yes.
      let denied = standing(statements + [(.denied, "", "")])
      #expect(denied == .denied)
    }
  }

  // MARK: Which address a statement is about

  private func ledger(_ values: FieldValue...) -> ConsentLedger {
    ConsentLedger(members(of: [record(1, values: values)], priorities: [:]))
  }

  @Test func consentNeverCrossesAddressesOrChannels() {
    let ledger = ledger(
      email("a@b.example"), email("c@d.example"), consent(.email, .granted, "A@B.example"))
    #expect(ledger.standing(.email, at: "a@b.example") == .granted(isProven: false))
    #expect(ledger.standing(.email, at: "c@d.example") == .unknown)
    #expect(ledger.standing(.phone, at: "a@b.example") == .unknown)
    #expect(ledger.standing(.post, at: "") == .unknown)
  }

  @Test func aStatementWithoutAddressIsAboutItsRecordsOnlyOne() {
    let one = ledger(email("a@b.example"), consent(.email, .granted))
    #expect(one.standing(.email, at: "a@b.example") == .granted(isProven: false))
    let two = ledger(email("a@b.example"), email("c@d.example"), consent(.email, .granted))
    #expect(two.standing(.email, at: "a@b.example") == .unplaced)
    #expect(two.standing(.email, at: "other@d.example") == .unknown)
    let denied = ledger(
      email("a@b.example"), email("c@d.example"), consent(.email, .granted),
      consent(.email, .denied, "a@b.example"))
    #expect(denied.standing(.email, at: "a@b.example") == .denied)
  }

  @Test func consentToCallsIsNoneToTheFaxNumber() {
    let ledger = ledger(phone("+4935112346", kind: .fax), consent(.phone, .granted))
    #expect(ledger.standing(.phone, at: "+4935112346") == .unknown)
  }

  @Test func aDenialWithoutAddressIsAboutAllOfItsRecord() {
    let two = ledger(email("a@b.example"), email("c@d.example"), consent(.email, .denied))
    #expect(two.standing(.email, at: "a@b.example") == .denied)
    #expect(two.standing(.email, at: "c@d.example") == .denied)
    #expect(two.standing(.email, at: "other@d.example") == .unknown)
    let none = ledger(consent(.email, .denied))
    #expect(none.standing(.email, at: "a@b.example") == .denied)
  }

  // MARK: Objections of others

  @Test func whatOthersObjectedMustBeOlderThanAProvenGrant() {
    let objection = Objection(
      moment: ConsentMoment("2022-06-01"), source: "news", isGone: false)
    func standing(_ consents: Consent...) -> ConsentStanding {
      consentStanding(of: consents, against: [objection])
    }
    func grant(_ date: String, _ evidence: String) -> Consent {
      Consent(channel: .email, state: .granted, date: date, evidence: evidence)
    }
    #expect(standing() == .deniedElsewhere(objection))
    #expect(standing(grant("", "paper")) == .deniedElsewhere(objection))
    #expect(standing(grant("2020-01-01", "paper")) == .deniedElsewhere(objection))
    #expect(standing(grant("2023-01-01", "")) == .deniedElsewhere(objection))
    #expect(standing(grant("2023-01-01", "paper")) == .grantedAgain)
    let own = Consent(channel: .email, state: .denied, date: "2021-01-01")
    #expect(standing(own) == .denied)
    #expect(standing(own, grant("2022-01-01", "paper")) == .deniedElsewhere(objection))
    #expect(standing(own, grant("2023-01-01", "paper")) == .grantedAgain)
  }
}
