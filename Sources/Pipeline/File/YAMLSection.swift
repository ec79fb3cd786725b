internal import Records
internal import Yams

/// One mapping of the pipeline file, read key by key; what it complains of has a place.
///
/// Every key that is asked for counts as known; `finish()` reports the rest.
final class YAMLSection {
  let file: String
  let position: FilePosition
  private let mapping: [(key: String, position: FilePosition, value: Node)]
  private var known: Set<String> = []
  private let complaints: Complaints

  init(_ node: Node, file: String, what: Phrase, complaints: Complaints) {
    self.file = file
    self.complaints = complaints
    position = FilePosition(node)
    if let pairs = node.mapping {
      mapping = pairs.map { ($0.key.string ?? "", FilePosition($0.key), $0.value) }
      var seen: Set<String> = []
      for pair in mapping where !seen.insert(pair.key).inserted {
        complaints.add(
          de: "\"\(pair.key)\" steht hier zweimal", en: "\"\(pair.key)\" is here twice",
          at: pair.position)
      }
    } else {
      mapping = []
      complaints.add(
        what
          + Phrase(de: " muss Namen und Werte nennen", en: " must be a mapping of names to values"),
        at: position)
    }
  }

  /// All pairs in file order, for sections whose keys are the user's own words.
  func pairs() -> [(key: String, position: FilePosition, value: Node)] {
    known.formUnion(mapping.map(\.key))
    return mapping
  }

  func node(_ key: String) -> Node? {
    known.insert(key)
    guard let pair = mapping.first(where: { $0.key == key }) else { return nil }
    return pair.value.isNothing ? nil : pair.value
  }

  /// Where the key's value stands, for that is what has to be corrected.
  func position(of key: String) -> FilePosition {
    mapping.first { $0.key == key }.map { FilePosition($0.value) } ?? position
  }

  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.scalar?.string { return text }
    complaints.add(
      de: "\"\(key)\" muss ein Text sein", en: "\"\(key)\" must be a text", at: FilePosition(node))
    return nil
  }

  func requiredText(_ key: String) -> String {
    if let text = text(key), !text.isEmpty { return text }
    if node(key)?.scalar != nil || node(key) == nil {
      complaints.add(de: "\"\(key)\" fehlt", en: "\"\(key)\" is missing", at: position)
    }
    return ""
  }

  func integer(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    if let number = Int(text) { return number }
    complaints.add(
      de: "\"\(key)\" muss eine ganze Zahl sein", en: "\"\(key)\" must be a whole number",
      at: position(of: key))
    return nil
  }

  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "ja": return true
    case "false", "no", "nein": return false
    default:
      complaints.add(
        de: "\"\(key)\" muss true oder false sein", en: "\"\(key)\" must be true or false",
        at: position(of: key))
      return nil
    }
  }

  /// A text or a list of texts.
  func texts(_ key: String) -> [String] { elements(key).map(\.text) }

  /// A text or a list of texts, each with its place.
  func elements(_ key: String) -> [(text: String, position: FilePosition)] {
    guard let node = node(key) else { return [] }
    if let text = node.scalar?.string { return [(text, FilePosition(node))] }
    guard let sequence = node.sequence else {
      complaints.add(
        de: "\"\(key)\" muss ein Text oder eine Liste von Texten sein",
        en: "\"\(key)\" must be a text or a list of texts", at: FilePosition(node))
      return []
    }
    return sequence.compactMap { element in
      if let text = element.scalar?.string { return (text, FilePosition(element)) }
      complaints.add(
        de: "\"\(key)\" muss eine Liste von Texten sein",
        en: "\"\(key)\" must be a list of texts", at: FilePosition(element))
      return nil
    }
  }

  /// One of a closed set, with a suggestion for a misspelled one.
  ///
  /// - Parameter none: how to say that there is none of that name; "no KEY" when nil.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Choice.Type, none: Phrase? = nil
  ) -> Choice? {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    complaints.add(
      (none ?? Phrase(de: "\(key): es gibt kein", en: "no \(key)"))
        + Phrase(de: " \"\(text)\"", en: " \"\(text)\"") + suggestion(for: text, among: all),
      at: position(of: key))
    return nil
  }

  func section(_ key: String) -> YAMLSection? {
    node(key).map {
      YAMLSection(
        $0, file: file, what: Phrase(de: "\"\(key)\"", en: "\"\(key)\""), complaints: complaints)
    }
  }

  func sections(_ key: String) -> [YAMLSection] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      complaints.add(
        de: "\"\(key)\" muss eine Liste sein", en: "\"\(key)\" must be a list",
        at: FilePosition(node))
      return []
    }
    return sequence.map {
      YAMLSection(
        $0, file: file,
        what: Phrase(de: "ein Eintrag von \"\(key)\"", en: "an entry of \"\(key)\""),
        complaints: complaints)
    }
  }

  func complain(_ message: Phrase, at position: FilePosition? = nil) {
    complaints.add(message, at: position ?? self.position)
  }

  func complain(de german: String, en english: String, at position: FilePosition? = nil) {
    complain(Phrase(de: german, en: english), at: position)
  }

  /// Reports every key nobody asked for.
  func finish() {
    for pair in mapping where !known.contains(pair.key) {
      complaints.add(
        Phrase(de: "hier gibt es kein \"\(pair.key)\"", en: "no key \"\(pair.key)\" here")
          + suggestion(for: pair.key, among: known.sorted()),
        at: pair.position)
    }
  }
}

/// Collects what is wrong with one pipeline file.
final class Complaints {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  func add(de german: String, en english: String, at position: FilePosition) {
    add(Phrase(de: german, en: english), at: position)
  }

  func add(_ message: Phrase, at position: FilePosition) {
    diagnostics.append(Diagnostic(file: file, position: position, message: message))
  }
}

extension FilePosition {
  init(_ node: Node) {
    self.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}

extension Node {
  /// An empty value: `files:` with nothing behind it.
  fileprivate var isNothing: Bool {
    scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
  }
}
