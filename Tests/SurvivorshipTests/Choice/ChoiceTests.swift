import Records
import Testing

@testable import Survivorship

@Suite struct ChoiceTests {
  private func values(
    _ attribute: Attribute, union isUnion: Bool, _ records: Record...
  ) -> [ContactValue] {
    let members = members(of: records, priorities: [:])
    let candidates = Candidates(
      members: members,
      list: members.indices.flatMap { member in
        members[member].record.values.indices
          .filter { members[member].record.values[$0].attribute == attribute }
          .map { Candidate(member: member, position: $0) }
      })
    return Choice(
      of: attribute, from: candidates, rules: [.mostFrequent, .mostComplete],
      isUnion: isUnion
    ).values()
  }

  @Test func aUnionKeepsEachValueOnce() {
    let values = values(
      .email, union: true, record(1, email("a@b.example"), email("c@d.example")),
      record(2, source: "shop", email("C@D.example")))
    #expect(values.map(\.value.value.text) == ["c@d.example", "a@b.example"])
    #expect(values.map(\.agreeing) == [[2], []])
    #expect(values.allSatisfy { $0.rule == .union && $0.lost.isEmpty })
  }

  @Test func anInvalidValueStandsLastInAUnion() {
    let values = values(
      .phone, union: true, record(1, phone("12", isValid: false), phone("+4935112345")))
    #expect(values.map(\.value.value.text) == ["+4935112345", "12"])
  }

  @Test func aMisspelledAddressIsLostToTheRightOne() {
    let right = address("Hauptstraße", "12", "01067", "Dresden")
    let values = values(
      .address, union: true, record(1, address("Haupstraße", "12", "01067", "Dresden")),
      record(2, source: "liste", right), record(3, source: "shop", right))
    #expect(values.map(\.value) == [right])
    #expect(values[0].lost.map(\.record) == [1])
    #expect(values[0].agreeing == [3])
  }

  @Test func aSingleValueNamesThoseThatLost() {
    let values = values(
      .gender, union: false, record(1, text(.gender, "male")),
      record(2, source: "shop", text(.gender, "male")),
      record(3, source: "liste", text(.gender, "female")))
    #expect(values.map(\.value.value.text) == ["male"])
    #expect(values[0].agreeing == [2])
    #expect(values[0].lost == [LostValue(value: text(.gender, "female"), record: 3)])
    #expect(values[0].rule == .mostFrequent)
  }

  @Test func aShorterValueOfALosingOneLosesToo() {
    let values = values(
      .name, union: false, record(1, name("Hans", "Meyer")),
      record(2, source: "shop", name("Hans", "Meyer")),
      record(3, source: "liste", name("Eva", "Schmidt")),
      record(4, source: "liste", name("E.", "Schmidt")),
      record(5, source: "shop", name("Hans", "Meyer")))
    #expect(values[0].agreeing == [2, 5])
    #expect(values[0].lost.map(\.record).sorted() == [3, 4])
  }
}
