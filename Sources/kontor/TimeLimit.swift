internal import ArgumentParser

/// A duration on the command line: seconds, or minutes and hours by their letters.
struct TimeLimit: ExpressibleByArgument {
  let seconds: Double
  /// As it was given.
  let text: String

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    let digits = unit == nil ? Substring(argument) : argument.dropLast()
    guard let number = Double(digits), number > 0, number <= 1_000_000 else { return nil }
    seconds = number * (unit ?? 1)
    text = argument
  }
}
