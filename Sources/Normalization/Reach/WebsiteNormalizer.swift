/// Web sites without scheme, the host in lower case: "HTTP://www.Example.de/" gives
/// "www.example.de".
enum WebsiteNormalizer {
  /// The site, and whether it has the form of one.
  static func normalized(_ text: String) -> (text: String, isValid: Bool) {
    var rest = text.replacing("\\:", with: ":")
    let lower = rest.lowercased()
    for scheme in ["https://", "http://", "https:/", "http:/", "http//", "url:"]
    where lower.hasPrefix(scheme) {
      rest = String(rest.dropFirst(scheme.count))
      break
    }
    rest = trimmed(rest) {
      $0 == UInt8(ascii: "/") || $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
    }
    let end = rest.utf8.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    let host = rest[..<end].lowercased()
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isValid =
      labels.count > 1 && !rest.has(" ") && !rest.has("@") && labels.allSatisfy { !$0.isEmpty }
      && (labels.last?.count ?? 0) > 1
    return isValid ? (host + rest[end...], true) : (text, false)
  }
}
