internal import CLibZip
internal import Foundation
internal import Records

/// Owns an open zip archive: its parts by name, each read as a stream.
final class ZipArchive {
  private let file: String
  private let archive: OpaquePointer
  /// By name in small letters, with "/": some programs write "\".
  private var indices: [String: UInt64] = [:]

  /// - Throws: `ReadError` when the input isn't a whole archive.
  init(_ input: ByteInput) throws {
    file = input.name
    archive = try Self.open(input)
    let count = zip_get_num_entries(archive, 0)
    guard count <= SheetLimits.parts else {
      throw Self.error(
        file, de: "mehr als \(SheetLimits.parts) Teile im Archiv",
        en: "more than \(SheetLimits.parts) parts in the archive")
    }
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(archive, index, 0) else { continue }
      let text = String(cString: name)
      guard text.utf8.count <= SheetLimits.partName else { continue }
      let key = Self.key(text)
      // A second part of one name is not what programs show.
      if indices[key] == nil { indices[key] = index }
    }
  }

  deinit { zip_discard(archive) }

  func has(_ name: String) -> Bool { indices[Self.key(name)] != nil }

  /// Opens a part; nil when there is none of this name.
  ///
  /// - Parameter limit: What it may hold in bytes.
  func part(_ name: String, limit: Int) throws -> ZipPart? {
    guard let index = indices[Self.key(name)] else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw Self.damaged(file) }
    guard status.encryption_method == 0 else { throw Self.locked(file) }
    guard let part = zip_fopen_index(archive, index, 0) else { throw Self.damaged(file) }
    return ZipPart(
      part, of: self, file: file, packedSize: Int(clamping: status.comp_size),
      size: Int(clamping: status.size), limit: limit)
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  private static func open(_ input: ByteInput) throws -> OpaquePointer {
    var code: Int32 = 0
    switch input.place {
    case .file(let path):
      if let archive = zip_open(path, ZIP_RDONLY, &code) { return archive }
    case .bytes(let bytes):
      if let archive = open(bytes) { return archive }
    case nil:
      if let archive = open(try all(of: input)) { return archive }
    }
    throw damaged(input.name)
  }

  private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
    // libzip frees the copy with its own C library.
    guard let copy = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return archive
  }

  private static func all(of input: ByteInput) throws -> [UInt8] {
    var input = input
    var bytes: [UInt8] = []
    var chunk: [UInt8] = []
    while try input.read(into: &chunk) {
      bytes += chunk
      guard bytes.count <= SheetLimits.pipeSize else {
        throw error(
          input.name, de: "mehr als \(SheetLimits.pipeSize >> 20) MiB: nennen Sie die Datei selbst",
          en: "more than \(SheetLimits.pipeSize >> 20) MiB: name the file itself")
      }
    }
    return bytes
  }

  static func error(_ file: String, de: String, en: String) -> ReadError {
    .malformed(file: file, line: 1, what: Phrase(de: de, en: en))
  }

  static func damaged(_ file: String) -> ReadError {
    error(
      file, de: "das Archiv ist beschädigt oder unvollständig: speichern Sie die Datei neu",
      en: "the archive is damaged or incomplete: save the file again")
  }

  static func locked(_ file: String) -> ReadError {
    error(
      file, de: "mit einem Kennwort geschützt: speichern Sie die Datei ohne Kennwort als .xlsx",
      en: "protected by a password: save it without one as .xlsx")
  }
}

/// A part of an archive that is being read; it expands to no more than is allowed.
final class ZipPart {
  private let part: OpaquePointer
  /// It lives as long as its parts are read.
  private let archive: ZipArchive
  private let file: String
  private let packedSize: Int
  private let limit: Int
  /// As the archive says; only for telling progress.
  let size: Int
  private(set) var bytesRead = 0

  fileprivate init(
    _ part: OpaquePointer, of archive: ZipArchive, file: String, packedSize: Int, size: Int,
    limit: Int
  ) {
    self.part = part
    self.archive = archive
    self.file = file
    self.packedSize = packedSize
    self.size = size
    self.limit = limit
  }

  deinit { zip_fclose(part) }

  /// Replaces `buffer` by the next bytes; false at the end.
  ///
  /// - Throws: `ReadError` when the part is damaged, or larger than is allowed.
  func read(into buffer: inout [UInt8]) throws -> Bool {
    let count = 64 << 10
    if buffer.count != count { buffer = [UInt8](repeating: 0, count: count) }
    let result = buffer.withUnsafeMutableBytes { zip_fread(part, $0.baseAddress, UInt64(count)) }
    guard result >= 0 else { throw ZipArchive.damaged(file) }
    buffer.removeLast(count - Int(result))
    bytesRead += Int(result)
    let isBomb =
      bytesRead > SheetLimits.ratioFrom && bytesRead / max(1, packedSize) > SheetLimits.ratio
    guard bytesRead <= limit, !isBomb else {
      throw ZipArchive.error(
        file, de: "ein Teil des Archivs ist ausgepackt zu groß",
        en: "a part of the archive is too large when expanded")
    }
    return result > 0
  }
}
