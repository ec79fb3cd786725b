internal import Foundation
package import Records

/// What stops the writing of a file.
package enum WriteError: Error, Hashable, Sendable {
  /// The system's reason: "no space left on the disk".
  case unwritable(file: String, reason: Phrase)

  /// The error in words: where, what, why.
  package func text(_ language: Language) -> String {
    switch self {
    case .unwritable(let file, let reason):
      "\(file): " + Phrase(de: "nicht beschreibbar: ", en: "can't be written: ")(language)
        + reason(language)
    }
  }
}

extension WriteError: CustomStringConvertible {
  package var description: String { text(.english) }
}

/// A file, or bytes in memory, written through a buffer.
///
/// A file has mode 0600 from its first byte on. What was there before is replaced.
package final class ByteOutput {
  /// What a full buffer holds: large enough that a system call costs nothing.
  private static let bufferSize = 256 << 10

  /// What was written and not yet handed to the file; all of it when there is no file.
  package private(set) var bytes: [UInt8] = []
  /// How many bytes were written.
  package private(set) var byteCount = 0
  private var descriptor: Int32
  private let path: String

  /// Into memory.
  package init() {
    descriptor = -1
    path = ""
  }

  /// Into a file.
  ///
  /// - Throws: `WriteError`.
  package init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    // A file that was there keeps its mode otherwise.
    guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure(path) }
    bytes.reserveCapacity(Self.bufferSize + 4096)
  }

  deinit { if descriptor >= 0 { Foundation.close(descriptor) } }

  /// Lets `body` append bytes.
  package func write(_ body: (inout [UInt8]) -> Void) throws {
    let before = bytes.count
    body(&bytes)
    byteCount += bytes.count - before
    if descriptor >= 0 && bytes.count >= Self.bufferSize { try flush() }
  }

  /// The bytes written to memory so far, which are then forgotten.
  package func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Appends a text as UTF-8.
  package func write(_ text: String) throws {
    try write { $0.append(contentsOf: text.utf8) }
  }

  /// Hands everything to the file and closes it.
  ///
  /// - Throws: `WriteError`.
  package func close() throws {
    guard descriptor >= 0 else { return }
    try flush()
    let result = Foundation.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw Self.failure(path) }
  }

  private func flush() throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, part.baseAddress, part.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw Self.failure(path) }
        rest = rest.dropFirst(count)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String) -> WriteError {
    .unwritable(file: path, reason: systemReason(errno))
  }
}
