internal import Foundation
internal import Formats
internal import Linkage

/// The file beside a store that holds the memory of its last linking.
///
/// Without it, or when it is damaged, of other settings or another program, everything is linked,
/// with the same result.
struct LinkCache {
  /// The file.
  let path: String
  private var draft: String { path + ".new" }
  private let isReadOnly: Bool

  /// - Parameter store: the store's file.
  init(store: String) { self.init(path: Self.path(ofStore: store), isReadOnly: false) }

  private init(path: String, isReadOnly: Bool) {
    self.path = path
    self.isReadOnly = isReadOnly
  }

  /// The same, for who leaves nothing behind.
  var forReading: LinkCache { LinkCache(path: path, isReadOnly: true) }

  /// The file that belongs to a store.
  static func path(ofStore store: String) -> String { store + ".link" }

  /// What the file holds, when it was left with settings that agree with these.
  func read(for settings: LinkSettings) -> LinkMemory? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var memory = LinkMemory(settings)
    do {
      try LinkArchive.read(from: { try Self.fill($0, from: descriptor) }) { archive in
        var kind = Self.kind
        try archive.carry(&kind)
        guard kind == Self.kind else { throw LinkArchive.Damaged() }
        try memory.carry(&archive)
      }
    } catch {
      return nil
    }
    return memory.settings.agree(with: settings) ? memory : nil
  }

  /// Writes the file that `publish` gives its name; where it can't be written, there is none.
  func write(_ memory: LinkMemory) {
    guard !isReadOnly else { return }
    do {
      let output = try ByteOutput(path: draft)
      try LinkArchive.write(to: { bytes in
        for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
          let piece = bytes[start..<min(bytes.count, start + Self.pieceSize)]
          try output.write { $0 += piece }
        }
      }) { archive in
        var kind = Self.kind
        var memory = memory
        try archive.carry(&kind)
        try memory.carry(&archive)
      }
      try output.close()
    } catch {
      unlink(draft)
    }
  }

  /// The run is kept: what was written takes its name; without anything written, what there was goes.
  func publish() { if rename(draft, path) != 0 { unlink(path) } }

  /// The run is not kept.
  func discard() { unlink(draft) }

  /// So much is copied at a time.
  private static let pieceSize = 1 << 18

  /// What the file begins with: which program wrote it, for no other reads its bytes.
  private static let kind: [UInt8] = {
    var status = stat()
    let isFound = stat("/proc/self/exe", &status) == 0
    let stamp = "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    return Array("kontor link 1 \(kontorVersion) \(isFound ? stamp : "")".utf8)
  }()

  private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) throws {
    var rest = buffer
    while !rest.isEmpty {
      let count = Foundation.read(descriptor, rest.baseAddress, rest.count)
      guard count > 0 else { throw LinkArchive.Damaged() }
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
    }
  }
}
