/// Builds zip archives, and the workbooks in them, for tests.
package struct Archive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  /// Adds a part as it is, not compressed.
  package mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// The same of bytes; `flags` 1 says that they are encrypted.
  package mutating func add(_ name: String, _ bytes: [UInt8], flags: UInt16 = 0) {
    let offset = UInt32(body.count)
    var fields: [UInt8] = []
    fields += little(UInt16(20)) + little(flags) + little(UInt16(0)) + little(UInt16(0))
    fields += little(UInt16(0x21)) + little(Self.checksum(bytes)) + little(UInt32(bytes.count))
    fields += little(UInt32(bytes.count)) + little(UInt16(name.utf8.count)) + little(UInt16(0))
    body += [0x50, 0x4B, 0x03, 0x04] + fields + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 0x01, 0x02] + little(UInt16(20)) + fields
    directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
    directory += little(offset) + Array(name.utf8)
    count += 1
  }

  package var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    end += little(count)
    end += little(count)
    end += little(UInt32(directory.count))
    end += little(UInt32(body.count))
    end += little(UInt16(0))
    return body + directory + end
  }

  private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let carry = sum & 1 == 1
        sum >>= 1
        if carry { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}

/// An Excel workbook for tests.
package struct TestWorkbook {
  package var sheets: [(name: String, rows: String)]
  package var strings: [String] = []
  /// The format codes of the styles 1, 2, …: a number for a built-in one.
  package var formats: [String] = []
  package var workbookProperties = ""
  package var hidden: Set<String> = []

  /// - Parameter sheets: With the `row` elements of each.
  package init(_ sheets: [(name: String, rows: String)]) { self.sheets = sheets }

  package init(_ rows: String) { sheets = [("Kunden", rows)] }

  /// The sheets' files are numbered from the last, as relations allow.
  package var bytes: [UInt8] {
    var archive = Archive()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
      let all = list.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
      }
      return "<Relationships>" + all.joined() + "</Relationships>"
    }
    archive.add("_rels/.rels", relations([("r1", "officeDocument", "xl/workbook.xml")]))
    var names = ""
    var targets = [("s", "styles", "styles.xml"), ("t", "sharedStrings", "/xl/sharedStrings.xml")]
    for (index, sheet) in sheets.enumerated() {
      let file = "sheet\(sheets.count - index).xml"
      let state = hidden.contains(sheet.name) ? " state=\"hidden\"" : ""
      names += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"q\(index)\"/>"
      targets.append(("q\(index)", "worksheet", "worksheets/\(file)"))
      archive.add(
        "xl/worksheets/\(file)",
        "<worksheet \(main)><sheetData>\(sheet.rows)</sheetData></worksheet>")
    }
    archive.add(
      "xl/workbook.xml",
      "<workbook \(main) xmlns:r=\"\(office)\">\(workbookProperties)<sheets>\(names)</sheets></workbook>"
    )
    archive.add("xl/_rels/workbook.xml.rels", relations(targets))
    if !strings.isEmpty {
      let items = strings.map { "<si>\($0)</si>" }.joined()
      archive.add("xl/sharedStrings.xml", "<sst \(main)>\(items)</sst>")
    }
    archive.add("xl/styles.xml", styles(main))
    return archive.bytes
  }

  private func styles(_ main: String) -> String {
    var own = ""
    var uses = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      let builtIn = format.hasPrefix("0") ? nil : Int(format)
      let id = builtIn ?? 164 + index
      let code = format.map { $0 == "\"" ? "&quot;" : String($0) }.joined()
      if builtIn == nil { own += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(code)\"/>" }
      uses += "<xf numFmtId=\"\(id)\"/>"
    }
    return "<styleSheet \(main)><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
      + "</cellStyleXfs><cellXfs>\(uses)</cellXfs></styleSheet>"
  }
}
