import Records
import Testing

@testable import Survivorship

@Suite struct MemberTests {
  @Test func membersStandInTheOrderOfSourceFileAndPosition() {
    let records = [
      record(1, source: "shop", ordinal: 1, values: []),
      record(2, source: "erp", ordinal: 9, values: []),
      record(3, source: "erp", ordinal: 10, values: []),
    ]
    #expect(members(of: records, priorities: [:]).map(\.record.id) == [2, 3, 1])
  }

  @Test func theLatestReadableChangeDateCounts() {
    let member = Member(
      record(1, changed("2020-01-01"), changed("2023-05-17"), text(.changedAt, "neulich")),
      priority: 3)
    #expect(member.changedAt == "2023-05-17")
    #expect(member.priority == 3)
    #expect(
      Member(record(1, text(.changedAt, "2023", mark: .invalid)), priority: 0).changedAt == "")
  }

  @Test(arguments: [
    ("2023-01-01", true), ("2023", true), ("--04-03", false), ("", false), ("203", false),
  ])
  func fullYears(text: String, isFull: Bool) {
    #expect(isFullYear(text) == isFull)
  }

  @Test func invalidCandidates() {
    #expect(email("x", mark: .invalid).isInvalid)
    #expect(phone("12", isValid: false).isInvalid)
    #expect(!email("a@b.example").isInvalid)
  }
}
