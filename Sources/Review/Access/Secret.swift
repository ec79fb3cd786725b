/// A random word that nobody can guess.
///
/// Security, not a result: this is the one place where chance is right.
struct Secret: Hashable, Sendable {
  /// 43 letters, digits, "-" and "_": 256 bits.
  let text: String

  init() {
    var random = SystemRandomNumberGenerator()
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    text = String((0..<43).map { _ in signs[Int(random.next(upperBound: UInt(64)))] })
  }

  /// Whether a text is this word; how long the comparison takes tells nothing of how far it agrees.
  func matches(_ other: String) -> Bool {
    let (own, given) = (Array(text.utf8), Array(other.utf8))
    guard own.count == given.count else { return false }
    var difference: UInt8 = 0
    for place in own.indices { difference |= own[place] ^ given[place] }
    return difference == 0
  }
}
