@testable import Formats
import Testing

@Suite struct LineFeederTests {
  private func lines(_ feeder: inout LineFeeder) throws -> [String] {
    var lines = [""]
    while let piece = try feeder.next() {
      lines[lines.count - 1] += String(decoding: feeder.buffer[piece.range], as: UTF8.self)
      if piece.endsLine { lines.append("") }
    }
    return lines
  }

  @Test(arguments: [1, 2, 5, 100])
  func linesAreWholeWhateverTheChunks(chunkSize: Int) throws {
    let bytes = Array("\u{FEFF}ab\r\n\ncd".utf8)
    var feeder = try LineFeeder(
      .bytes(bytes, chunkSize: chunkSize), encoding: .utf8)
    #expect(try lines(&feeder) == ["ab\r\n", "\n", "cd"])
  }

  @Test(arguments: [1, 2, 3, 4, 100])
  func everyLineEndEndsALine(chunkSize: Int) throws {
    let bytes = Array("a\rb\r\nc\n\r\r\nd\r".utf8)
    var feeder = try LineFeeder(.bytes(bytes, chunkSize: chunkSize), encoding: .utf8)
    #expect(try lines(&feeder) == ["a\r", "b\r\n", "c\n", "\r", "\r\n", "d\r", ""])
  }

  @Test func bytesPushedBackComeNext() throws {
    var feeder = try LineFeeder(.bytes(Array("a\nb\n".utf8)), encoding: .utf8)
    _ = try feeder.next()
    feeder.pushBack(Array("x\ny".utf8)[...])
    #expect(try lines(&feeder) == ["x\n", "yb\n", ""])
  }

  @Test func otherEncodingsBecomeUTF8() throws {
    var feeder = try LineFeeder(
      .bytes([0x4D, 0xFC, 0x0A], chunkSize: 1), encoding: .windows1252)
    #expect(try lines(&feeder) == ["Mü\n", ""])
  }
}
