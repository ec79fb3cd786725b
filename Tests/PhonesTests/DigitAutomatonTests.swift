import Testing

@testable import Phones

@Suite struct DigitAutomatonTests {
  private func expect(
    _ automaton: inout DigitAutomaton, _ text: String, _ matches: DigitAutomaton.Matches,
    at location: SourceLocation = #_sourceLocation
  ) {
    let found = Digits(text).map { automaton.matches($0) }
    #expect(found == matches, sourceLocation: location)
  }

  @Test func severalPatternsMatchInOneWalk() {
    var automaton = DigitAutomaton([
      DigitPattern("1\\d{2}"), nil, DigitPattern("12?3"), DigitPattern("(?:1|2)\\d{1,3}"),
    ])
    expect(&automaton, "123", 0b1101)
    expect(&automaton, "13", 0b1100)
    expect(&automaton, "199", 0b1001)
    expect(&automaton, "2999", 0b1000)
    expect(&automaton, "29999", 0)
    expect(&automaton, "3", 0)
    expect(&automaton, "", 0)
  }

  @Test func emptyAutomatonMatchesNothing() {
    var automaton = DigitAutomaton([nil, nil])
    expect(&automaton, "1", 0)
    expect(&automaton, "", 0)
  }

  @Test func emptyPatternMatchesNoDigits() {
    var automaton = DigitAutomaton([DigitPattern("")])
    expect(&automaton, "", 1)
    expect(&automaton, "1", 0)
  }

  /// Whether a whole text matches, by trying every way through the tree.
  private func matches(_ pattern: DigitPattern, _ digits: Digits, at place: Int) -> Bool {
    switch pattern.instructions[place] {
    case .match: return digits.isEmpty
    case .jump(let target): return matches(pattern, digits, at: target)
    case .split(let one, let other):
      return matches(pattern, digits, at: one) || matches(pattern, digits, at: other)
    case .digit(let set):
      guard !digits.isEmpty, set & (1 << UInt16(digits.first)) != 0 else { return false }
      return matches(pattern, digits.dropFirst(1), at: place + 1)
    }
  }

  @Test func agreesWithBacktrackingOnAllShortNumbers() throws {
    let patterns = try ["[12]{1,3}", "1(?:2|3[0-4])?5", "\\d{4}", "(?:1|12)(?:23|3)"].map {
      try #require(DigitPattern($0))
    }
    var automaton = DigitAutomaton(patterns)
    for length in 0...4 {
      for number in 0..<[1, 10, 100, 1000, 10000][length] {
        let text = String(number)
        let zeros = String(repeating: "0", count: max(length - text.count, 0))
        let digits = try #require(Digits(length == 0 ? "" : zeros + text))
        let found = automaton.matches(digits)
        for (index, pattern) in patterns.enumerated() {
          #expect((found & 1 << index != 0) == matches(pattern, digits, at: 0))
        }
      }
    }
    #expect(automaton.stateCount < 40)
  }
}
