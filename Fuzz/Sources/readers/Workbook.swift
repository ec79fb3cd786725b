import Foundation
import Formats

/// A workbook whose archive is sound, whatever its parts hold: the fuzzer reaches what reads them.
struct Workbook {
  /// The archive's bytes: entries stored as they are.
  private(set) var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var entries: UInt16 = 0

  init(format: Format?, parts: [UInt8]) {
    let names =
      format == .ods
      ? ["content.xml"]
      : [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
      ]
    if format == .ods {
      add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    } else {
      let relation = #"<Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/>"#
      add("_rels/.rels", Array("<R>\(relation)</R>".utf8))
    }
    let texts = parts.split(separator: 0xFF, omittingEmptySubsequences: false)
    for (name, text) in zip(names, texts) { add(name, Array(text)) }
    end()
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    let size = number(UInt32(bytes.count))
    let form: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5A]
    let sizes = number(Self.sum(bytes)) + size + size + number(UInt16(name.utf8.count))
    let place = number(UInt32(archive.count))
    archive += [0x50, 0x4B, 3, 4] + form + sizes + [0, 0] + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 1, 2, 20, 0] + form + sizes
    directory += [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + place + Array(name.utf8)
    entries += 1
  }

  private mutating func end() {
    let start = number(UInt32(archive.count))
    archive += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number(entries) + number(entries)
    archive += number(UInt32(directory.count)) + start + [0, 0]
  }

  /// Little-endian.
  private func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian, Array.init)
  }

  /// CRC-32, as ZIP has it.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
