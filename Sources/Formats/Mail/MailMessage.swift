internal import Records

/// The headers of a mail; its body is never kept.
struct MailMessage {
  /// Where it begins.
  var line = 1
  /// By name in small letters; a header that comes again is joined to the first.
  private(set) var headers: [String: [UInt8]] = [:]
  private var size = 0

  /// Headers of more than this are no letter's.
  static let limit = 1 << 20

  /// What is needed of a mail.
  private static let wanted: Set<String> = [
    "from", "sender", "to", "cc", "bcc", "reply-to", "date", "subject", "message-id", "received",
    "list-id", "list-post", "list-unsubscribe", "precedence", "auto-submitted",
  ]

  var isEmpty: Bool { headers.isEmpty }

  init(line: Int) { self.line = line }

  mutating func add(_ name: String, _ value: ArraySlice<UInt8>) {
    guard Self.wanted.contains(name), size < Self.limit else { return }
    size += value.count
    if name == "received" || name == "date" || name == "subject" {
      // The first Received is the last station's, and so the nearest to this mailbox.
      if headers[name] == nil { headers[name] = Array(value) }
    } else {
      headers[name] = (headers[name].map { $0 + [0x2C] } ?? []) + value
    }
  }

  func addresses(_ name: String) -> [MailAddress] {
    headers[name].map { MailAddress.list(MailText.raw($0)) } ?? []
  }

  func text(_ name: String) -> String {
    guard let bytes = headers[name] else { return "" }
    let words = MailText.decoded(MailText.raw(bytes)).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  /// When it was sent, else when it came; UTC, empty when neither can be read.
  var date: String {
    if let sent = MailDate.utc(text("date")) { return sent }
    let received = text("received")
    guard let semicolon = received.lastIndex(of: ";") else { return "" }
    return MailDate.utc(String(received[received.index(after: semicolon)...])) ?? ""
  }

  /// Whether Date says something that is no date.
  var hasBrokenDate: Bool {
    let sent = text("date")
    return !sent.isEmpty && MailDate.utc(sent) == nil
  }

  /// The address of the mailing list that it came through; empty when it came through none.
  var listAddress: String {
    guard headers["list-id"] != nil || headers["list-post"] != nil else { return "" }
    return addresses("list-post").first?.address ?? ""
  }

  /// Whether it was sent by a program, or to many at once.
  var isAutomatic: Bool {
    let kind = text("auto-submitted").lowercased()
    return !kind.isEmpty && kind != "no"
  }
}

/// Cuts the lines of an .eml or .mbox file into mails.
struct MailSplitter {
  private enum Place { case start, headers, body }

  private let isMailbox: Bool
  private var place = Place.start
  private var message: MailMessage?
  private var header: [UInt8] = []
  private var isAfterBlank = true

  /// - Parameter isMailbox: Whether lines "From …" begin mails.
  init(isMailbox: Bool) { self.isMailbox = isMailbox }

  /// Takes the next line; gives the mail whose headers the lines before have completed.
  mutating func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> MailMessage? {
    let isBlank = line.allSatisfy(\.isBlank)
    defer { isAfterBlank = isBlank }
    if isMailbox, Self.isSeparator(line, isAfterBlank: isAfterBlank) {
      let complete = place == .headers ? finish() : nil
      place = .headers
      message = MailMessage(line: number)
      return complete
    }
    switch place {
    case .start:
      guard !isBlank else { return nil }
      place = .headers
      message = MailMessage(line: number)
      takeHeader(line)
    case .headers:
      if isBlank { return finish() }
      takeHeader(line)
    case .body: break
    }
    return nil
  }

  /// Takes the end of the headers, or of the file.
  mutating func finish() -> MailMessage? {
    guard place == .headers else { return nil }
    endHeader()
    place = .body
    defer { message = nil }
    return message.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func takeHeader(_ line: UnsafeBufferPointer<UInt8>) {
    if let first = line.first, first == 0x20 || first == 0x09 {
      if header.count < MailMessage.limit { header += line }
      return
    }
    endHeader()
    header = Array(line.prefix(MailMessage.limit))
  }

  private mutating func endHeader() {
    defer { header.removeAll(keepingCapacity: true) }
    guard let colon = header.firstIndex(of: 0x3A) else { return }
    let name = trimmed(String(decoding: header[..<colon], as: UTF8.self)).lowercased()
    message?.add(name, header[(colon + 1)...])
  }

  /// Whether a line begins a mail: "From ", and the date it came. A line of a text may begin so too.
  static func isSeparator(_ line: UnsafeBufferPointer<UInt8>, isAfterBlank: Bool) -> Bool {
    guard line.count > 10, line.count < 500, line.starts(with: Array("From ".utf8)) else {
      return false
    }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
    let hasTime = words.contains { word in
      let parts = word.split(separator: ":")
      return parts.count > 1 && parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNumber) }
    }
    let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let hasDay = words.contains { days.contains(String($0.prefix(3))) }
    return hasTime && hasYear && (hasDay || isAfterBlank)
  }
}
