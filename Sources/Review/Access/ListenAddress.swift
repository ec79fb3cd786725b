package import Records

/// Where the page listens, and how browsers come to it.
package struct ListenAddress: Hashable, Sendable {
  /// An IPv4 address.
  package let address: String
  package let port: UInt16
  /// "https://review.example.org" where a reverse proxy stands before it.
  package let proxy: String?

  /// Why an address is refused.
  package struct Refused: Error {
    package var phrase: Phrase
  }

  /// - Parameters:
  ///   - isNamed: whether the reviewer was named.
  /// - Throws: `Refused` for another address than loopback that is not behind a named proxy, or has
  ///   no named reviewer.
  package init(
    address: String = "127.0.0.1", port: UInt16 = 0, proxy: String? = nil, isNamed: Bool = false
  ) throws {
    let isLoopback = address == "127.0.0.1" || address == "localhost"
    if let proxy, !Self.isOrigin(proxy) {
      throw Refused(
        phrase: Phrase(
          de: "--behind-proxy: geben Sie https://NAME an, wie es im Browser steht, ohne Pfad",
          en: "--behind-proxy: give https://NAME as it stands in the browser, without a path"))
    }
    if !isLoopback, proxy == nil {
      throw Refused(
        phrase: Phrase(
          de: "--listen \(address): Kontaktdaten gehen nicht unverschlüsselt durchs Netz: stellen "
            + "Sie einen Reverse-Proxy mit TLS davor und geben Sie --behind-proxy https://NAME an "
            + "(docs/review.md)",
          en:
            "--listen \(address): contact data do not cross a network in the clear: put a reverse "
            + "proxy with TLS before it and give --behind-proxy https://NAME (docs/review.md)"))
    }
    if !isLoopback || proxy != nil, !isNamed {
      throw Refused(
        phrase: Phrase(
          de: "wer entscheidet? geben Sie --as NAME an",
          en: "who decides? give --as NAME"))
    }
    self.address = address == "localhost" ? "127.0.0.1" : address
    self.port = port
    self.proxy = proxy.map { $0.lowercased() }
  }

  /// "https://NAME" or "https://NAME:PORT", and nothing behind it.
  private static func isOrigin(_ text: String) -> Bool {
    let start = "https://"
    guard text.lowercased().hasPrefix(start), text.utf8.count > start.utf8.count else {
      return false
    }
    return text.utf8.dropFirst(start.utf8.count).allSatisfy { sign in
      switch sign {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: ":")
      }
    }
  }

  func rules(port: UInt16) -> AccessRules {
    proxy.map(AccessRules.init(proxy:)) ?? AccessRules(address: address, port: port)
  }
}
