/// The Cologne phonetics code of a folded word: "Meyer" and "Meier" both give "67".
///
/// Equal codes that stand side by side count once, before the zeros (vowels) are dropped; so
/// "hoffmann" is 0366, as in Postel's paper, and not 036.
///
/// - Parameter word: letters a–z as `fold` gives them; all else is skipped.
/// - Returns: digits 0–8, no zero but at the start, possibly empty.
/// - Complexity: O(n).
/// - Source: H. J. Postel, IBM-Nachrichten 19 (1969), 925–931.
func colognePhonetics(of word: some Collection<UInt8>) -> [UInt8] {
  var code: [UInt8] = []
  forEachCologneDigit(of: word) { code.append($0) }
  return code
}

/// The code packed into a number: four bits a digit, at most 15 digits; 0 for none.
package func packedColognePhonetics(of word: some Collection<UInt8>) -> UInt64 {
  var packed: UInt64 = 0
  var count = 0
  forEachCologneDigit(of: word) { digit in
    if count < 15 { packed = packed << 4 | UInt64(digit + 1) }
    count += 1
  }
  return packed
}

/// Calls `body` with each digit of the code.
private func forEachCologneDigit(of word: some Collection<UInt8>, _ body: (UInt8) -> Void) {
  var before: UInt8 = 0
  var letter: UInt8 = 0
  var last: UInt8 = 0xFF
  var isFirst = true
  func add(_ digit: UInt8) {
    if digit != last && (digit != 0 || isFirst) {
      body(digit)
      isFirst = false
    }
    last = digit
  }
  func end(_ letter: UInt8, before: UInt8, after: UInt8) {
    // Of most "x" the first of two; "h" has none.
    if letter == UInt8(ascii: "x") && !isOne(before, of: "ckq") { add(4) }
    if letter != UInt8(ascii: "h") { add(cologneDigit(of: letter, before: before, after: after)) }
  }
  for next in word where next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z") {
    if letter != 0 { end(letter, before: before, after: next) }
    before = letter
    letter = next
  }
  if letter != 0 { end(letter, before: before, after: 0) }
}

/// The last digit of a letter between its neighbors; 0 stands for no neighbor.
private func cologneDigit(of letter: UInt8, before: UInt8, after: UInt8) -> UInt8 {
  switch Unicode.Scalar(letter) {
  case "a", "e", "i", "j", "o", "u", "y": 0
  case "b": 1
  case "p": after == UInt8(ascii: "h") ? 3 : 1
  case "d", "t": isOne(after, of: "csz") ? 8 : 2
  case "f", "v", "w": 3
  case "g", "k", "q": 4
  case "c": cologneDigitOfC(before: before, after: after)
  case "l": 5
  case "m", "n": 6
  case "r": 7
  default: 8
  }
}

private func cologneDigitOfC(before: UInt8, after: UInt8) -> UInt8 {
  if before == 0 { return isOne(after, of: "ahkloqrux") ? 4 : 8 }
  if isOne(before, of: "sz") { return 8 }
  return isOne(after, of: "ahkoqux") ? 4 : 8
}

private func isOne(_ letter: UInt8, of letters: StaticString) -> Bool {
  guard letter != 0 else { return false }
  return letters.withUTF8Buffer { $0.contains(letter) }
}
