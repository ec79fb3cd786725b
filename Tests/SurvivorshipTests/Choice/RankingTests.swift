import Records
import Testing

@testable import Survivorship

@Suite struct RankingTests {
  /// The chosen position among the records, and the rule that decided.
  private func winner(
    _ attribute: Attribute, _ rules: [SurvivorshipRule], priorities: [String: Int] = [:],
    _ records: Record...
  ) -> (text: String, rule: SurvivorshipRule)? {
    let members = members(of: records, priorities: priorities)
    let candidates = Candidates(
      members: members,
      list: members.indices.flatMap { member in
        members[member].record.values.indices
          .filter { members[member].record.values[$0].attribute == attribute }
          .map { Candidate(member: member, position: $0) }
      })
    let ranking = Ranking(
      attribute: attribute, rules: rules, candidates: candidates)
    let spelled = spellings(of: candidates) ?? [Spelling(candidates: Array(candidates.indices))]
    let groups = groups(of: spelled, in: candidates)
    let (ordered, rule) = ranking.order(Array(groups.indices), of: groups)
    return ordered.first.map {
      (candidates.field(ranking.spelling(of: groups[$0])).value.text, rule)
    }
  }

  @Test func theHigherPriorityWins() {
    let won = winner(
      .position, [.sourcePriority], priorities: ["shop": 5],
      record(1, text(.position, "Leiter")), record(2, source: "shop", text(.position, "Chef")))
    #expect(won?.text == "Chef" && won?.rule == .sourcePriority)
  }

  @Test func theLaterChangeDateWins() {
    let won = winner(
      .position, [.mostRecent], record(1, text(.position, "Leiter"), changed("2023-01-01")),
      record(2, source: "shop", text(.position, "Chef"), changed("2021-01-01")),
      record(3, text(.position, "Azubi")))
    #expect(won?.text == "Leiter" && won?.rule == .mostRecent)
  }

  @Test func withoutDatesTheLaterRowOfOneSourceWins() {
    let won = winner(
      .position, [.mostRecent], record(1, text(.position, "Leiter")),
      record(2, text(.position, "Chef")))
    #expect(won?.text == "Chef" && won?.rule == .mostRecent)
  }

  @Test func rowsOfTwoSourcesSayNothingOfTheirAge() {
    let won = winner(
      .position, [.mostRecent, .mostFrequent], record(1, text(.position, "Leiter")),
      record(2, source: "shop", text(.position, "Chef")),
      record(3, source: "liste", text(.position, "Leiter")))
    #expect(won?.text == "Leiter" && won?.rule == .mostFrequent)
  }

  @Test func whatMostRecordsSayWins() {
    let won = winner(
      .name, [.mostFrequent], record(1, name("Hans", "Meyer")),
      record(2, source: "shop", name("Hans", "Meier")),
      record(3, source: "liste", name("Hans", "Meier")))
    #expect(won?.text == "Hans Meier" && won?.rule == .mostFrequent)
  }

  @Test func theMostCompleteWins() {
    let won = winner(
      .name, [.mostComplete], record(1, name("Eva", "Meyer")),
      record(2, source: "shop", name("Eva", "Meyer-Schmidt")))
    #expect(won?.text == "Eva Meyer-Schmidt" && won?.rule == .mostComplete)
  }

  @Test func theEarliestCreationDateSaysMost() {
    let won = winner(
      .createdAt, [.mostComplete], record(1, text(.createdAt, "2005-01-01")),
      record(2, source: "shop", text(.createdAt, "1998-01-05")),
      record(3, text(.createdAt, "früher")))
    #expect(won?.text == "1998-01-05")
  }

  @Test func theStricterStatusWins() {
    let won = winner(
      .status, [.mostRestrictive], record(1, text(.status, "blocked")),
      record(2, text(.status, "insolvent")))
    #expect(won?.text == "insolvent" && won?.rule == .mostRestrictive)
  }

  @Test func validBeatsInvalidBeforeAnyRule() {
    let won = winner(
      .vatID, [.sourcePriority], priorities: ["erp": 9],
      record(1, text(.vatID, "DE1", mark: .invalid)),
      record(2, source: "shop", text(.vatID, "DE136695976")))
    #expect(won?.text == "DE136695976" && won?.rule == .onlyValue)
  }

  @Test func equalByEveryRuleTheFirstSourceByNameDecides() {
    let won = winner(
      .position, [], record(1, source: "shop", text(.position, "Chef")),
      record(2, text(.position, "Leiter")))
    #expect(won?.text == "Leiter" && won?.rule == .sourcePriority)
  }

  @Test func theBestSpellingStandsForItsValue() {
    let won = winner(
      .name, [.mostFrequent], record(1, name("HANS", "MUELLER")),
      record(2, name("Hans", "Mueller")),
      record(3, name("Hans", "Müller")))
    #expect(won?.text == "Hans Müller")
    let trusted = winner(
      .name, [.mostFrequent], priorities: ["erp": 1],
      record(1, source: "shop", name("Hans", "Müller")),
      record(2, name("Hans", "Mueller")))
    #expect(trusted?.text == "Hans Mueller")
  }
}
