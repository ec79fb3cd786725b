import Formats
import Testing

@Suite struct XMLAssemblerTests {
  @Test func ordinalsCountWhereElementsBegin() throws {
    let text = "<r><k><p>1</p><a>2</a><p>3</p></k><k/><k><p>4</p></k></r>"
    #expect(
      try told(text, XMLShape(record: "k", nested: ["p"]))
        == [
          "1@1 a=2", "2@1<1! .=1", "3@1<1! .=3", "4@1", "5@1 ", "6@1<5! .=4",
        ].map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 })
  }

  @Test func severalKindsOfNestedRecords() throws {
    let text = "<r><k><p><n>1</n></p><q><n>2</n></q></k></r>"
    #expect(
      try told(text, XMLShape(record: "k", nested: ["p", "q"])) == [
        "1@1", "2@1<1! n=1", "3@1<1! n=2",
      ])
  }

  @Test func nestedRecordInANestedOneIsAValue() throws {
    let text = "<r><k><p><p>innen</p><n>1</n></p></k></r>"
    #expect(
      try told(text, XMLShape(record: "k", nested: ["p"])) == ["1@1", "2@1<1! p=innen n=1"])
  }

  @Test func tooLargeRecordTakesItsNestedOnesAlong() throws {
    let part = "<a>" + String(repeating: "x", count: 1 << 20) + "</a>"
    let text = "<r><k><p>1</p>" + String(repeating: part, count: 17) + "<p>2</p></k></r>"
    let lines = try told(text, XMLShape(record: "k", nested: ["p"]))
    #expect(lines.allSatisfy { $0.hasPrefix("xml-record-too-large") })
    #expect(lines.count == 2)
  }
}
