internal import Foundation
package import Records

/// Tells people in the morning what happened at night: a page, a mail, and a program of theirs when
/// something needs them.
package struct MorningMessage {
  private let night: Night
  private let language: Language

  package init(_ night: Night, _ language: Language) {
    self.night = night
    self.language = language
  }

  package static let names = ["digest.html", "digest.md"]

  /// Writes `digest.html` and `digest.md` into a folder, which is made when it is missing.
  ///
  /// - Throws: `PipelineError.stopped` when they can't be written.
  package func write(to folder: String) throws {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let texts = [night.page(language), night.markdown(language)]
    for (name, text) in zip(Self.names, texts) {
      let (path, draft) = (inFolder(folder, name), inFolder(folder, ".\(name).new"))
      unlink(draft)
      let isWritten = FileManager.default.createFile(
        atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
      guard isWritten, rename(draft, path) == 0 else {
        unlink(draft)
        throw PipelineError.stopped(
          Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
      }
    }
  }

  // MARK: Mail

  /// Whether a text can be put into a mail's head and a command as one address.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.hasPrefix("-")
      && text.utf8.count <= 254
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "@._+-'=/~!#$%&*?^`{|}".utf8.contains(byte)
      }
  }

  /// The mail: counts alone.
  func mail(to address: String) -> String {
    let subject = Self.encodedWords("Kontor – \(shownOnALine(night.headline(language)))")
    let text = Data(night.markdown(language).utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    return """
      To: \(address)
      Subject: \(subject)
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64
      Auto-Submitted: auto-generated

      \(text)

      """
  }

  /// A text for a mail's head, in words of at most 75 letters on lines of their own; no letter is torn
  /// apart.
  ///
  /// - Source: RFC 2047, 2 and 5.
  private static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for letter in text.unicodeScalars {
      let bytes = Array(String(letter).utf8)
      // 45 bytes are 60 letters in base64, beside twelve of the word's own.
      if let last = words.last, last.count + bytes.count > 45 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }

  /// Hands the mail to the local `sendmail`, without a shell.
  ///
  /// - Parameter search: folders as PATH names them.
  /// - Throws: `PipelineError.stopped` when there is none, or it refuses.
  package func send(to address: String, search: String) throws {
    let folders = search.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/lib"]
    let found = folders.map { "\($0)/sendmail" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw PipelineError.stopped(
        Phrase(
          de: "kein sendmail: die Nachricht an \(address) wurde nicht verschickt",
          en: "no sendmail: the message to \(address) was not sent"))
    }
    let code = try CalledProgram.run(found, ["-i", "--", address], input: mail(to: address)).code
    guard code == 0 else {
      throw PipelineError.stopped(
        Phrase(
          de: "sendmail endet mit \(code): die Nachricht an \(address) wurde nicht verschickt",
          en: "sendmail ends with \(code): the message to \(address) was not sent"))
    }
  }

  // MARK: When a person is needed

  /// Calls a program with its words, without a shell; `KONTOR_STATE` and `KONTOR_PIPELINE` tell it
  /// what happened.
  ///
  /// - Parameter command: a path and words, parted by blanks.
  /// - Throws: `PipelineError.stopped` when it can't be called or ends with another code than 0.
  package func call(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    guard let program = words.first else { return }
    let code = try CalledProgram.run(
      program, Array(words.dropFirst()),
      environment: ["KONTOR_STATE": night.state.rawValue, "KONTOR_PIPELINE": night.pipeline]
    ).code
    guard code == 0 else {
      throw PipelineError.stopped(
        Phrase(de: "\(program): endet mit \(code)", en: "\(program): ends with \(code)"))
    }
  }
}
