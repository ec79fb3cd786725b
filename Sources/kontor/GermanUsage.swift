/// The argument parser's own words, which are English, in German.
///
/// What it does not know stays as it is; the command line's tests show when the parser's words have
/// changed.
func germanUsage(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { germanLine(String($0)) }
    .joined(separator: "\n")
}

private func germanLine(_ line: String) -> String {
  for (english, german) in headings where line.hasPrefix(english) {
    return german + germanWords(germanError(String(line.dropFirst(english.count))))
  }
  return germanWords(line)
}

/// How lines begin.
private let headings: [(String, String)] = [
  ("Error: ", "Fehler: "), ("Help:  ", "Hilfe: "), ("Usage: ", "Aufruf: "),
  ("OVERVIEW: ", "ÜBERBLICK: "), ("USAGE: ", "AUFRUF: "), ("ARGUMENTS:", "ARGUMENTE:"),
  ("OPTIONS:", "OPTIONEN:"), ("SUBCOMMANDS:", "BEFEHLE:"),
]

/// One error of the parser; its quoted parts are the user's own or the option's name.
private func germanError(_ text: String) -> String {
  if let found = text.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+)'\?/) {
    return "unbekannte Option '\(found.1)': ist '\(found.2)' gemeint?"
  }
  if let found = text.wholeMatch(of: /Unknown option '(.+)'/) {
    return "unbekannte Option '\(found.1)'"
  }
  if let found = text.wholeMatch(of: /Missing value for '(.+)'/) {
    return "der Wert von '\(found.1)' fehlt"
  }
  if let found = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
    return "es fehlt '\(found.1)'"
  }
  if let found = text.wholeMatch(of: /Unexpected argument '(.+)'/) {
    return "'\(found.1)' ist zu viel"
  }
  if let found = text.wholeMatch(of: /(\d+) unexpected arguments: (.+)/) {
    return "\(found.1) Angaben sind zu viel: \(found.2)"
  }
  if let found = text.wholeMatch(
    of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./)
  {
    return "die Option '\(found.1)' nimmt keinen Wert, hier steht '\(found.2)'"
  }
  if let found = text.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'(.*)/) {
    return "'\(found.1)' gibt es nicht für '\(found.2)'" + germanChoices(String(found.3))
  }
  return text
}

/// ". Please provide one of 'a', 'b' or 'c'."
private func germanChoices(_ text: String) -> String {
  guard let found = text.wholeMatch(of: /\. Please provide one of (.+)\./) else { return text }
  let choices = found.1.replacing("' and '", with: "' und '").replacing("' or '", with: "' und '")
  return ": es gibt \(choices)"
}

private func germanWords(_ line: String) -> String {
  if let found = line.wholeMatch(of: /\ \ See '(.+)' for (?:more information|detailed help)\./) {
    return "  Mehr dazu: \(found.1)"
  }
  return
    line
    .replacing("Show help information.", with: "Zeigt diese Hilfe.")
    .replacing("Show subcommand help information.", with: "Zeigt die Hilfe eines Befehls.")
    .replacing("Show the version.", with: "Zeigt die Version.")
    .replacing("(values:", with: "(Werte:").replacing("; default:", with: "; sonst:")
    .replacing("(default:", with: "(sonst:").replacing("<subcommand>", with: "<befehl>")
    .replacing("[<options>]", with: "[<optionen>]").replacing("<options>", with: "<optionen>")
}
