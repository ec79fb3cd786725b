import Records
import Testing

@testable import Survivorship

@Suite struct ValueGroupTests {
  private func groups(_ fields: FieldValue...) -> [ValueGroup] {
    let records = fields.enumerated().map { record(RecordID($0.offset + 1), $0.element) }
    let candidates = Candidates(
      members: members(of: records, priorities: [:]),
      list: fields.indices.map { Candidate(member: $0, position: 0) })
    return Survivorship.groups(of: spellings(of: candidates) ?? [], in: candidates)
  }

  @Test func equalValuesAreOneGroup() {
    let groups = groups(email("a@b.example"), email("A@B.example"), email("c@d.example"))
    #expect(groups.map(\.own) == [[0, 1], [2]])
    #expect(groups.allSatisfy { !$0.isCovered })
  }

  @Test func anInitialSpeaksForTheFullNames() {
    let groups = groups(name("H.", "Meyer"), name("Hans", "Meyer"), name("Heinz", "Meyer"))
    #expect(groups.map(\.isCovered) == [true, false, false])
    #expect(groups.map(\.all) == [[0], [1, 0], [2, 0]])
  }

  @Test func anInvalidValueCoversNothing() {
    var wrong = address("Hauptstraße", "12", "01067", "Dresden")
    wrong.mark = .invalid
    let groups = groups(wrong, address("Hauptstraße", "", "01067", "Dresden"))
    #expect(groups.map(\.isCovered) == [false, false])
    #expect(groups.map(\.isInvalid) == [true, false])
  }
}
