import Testing

@testable import Phones

@Suite struct WireReaderTests {
  /// The examples of https://protobuf.dev/programming-guides/encoding/
  @Test func publishedMessages() {
    var number = WireReader([0x08, 0x96, 0x01])
    let field = number.next()
    #expect(field?.number == 1)
    if case .number(let value) = field?.value { #expect(value == 150) } else { Issue.record() }
    let end = number.next()
    #expect(end == nil)
    #expect(!number.isDamaged)

    var text = WireReader([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6E, 0x67])
    let bytes = text.next()
    #expect(bytes?.number == 2)
    if case .bytes(let value) = bytes?.value {
      #expect(String(decoding: value, as: UTF8.self) == "testing")
    } else {
      Issue.record()
    }
  }

  @Test(
    arguments: [
      [0x08], [0x08, 0x96], [0x12, 0x07, 0x74], [0x0B], [0x09, 1, 2], [0x0D, 1],
      [UInt8](repeating: 0xFF, count: 12),
    ] as [[UInt8]])
  func brokenMessageIsDamaged(bytes: [UInt8]) {
    var reader = WireReader(bytes[...])
    while reader.next() != nil {}
    let endsInsideAField = bytes == [0x08]
    #expect(reader.isDamaged || endsInsideAField)
  }

  @Test func fixedSizesAreSkipped() {
    var reader = WireReader([0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 5])
    var numbers: [Int] = []
    while let field = reader.next() { numbers.append(field.number) }
    #expect(numbers == [1, 2, 3])
    #expect(!reader.isDamaged)
  }
}
