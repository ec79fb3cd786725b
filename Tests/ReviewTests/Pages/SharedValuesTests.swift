import Records
import Testing

@testable import Review

@Suite struct SharedValuesTests {
  private func record(_ id: RecordID, phone: String, email: String) -> Record {
    var record = Record(
      source: "a", key: "\(id)", location: Location(file: "a", line: 1, ordinal: 1), kind: .person,
      values: [
        FieldValue(.phone, .text(phone), raw: phone), FieldValue(.email, .text(email), raw: email),
      ])
    record.id = id
    return record
  }

  @Test func valuesOfTwoOrMoreRecordsAreLinks() {
    let shared = SharedValues(
      [
        record(1, phone: "1", email: "A@b.de"), record(2, phone: "2", email: "a@b.de"),
        record(3, phone: "1", email: "a@b.de"),
      ], language: .english)
    #expect(shared.links.map(\.records) == [[0, 2], [0, 1, 2]])
    #expect(shared.links.map(\.attribute) == [.phone, .email])
    #expect(shared.byPair.map(\.count) == [1, 2, 1])
  }

  @Test func nothingInCommonIsNoLink() {
    let shared = SharedValues(
      [record(1, phone: "1", email: ""), record(2, phone: "2", email: "")], language: .german)
    #expect(shared.links.isEmpty && shared.byPair.isEmpty)
  }
}
