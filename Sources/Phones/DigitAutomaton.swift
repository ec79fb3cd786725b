/// Several digit patterns matched in one walk, by a deterministic automaton made as it is used.
///
/// A state is a set of places in the patterns; the states a country's real numbers visit are a few
/// hundred, those it could visit some thousands, so a state is made when it is first met.
struct DigitAutomaton {
  /// Patterns that match, bit n: pattern n.
  typealias Matches = UInt16

  private static let unmade = Int32(-1)
  private static let dead = Int32(0)

  private var program: [DigitPattern.Instruction] = []
  /// The pattern each `match` of the program belongs to, by place.
  private var patternAtPlace: [Int: Int] = [:]
  private var states: [[Int]: Int32] = [:]
  private var placesOfState: [[Int]] = []
  /// Ten a state: the state after each digit.
  private var next: [Int32] = []
  private var matches: [Matches] = []
  private var first = Self.dead

  /// - Parameter patterns: at most 16; nil matches nothing.
  init(_ patterns: [DigitPattern?]) {
    var starts: [Int] = []
    for (index, pattern) in patterns.enumerated() {
      guard let pattern else { continue }
      starts.append(program.count)
      append(pattern, at: program.count, index: index)
    }
    _ = state(at: [])
    for digit in 0..<10 { next[digit] = Self.dead }
    first = state(at: closure(of: starts))
  }

  /// How many states have been made.
  var stateCount: Int { matches.count }

  /// The patterns that match all the digits.
  mutating func matches(_ digits: Digits) -> Matches {
    var state = first
    var rest = digits
    while !rest.isEmpty {
      let digit = rest.removeFirst()
      let transition = Int(state) * 10 + Int(digit)
      var following = next[transition]
      if following == Self.unmade {
        following = self.state(after: digit, in: state)
        next[transition] = following
      }
      if following == Self.dead { return 0 }
      state = following
    }
    return matches[Int(state)]
  }

  private mutating func append(_ pattern: DigitPattern, at start: Int, index: Int) {
    for instruction in pattern.instructions {
      switch instruction {
      case .split(let one, let other): program.append(.split(start + one, start + other))
      case .jump(let target): program.append(.jump(start + target))
      case .match:
        patternAtPlace[program.count] = index
        program.append(.match)
      case .digit: program.append(instruction)
      }
    }
  }

  private mutating func state(after digit: UInt8, in state: Int32) -> Int32 {
    var places: [Int] = []
    for place in placesOfState[Int(state)] {
      if case .digit(let set) = program[place], set & (1 << UInt16(digit)) != 0 {
        places.append(place + 1)
      }
    }
    return self.state(at: closure(of: places))
  }

  private mutating func state(at places: [Int]) -> Int32 {
    if let known = states[places] { return known }
    let state = Int32(matches.count)
    states[places] = state
    placesOfState.append(places)
    next.append(contentsOf: repeatElement(Self.unmade, count: 10))
    var found: Matches = 0
    for place in places {
      if let pattern = patternAtPlace[place] { found |= 1 << Matches(pattern) }
    }
    matches.append(found)
    return state
  }

  /// The places with a digit or a match that are reached without taking a digit, ascending.
  private func closure(of starts: [Int]) -> [Int] {
    var open = starts
    var seen = Set(starts)
    var places: [Int] = []
    func visit(_ place: Int) {
      if seen.insert(place).inserted { open.append(place) }
    }
    while let place = open.popLast() {
      switch program[place] {
      case .split(let one, let other):
        visit(one)
        visit(other)
      case .jump(let target): visit(target)
      case .digit, .match: places.append(place)
      }
    }
    return places.sorted()
  }
}
