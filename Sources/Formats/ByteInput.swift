internal import Foundation

/// A file or bytes in memory, read in chunks.
///
/// A copy of an input over a file or bytes reads on by itself; only a pipe is shared by its copies.
package struct ByteInput {
  /// The largest chunk unless another is asked for: large enough that a call costs nothing.
  package static let defaultChunkSize = 256 * 1024

  /// What locations and messages call the input.
  package let name: String
  package let chunkSize: Int
  /// The length in bytes; nil where it is not known before (a pipe).
  package let size: Int?
  /// How many bytes have been read.
  package private(set) var bytesRead = 0
  /// Is called after each chunk with `bytesRead`.
  package var onProgress: ((Int) -> Void)?

  private let origin: Origin
  /// Read ahead by `peek`, and not handed out yet.
  private var ahead: [UInt8] = []
  private var aheadStart = 0
  private var offset = 0

  private enum Origin {
    case file(OpenFile)
    case bytes([UInt8])
  }

  /// Where the bytes lie, for libraries that read them by position.
  enum Place {
    case file(String)
    case bytes([UInt8])
  }

  /// nil for a pipe, which has no positions.
  var place: Place? {
    switch origin {
    case .file(let file): file.size == nil ? nil : .file(file.path)
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  private init(name: String, chunkSize: Int, size: Int?, origin: Origin) {
    self.name = name
    self.chunkSize = max(1, chunkSize)
    self.size = size
    self.origin = origin
  }

  /// Opens a file.
  ///
  /// - Parameter name: What messages call it; the path when nil.
  /// - Throws: `ReadError` when it is missing, a folder, or not readable.
  package static func file(
    _ path: String, name: String? = nil, chunkSize: Int = defaultChunkSize
  ) throws -> ByteInput {
    let file = try OpenFile(path: path, name: name ?? path)
    return ByteInput(
      name: name ?? path, chunkSize: chunkSize, size: file.size, origin: .file(file))
  }

  /// Bytes in memory, handed out in chunks like a file's.
  package static func bytes(
    _ bytes: [UInt8], name: String = "input", chunkSize: Int = defaultChunkSize
  ) -> ByteInput {
    ByteInput(name: name, chunkSize: chunkSize, size: bytes.count, origin: .bytes(bytes))
  }

  /// Replaces `buffer` by the next chunk.
  ///
  /// - Returns: Whether there was one; false at the end, with an empty buffer.
  /// - Throws: `ReadError.unreadable`.
  package mutating func read(into buffer: inout [UInt8]) throws -> Bool {
    if aheadStart < ahead.count {
      let end = min(aheadStart + chunkSize, ahead.count)
      buffer.replaceSubrange(0..<buffer.count, with: ahead[aheadStart..<end])
      aheadStart = end
      if end == ahead.count { ahead = [] }
      if ahead.isEmpty { aheadStart = 0 }
    } else {
      try fetch(into: &buffer, atMost: chunkSize)
    }
    bytesRead += buffer.count
    if !buffer.isEmpty { onProgress?(bytesRead) }
    return !buffer.isEmpty
  }

  /// The next bytes without reading past them: fewer than `count` only where the input ends.
  ///
  /// - Throws: `ReadError.unreadable`.
  package mutating func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    var chunk: [UInt8] = []
    while ahead.count - aheadStart < count {
      try fetch(into: &chunk, atMost: count - (ahead.count - aheadStart))
      if chunk.isEmpty { break }
      ahead += chunk
    }
    return ahead[aheadStart..<min(aheadStart + count, ahead.count)]
  }

  private mutating func fetch(into buffer: inout [UInt8], atMost count: Int) throws {
    switch origin {
    case .bytes(let bytes):
      let end = min(offset + count, bytes.count)
      buffer.replaceSubrange(0..<buffer.count, with: bytes[offset..<end])
    case .file(let file):
      try file.read(into: &buffer, at: offset, atMost: count, name: name)
    }
    offset += buffer.count
  }
}

/// Owns a file descriptor.
private final class OpenFile {
  let path: String
  let descriptor: Int32
  /// The length of a regular file, which is read by position; nil for a pipe, which can't be.
  let size: Int?

  init(path: String, name: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR
        ? ReadError.notFound(file: name) : .unreadable(file: name, reason: systemReason(code))
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let type = isKnown ? status.st_mode & S_IFMT : S_IFREG
    if type == S_IFDIR {
      close(descriptor)
      throw ReadError.isFolder(file: name)
    }
    self.descriptor = descriptor
    self.path = path
    size = type == S_IFREG && isKnown ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  func read(
    into buffer: inout [UInt8], at offset: Int, atMost count: Int, name: String
  ) throws {
    if buffer.count != count { buffer = [UInt8](repeating: 0, count: count) }
    var result = 0
    repeat {
      result = buffer.withUnsafeMutableBytes { bytes in
        size == nil
          ? Foundation.read(descriptor, bytes.baseAddress, count)
          : pread(descriptor, bytes.baseAddress, count, off_t(offset))
      }
    } while result < 0 && errno == EINTR
    guard result >= 0 else { throw ReadError.unreadable(file: name, reason: systemReason(errno)) }
    buffer.removeLast(count - result)
  }
}
