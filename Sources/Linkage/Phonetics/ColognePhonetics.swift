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
  let letters = word.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  var code: [UInt8] = []
  var last: UInt8 = 0xFF
  for index in letters.indices {
    let before = index > 0 ? letters[index - 1] : 0
    let after = index + 1 < letters.count ? letters[index + 1] : 0
    for digit in cologneDigits(of: letters[index], before: before, after: after) {
      if digit != last && (digit != 0 || code.isEmpty) { code.append(digit) }
      last = digit
    }
  }
  return code
}

/// The digits of one letter between its neighbors (0 for none); none for "h", two for most "x".
private func cologneDigits(of letter: UInt8, before: UInt8, after: UInt8) -> [UInt8] {
  switch Character(Unicode.Scalar(letter)) {
  case "a", "e", "i", "j", "o", "u", "y": [0]
  case "h": []
  case "b": [1]
  case "p": after == UInt8(ascii: "h") ? [3] : [1]
  case "d", "t": isOne(after, of: "csz") ? [8] : [2]
  case "f", "v", "w": [3]
  case "g", "k", "q": [4]
  case "c": [cologneDigitOfC(before: before, after: after)]
  case "x": isOne(before, of: "ckq") ? [8] : [4, 8]
  case "l": [5]
  case "m", "n": [6]
  case "r": [7]
  default: [8]
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

/// The code packed into a number: four bits a digit, at most 15 digits; 0 for none.
func packedColognePhonetics(of word: some Collection<UInt8>) -> UInt64 {
  colognePhonetics(of: word).prefix(15).reduce(0) { $0 << 4 | UInt64($1 + 1) }
}
