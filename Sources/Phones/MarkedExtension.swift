/// A number and the extension marked behind it, in the words Germans, Austrians and Swiss use:
/// "030 123456 DW 23", "01 1234 Kl. 5", "030 123456 (Durchwahl: -23)".
///
/// libphonenumber knows "ext", "x" and ";ext="; of "DW 23" it makes two more digits of the number.
/// Digits behind a dash alone ("030 123456-23") are direct dialling and part of the number.
struct MarkedExtension: Hashable {
  /// The text before the mark.
  var base: String
  var digits: String

  /// Lower case. Written for this program.
  private static let marks: Set<String> = [
    "app", "appar", "apparat", "dw", "durchw", "durchwahl", "ext", "extn", "extension", "kl",
    "klappe", "nebenst", "nebenstelle", "nst",
  ]
  private static let mostDigits = 7

  /// Nil when no extension is marked at the end, or no number stands before it.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    drop(" ).", from: &rest)
    let digits = takeLast(of: &rest) { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count <= Self.mostDigits else { return nil }
    drop(" -:.", from: &rest)
    let mark = takeLast(of: &rest) { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard mark.count >= 2, Self.marks.contains(String(decoding: mark, as: UTF8.self).lowercased()),
      (rest.last ?? 0) < 0x80,
      rest.filter({ $0 >= 0x30 && $0 <= 0x39 }).count >= 3
    else { return nil }
    base = String(decoding: rest, as: UTF8.self)
    self.digits = String(decoding: digits, as: UTF8.self)
  }
}

private func drop(_ signs: String, from rest: inout ArraySlice<UInt8>) {
  while let last = rest.last, signs.utf8.contains(last) { rest.removeLast() }
}

private func takeLast(
  of rest: inout ArraySlice<UInt8>, while belongs: (UInt8) -> Bool
) -> ArraySlice<UInt8> {
  var start = rest.endIndex
  while start > rest.startIndex, belongs(rest[start - 1]) { start -= 1 }
  defer { rest = rest[..<start] }
  return rest[start...]
}
