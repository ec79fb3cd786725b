internal import CLibCrypto
internal import Foundation
internal import Records

/// The secret by which erased people are known again without being kept: what they were is stored as
/// hashes that nobody can make, or try out, without it.
///
/// It lies beside the store in `STORE.key`, for its owner alone, and in no backup of the store.
struct HashKey: Sendable {
  private let secret: [UInt8]

  static func path(ofStore store: String) -> String { store + ".key" }

  init(secret: [UInt8]) { self.secret = secret }

  /// The key of a store; nil when there is none.
  ///
  /// - Throws: `PipelineError.stopped` when the file is no key, or can't be read.
  init?(ofStore store: String) throws {
    let path = Self.path(ofStore: store)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let digits = String(decoding: data.prefix(1024), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let secret = Self.bytes(digits), secret.count == Self.length else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): kein lesbarer Schlüssel: holen Sie die Datei von dort zurück, wo Sie sie "
            + "verwahren",
          en: "\(path): no readable key: bring the file back from where you keep it"))
    }
    self.secret = secret
  }

  /// The key of a store, which is made when there is none.
  ///
  /// - Throws: `PipelineError.stopped` when it can't be written.
  static func made(forStore store: String) throws -> HashKey {
    if let key = try HashKey(ofStore: store) { return key }
    var random = SystemRandomNumberGenerator()
    let secret = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    let path = path(ofStore: store)
    let text = Array((hexadecimal(secret) + "\n").utf8)
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, write(descriptor, text, text.count) == text.count,
      fsync(descriptor) == 0
    else {
      throw PipelineError.stopped(
        Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
    }
    return HashKey(secret: secret)
  }

  /// HMAC-SHA256 of some texts, its first 16 bytes in hexadecimal.
  ///
  /// - Source: RFC 2104, RFC 4231; shortened as RFC 2104, section 5 allows.
  func hash(_ texts: String...) -> String { hash(texts) }

  func hash(_ texts: [String]) -> String {
    // A text can't run over into the next: none of ours holds the sign between them.
    let message = Array(texts.joined(separator: "\u{1F}").utf8)
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    _ = HMAC(
      EVP_sha256(), secret, Int32(secret.count), message, message.count, &digest, &count)
    return Self.hexadecimal(digest.prefix(16))
  }

  /// What tells that a store's hashes were made with this key.
  var check: String { hash("kontor") }

  private static let length = 32

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bytes(_ digits: String) -> [UInt8]? {
    let digits = Array(digits)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[place...place + 1]), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
