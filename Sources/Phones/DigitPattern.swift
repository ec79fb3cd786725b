/// A regular expression over digits, as instructions of a small machine.
///
/// libphonenumber's patterns use digits, `\d`, classes, groups, `|`, `?` and `{n,m}`, and so does
/// this; any other sign makes the pattern nil, and whoever asked does without.
struct DigitPattern: Hashable, Sendable {
  enum Instruction: Hashable, Sendable {
    /// Takes one digit out of a set (bit n: digit n), then goes on with the next instruction.
    case digit(UInt16)
    /// Goes on in both places.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// The first instruction begins, `match` at the end accepts.
  private(set) var instructions: [Instruction]

  init?(_ pattern: String) {
    var parser = DigitPatternParser(Array(pattern.utf8))
    guard let tree = parser.alternatives(), parser.isAtEnd else { return nil }
    instructions = []
    append(tree)
    instructions.append(.match)
    // A pattern that grows past this isn't one of libphonenumber's: the longest has some 2,500.
    guard instructions.count < 20_000 else { return nil }
  }

  private mutating func append(_ tree: DigitPatternTree) {
    switch tree {
    case .digit(let set): instructions.append(.digit(set))
    case .sequence(let parts): for part in parts { append(part) }
    case .alternatives(let choices): append(choices)
    case .repeated(let part, let least, let most):
      for _ in 0..<least { append(part) }
      appendOptional(part, times: most - least)
    }
  }

  private mutating func append(_ choices: [DigitPatternTree]) {
    var jumps: [Int] = []
    for choice in choices.dropLast() {
      let split = instructions.count
      instructions.append(.match)
      append(choice)
      jumps.append(instructions.count)
      instructions.append(.match)
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = choices.last { append(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  /// Up to `times` more: each may be the last, whence a way to the end from before each.
  private mutating func appendOptional(_ part: DigitPatternTree, times: Int) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(instructions.count)
      instructions.append(.match)
      append(part)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}

/// A pattern as it is nested.
indirect enum DigitPatternTree: Hashable, Sendable {
  case digit(UInt16)
  case sequence([DigitPatternTree])
  case alternatives([DigitPatternTree])
  case repeated(DigitPatternTree, least: Int, most: Int)
}

/// Reads a pattern; every function gives nil at what it doesn't know.
struct DigitPatternParser {
  private static let anyDigit: UInt16 = 0x3FF
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func alternatives() -> DigitPatternTree? {
    guard let first = sequence() else { return nil }
    var choices = [first]
    while skip("|") {
      guard let choice = sequence() else { return nil }
      choices.append(choice)
    }
    return choices.count == 1 ? first : .alternatives(choices)
  }

  private mutating func sequence() -> DigitPatternTree? {
    var parts: [DigitPatternTree] = []
    while let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let part = atom(), let repeated = repeated(part) else { return nil }
      parts.append(repeated)
    }
    return .sequence(parts)
  }

  private mutating func atom() -> DigitPatternTree? {
    if skip("(") {
      if skip("?"), !skip(":") { return nil }
      guard let inner = alternatives(), skip(")") else { return nil }
      return inner
    }
    if skip("[") { return set() }
    if skip("\\") { return skip("d") ? .digit(Self.anyDigit) : nil }
    return digit().map { .digit(1 << $0) }
  }

  /// What stands between brackets: digits, ranges and `\d`.
  private mutating func set() -> DigitPatternTree? {
    var set: UInt16 = 0
    while !skip("]") {
      if skip("\\") {
        guard skip("d") else { return nil }
        set |= Self.anyDigit
        continue
      }
      guard let first = digit() else { return nil }
      guard skip("-") else {
        set |= 1 << first
        continue
      }
      guard let last = digit(), first <= last else { return nil }
      for digit in first...last { set |= 1 << digit }
    }
    return .digit(set)
  }

  private mutating func repeated(_ part: DigitPatternTree) -> DigitPatternTree? {
    if skip("?") { return .repeated(part, least: 0, most: 1) }
    guard skip("{") else { return part }
    guard let least = count() else { return nil }
    let most = skip(",") ? count() : least
    guard let most, least <= most, most <= 20, skip("}") else { return nil }
    return .repeated(part, least: least, most: most)
  }

  private mutating func count() -> Int? {
    var count: Int?
    while let digit = digit() {
      count = (count ?? 0) * 10 + Int(digit)
      if (count ?? 0) > 20 { return nil }
    }
    return count
  }

  private mutating func digit() -> UInt16? {
    guard let byte = peek(), byte >= 0x30, byte <= 0x39 else { return nil }
    position += 1
    return UInt16(byte - 0x30)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }
}
