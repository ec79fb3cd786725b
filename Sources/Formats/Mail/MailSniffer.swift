/// Whether a file is a mail, by its first lines.
enum MailSniffer {
  /// Headers that mails begin with; two of them are no chance.
  private static let known: Set<String> = [
    "from", "to", "cc", "date", "subject", "received", "message-id", "return-path",
    "delivered-to", "mime-version", "content-type", "reply-to", "sender", "x-mozilla-status",
    "x-mozilla-status2", "x-originating-ip", "dkim-signature", "envelope-to", "x-uid", "status",
    "x-mailer", "x-account-key", "x-uidl", "x-mozilla-keys", "in-reply-to", "references",
    "user-agent", "authentication-results", "arc-seal", "thread-topic", "importance",
  ]

  /// - Parameter start: The first bytes, in ASCII as far as they tell.
  static func isMail(_ start: [UInt8]) -> Bool {
    var lines = start.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    guard let first = lines.first else { return false }
    let isMailbox = Array(first).withUnsafeBufferPointer {
      MailSplitter.isSeparator($0, isAfterBlank: true)
    }
    if isMailbox { lines.removeFirst() }
    var met: Set<String> = []
    for (index, line) in lines.enumerated() {
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09, index > 0 { continue }
      if line.starts(with: Array(">From ".utf8)) { continue }
      guard let colon = line.firstIndex(of: 0x3A), line[..<colon].allSatisfy(isNameByte) else {
        // The last line may be cut off.
        if index == lines.count - 1 { break }
        return false
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if known.contains(name) { met.insert(name) }
    }
    return met.count > 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
