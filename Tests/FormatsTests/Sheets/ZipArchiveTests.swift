import Records
import Support
import Testing

@testable import Formats

@Suite struct ZipArchiveTests {
  private func text(_ part: ZipPart?) throws -> String? {
    guard let part else { return nil }
    var all: [UInt8] = []
    var chunk: [UInt8] = []
    while try part.read(into: &chunk) { all += chunk }
    return String(decoding: all, as: UTF8.self)
  }

  @Test func partsAreFoundWhateverTheirCaseAndSlashes() throws {
    var archive = Archive()
    archive.add("XL\\Workbook.xml", "eins")
    archive.add("xl/workbook.xml", "zwei")
    let zip = try ZipArchive(.bytes(archive.bytes))
    #expect(zip.has("xl/Workbook.XML"))
    #expect(try text(zip.part("xl/workbook.xml", limit: 100)) == "eins")
    #expect(try text(zip.part("fehlt", limit: 100)) == nil)
  }

  @Test func partIsReadUpToItsLimit() throws {
    var archive = Archive()
    archive.add("a", String(repeating: "x", count: 200_000))
    let zip = try ZipArchive(.bytes(archive.bytes))
    #expect(try text(zip.part("a", limit: 200_000))?.utf8.count == 200_000)
    #expect(throws: ReadError.self) { try text(zip.part("a", limit: 199_999)) }
  }

  @Test func encryptedPartIsRefused() throws {
    var archive = Archive()
    archive.add("a", Array("geheim geheim".utf8), flags: 1)
    let zip = try ZipArchive(.bytes(archive.bytes))
    #expect(throws: ReadError.self) { try zip.part("a", limit: 100) }
  }

  @Test func whatIsNoWholeArchiveIsRefused() {
    var archive = Archive()
    archive.add("a", "text")
    for bytes in [Array(archive.bytes.dropLast(10)), [0x50, 0x4B, 3, 4]] {
      #expect(throws: ReadError.self) { try ZipArchive(.bytes(bytes)) }
    }
  }
}
