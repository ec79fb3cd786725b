import Records
import Testing

@testable import Survivorship

@Suite struct ChosenValuesTests {
  private func contact(
    _ records: [Record], _ chosen: [ChosenValue], priorities: [String: Int] = ["erp": 9]
  ) -> Contact {
    Merger(
      rules: SurvivorshipRules(), priorities: priorities, choices: ChosenValues(chosen)
    ).contact(id: 1, from: records)
  }

  @Test func chosenValueWinsAndTheOthersLose() {
    let records = [
      record(1, name("Hannelore", "Meyer")),
      record(2, source: "news", name("Hannelore", "Meier")),
    ]
    #expect(contact(records, []).first(.name)?.value.text == "Hannelore Meyer")
    let chosen = ChosenValue(record: 2, value: records[1].values[0])
    let merged = contact(records, [chosen]).values(of: .name)
    #expect(merged.map(\.value.value.text) == ["Hannelore Meier"])
    #expect(merged.map(\.rule) == [.decision] && merged.map(\.record) == [2])
    #expect(merged[0].lost.map(\.value.value.text) == ["Hannelore Meyer"])
  }

  @Test func shorterValueStandsWhenItIsChosen() {
    let records = [record(1, name("Hans Peter", "Dorn")), record(2, name("Hans", "Dorn"))]
    let chosen = ChosenValue(record: 2, value: records[1].values[0])
    let merged = contact(records, [chosen]).values(of: .name)
    #expect(merged.map(\.value.value.text) == ["Hans Dorn"])
    #expect(merged[0].lost.map(\.record) == [1])
  }

  @Test func ofUnitedValuesTheChosenComesFirst() {
    let records = [
      record(1, text(.email, "a@x.example")), record(2, source: "n", text(.email, "b@x.example")),
    ]
    let chosen = ChosenValue(record: 2, value: records[1].values[0])
    let merged = contact(records, [chosen]).values(of: .email)
    #expect(merged.map(\.value.value.text) == ["b@x.example", "a@x.example"])
    #expect(merged.map(\.rule) == [.decision, .union])
  }

  @Test func theLaterOfTwoChoicesHolds() {
    let records = (1...3).map { record(RecordID($0), text(.nickname, "N\($0)")) }
    let chosen = [3, 2].map { ChosenValue(record: RecordID($0), value: records[$0 - 1].values[0]) }
    #expect(contact(records, chosen).first(.nickname)?.value.text == "N2")
    #expect(contact(records.reversed(), chosen).first(.nickname)?.value.text == "N2")
  }

  @Test func whatNoRecordSaysAnyMoreIsNotMadeUp() {
    let records = [record(1, text(.nickname, "N1")), record(2, text(.nickname, "N2"))]
    let gone = ChosenValue(record: 2, value: text(.nickname, "Old"))
    let merged = contact(records, [gone]).values(of: .nickname)
    #expect(merged.map(\.rule) != [.decision])
    // Another record that says it stands for the one that did.
    let moved = ChosenValue(record: 1, value: text(.nickname, "N2"))
    #expect(contact(records, [moved]).first(.nickname)?.value.text == "N2")
  }

  @Test func extraColumnsAreChosenEachForItself() {
    let records = [
      record(1, extra("color", "red"), extra("size", "L")),
      record(2, extra("color", "blue"), extra("size", "M")),
    ]
    let chosen = ChosenValue(record: 2, value: records[1].values[0])
    let merged = contact(records, [chosen]).values(of: .extra)
    #expect(merged.filter { $0.value.name == "color" }.first?.value.value.text == "blue")
    let plain = contact(records, []).values(of: .extra)
    #expect(merged.filter { $0.value.name == "size" } == plain.filter { $0.value.name == "size" })
  }
}
