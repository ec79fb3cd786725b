import Records
import Testing

@testable import Formats

@Suite struct XMLEncodingTests {
  private let shape = XMLShape(record: "k")

  /// A file of one record that holds "ä€", with these bytes for it.
  private func file(_ declaration: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("\(declaration)<r><k>".utf8) + bytes + Array("</k></r>".utf8)
  }

  @Test(
    arguments: [
      ("", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
      ("<?xml version='1.0' encoding='utf-8'?>", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
      ("<?xml version=\"1.0\" encoding=\"windows-1252\" ?>", [0xE4, 0x80]),
      ("<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?>", [0xE4, 0x80]),
    ] as [(String, [UInt8])])
  func declaredEncoding(declaration: String, bytes: [UInt8]) throws {
    #expect(try told(bytes: file(declaration, bytes), shape) == ["1@1 .=ä€"])
  }

  @Test(
    arguments: [
      ("", [0xE4, 0x80]), ("<?xml version='1.0' encoding='UTF-8'?>", [0xE4, 0x80]),
      ("<?xml version='1.0' encoding='US-ASCII'?>", [0xE4, 0x80]),
      ("<?xml version='1.0' encoding='ISO-8859-1'?>", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
      ("<?xml version='1.0' encoding='UTF-16'?>", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
    ] as [(String, [UInt8])])
  func wrongDeclarationIsAProblem(declaration: String, bytes: [UInt8]) throws {
    let lines = try told(bytes: file(declaration, bytes), shape)
    #expect(Set(lines) == ["xml-encoding-declared-wrongly@1", "1@1 .=ä€"])
  }

  @Test(arguments: ["UTF-7", "utf7", "EBCDIC-CP-BE", "x-nothing", ""])
  func unknownEncodingIsRefused(name: String) throws {
    let bytes = file("<?xml version='1.0' encoding='\(name)'?>", [0x41])
    let error = #expect(throws: ReadError.self) { try told(bytes: bytes, shape) }
    #expect(error?.text(.german).contains(name) == true)
  }

  @Test func utf32IsRefused() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]
    #expect(throws: ReadError.self) { try told(bytes: bytes, shape) }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(isMarked: Bool, isBigEndian: Bool) throws {
    let text = (isMarked ? "\u{FEFF}" : "") + "<?xml version='1.0'?><r><k>ä€</k></r>"
    let bytes = text.utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try told(bytes: bytes, shape) == ["1@1 .=ä€"])
  }

  @Test func byteOrderMarkWinsOverTheDeclaration() throws {
    let bytes =
      [0xEF, 0xBB, 0xBF] + file("<?xml version='1.0' encoding='ISO-8859-1'?>", [0xC3, 0xA4])
    #expect(try told(bytes: bytes, shape) == ["1@1 .=ä"])
  }
}
