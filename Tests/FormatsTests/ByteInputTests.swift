import Formats
import Support
import Testing

@Suite struct ByteInputTests {
  @Test(arguments: [1, 3, 7, 100])
  func chunksAreTheWhole(chunkSize: Int) throws {
    let bytes = Array("Kundennummer;Name".utf8)
    var input = ByteInput.bytes(bytes, chunkSize: chunkSize)
    #expect(try Array(input.peek(5)) == Array("Kunde".utf8))
    var buffer: [UInt8] = []
    var all: [UInt8] = []
    while try input.read(into: &buffer) { all += buffer }
    #expect(all == bytes)
    #expect(input.bytesRead == bytes.count)
  }

  @Test func fileIsReadAndCounted() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a.csv", "abc\ndef\n")
    var input = try ByteInput.file(path, name: "a.csv", chunkSize: 3)
    var seen: [Int] = []
    input.onProgress = { seen.append($0) }
    var copy = input
    var buffer: [UInt8] = []
    while try input.read(into: &buffer) {}
    #expect(seen == [3, 6, 8])
    #expect(input.size == 8)
    #expect(try copy.read(into: &buffer))
    #expect(buffer == Array("abc".utf8))
  }

  @Test func missingFileAndFolderAreNamed() throws {
    let workdir = try Workdir()
    #expect(throws: ReadError.notFound(file: "b.csv")) {
      try ByteInput.file(workdir.path("b.csv"), name: "b.csv")
    }
    #expect(throws: ReadError.isFolder(file: "x")) { try ByteInput.file(workdir.path, name: "x") }
  }

  @Test func peekAtTheEndIsShort() throws {
    var input = ByteInput.bytes([1, 2])
    #expect(try Array(input.peek(10)) == [1, 2])
    var buffer: [UInt8] = []
    #expect(try input.read(into: &buffer))
    #expect(try !input.read(into: &buffer))
    #expect(buffer.isEmpty)
  }
}
