internal import Foundation
internal import Records
internal import Survivorship
internal import Yams

extension PipelineFile {
  /// Reads and checks a pipeline file.
  ///
  /// - Parameters:
  ///   - path: the file; its folder is what `input:` and `output:` are relative to.
  ///   - input, output: take the place of the file's own, relative to the working folder.
  /// - Throws: `PipelineError.invalid` with every place that is wrong, or `.unreadable`.
  package static func read(_ path: String, input: String? = nil, output: String? = nil) throws
    -> PipelineFile
  {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw PipelineError.unreadable(path: path, reason: reasonForNothing(at: path))
    }
    guard bytes.count <= 1 << 20 else {
      throw PipelineError.unreadable(
        path: path,
        reason: Phrase(
          de: "mehr als 1 MiB, keine Pipeline-Datei", en: "more than 1 MiB, not a pipeline file"))
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw PipelineError.unreadable(
        path: path,
        reason: Phrase(
          de: "kein UTF-8: speichern Sie sie als UTF-8", en: "not UTF-8: save it as UTF-8"))
    }
    return try parse(text, path: path, input: input, output: output)
  }

  private static func reasonForNothing(at path: String) -> Phrase {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return Phrase(de: "es gibt keine solche Datei", en: "no such file")
    }
    return isFolder.boolValue
      ? Phrase(
        de: "das ist ein Ordner: nennen Sie eine Datei darin",
        en: "this is a folder: name a file in it")
      : Phrase(de: "prüfen Sie die Rechte", en: "check its permissions")
  }

  /// Reads and checks the text of a pipeline file; `path` is for messages and relative folders.
  package static func parse(
    _ text: String, path: String, input: String? = nil, output: String? = nil
  ) throws -> PipelineFile {
    let complaints = Complaints(file: path)
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw PipelineError.unreadable(path: path, reason: Phrase(de: "leer", en: "empty"))
      }
      root = node
    } catch let error as YamlError {
      throw PipelineError.invalid([error.diagnostic(file: path, text: text)])
    }
    let section = YAMLSection(
      root, file: path, what: Phrase(de: "eine Pipeline-Datei", en: "a pipeline file"),
      complaints: complaints)
    let file = section.pipelineFile(path: path, input: input, output: output)
    section.finish()
    guard complaints.diagnostics.isEmpty else {
      throw PipelineError.invalid(
        complaints.diagnostics.sorted {
          ($0.position.line, $0.position.column, $0.message.english)
            < ($1.position.line, $1.position.column, $1.message.english)
        })
    }
    return file
  }
}

extension YAMLSection {
  fileprivate func pipelineFile(path: String, input: String?, output: String?) -> PipelineFile {
    let folder = parentFolder(of: path)
    let (ownInput, ownOutput) = (text("input") ?? ".", text("output") ?? "out")
    let input = cleaned(input ?? inFolder(folder, ownInput))
    let output = cleaned(output ?? inFolder(folder, ownOutput))
    let sources = sections("sources").map { $0.sourceDefinition() }
    if sources.isEmpty {
      complain(de: "\"sources\" nennt keine Quelle", en: "\"sources\" names no source")
    }
    let activities = sections("activities").map { $0.activityDefinition() }
    let opportunities = sections("opportunities").map { $0.activityDefinition() }
    let names =
      sources.map { ($0.name, $0.position) }
      + (activities + opportunities).map { ($0.name, $0.position) }
    for (index, name) in names.enumerated()
    where names[..<index].contains(where: { $0.0 == name.0 }) {
      complain(
        de: "zwei Quellen heißen \"\(name.0)\"", en: "two sources are called \"\(name.0)\"",
        at: name.1)
    }
    let match = section("match")
    let point =
      match?.choice(
        "at", OperatingPointName.self,
        none: Phrase(de: "match.at: es gibt keinen Punkt", en: "match.at: no point")) ?? .safe
    let model = match?.text("model").map { inFolder(folder, $0) }
    match?.finish()
    let limits = limits()
    return PipelineFile(
      path: path, name: text("name") ?? stem(of: path), language: choice("language", Language.self),
      country: country(), input: input, output: output,
      store: cleaned(inFolder(output, text("store") ?? "kontor.sqlite")), sources: sources,
      activities: activities, opportunities: opportunities, operatingPoint: point,
      model: model, merge: mergeRules(), problemLimit: limits.setAside, budget: limits.budget,
      retention: retention(), outputs: outputs(),
      vCardVersion: vCardVersion())
  }

  private func country() -> String {
    guard let text = text("country") else { return "DE" }
    let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
    if !isCode {
      complain(
        de: "\"country\" sind zwei Großbuchstaben: DE, AT, CH",
        en: "\"country\" must be two capital letters: DE, AT, CH", at: position(of: "country"))
    }
    return text
  }

  private func mergeRules() -> SurvivorshipRules {
    var merge = SurvivorshipRules()
    guard let section = section("merge") else { return merge }
    for pair in section.pairs() {
      let rules = section.elements(pair.key)
      let names = rules.map(\.text)
      do throws(RuleNameError) {
        try merge.set(names, for: pair.key)
      } catch {
        section.complain(
          Self.message(of: error, attribute: pair.key, rules: names),
          at: error.rule.map { rules[$0].position } ?? pair.position)
      }
    }
    return merge
  }

  private static func message(of error: RuleNameError, attribute: String, rules: [String])
    -> Phrase
  {
    switch error.kind {
    case .unknownAttribute:
      Phrase(de: "kein Merkmal heißt \"\(attribute)\"", en: "no attribute \"\(attribute)\"")
        + suggestion(for: error.suggestion ?? attribute, among: Attribute.allCases.map(\.rawValue))
    case .unknownRule:
      unknownRule(error.rule.map { rules[$0] } ?? "")
    default:
      error.message
    }
  }

  private static func unknownRule(_ name: String) -> Phrase {
    let names = SurvivorshipRule.named.map(\.rawValue)
    return Phrase(de: "keine Regel heißt \"\(name)\"", en: "no rule \"\(name)\"")
      + suggestion(for: name, among: names)
  }

  private func outputs() -> [OutputName] {
    guard node("write") != nil else { return OutputName.usual }
    let known = OutputName.allCases.map(\.rawValue)
    return elements("write").compactMap { text, position in
      if let name = OutputName(rawValue: text) { return name }
      complain(
        Phrase(de: "keine Ausgabe heißt \"\(text)\"", en: "no output \"\(text)\"")
          + suggestion(for: text, among: known), at: position)
      return nil
    }
  }

  private func vCardVersion() -> String {
    let version = text("vcard_version") ?? "4.0"
    if version != "4.0", version != "3.0" {
      complain(
        de: "\"vcard_version\" ist 4.0 oder 3.0", en: "\"vcard_version\" must be 4.0 or 3.0",
        at: position(of: "vcard_version"))
    }
    return version
  }
}

extension PipelineFile {
  /// Reads a share: "1%", "0.5 %", "0.01"; nil when it is none or not within 0…1.
  package static func share(of text: String) -> Double? {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    let isPercent = trimmed.hasSuffix("%")
    let digits = (isPercent ? String(trimmed.dropLast()) : trimmed)
      .trimmingCharacters(in: .whitespaces)
    guard let number = Double(digits) else { return nil }
    let share = isPercent ? number / 100 : number
    return (0...1).contains(share) ? share : nil
  }
}

extension YamlError {
  /// The parser's complaint with its place, without the text around it (it may hold anything).
  fileprivate func diagnostic(file: String, text: String) -> Diagnostic {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Diagnostic(
        file: file, position: FilePosition(line: mark.line, column: mark.column),
        message: Phrase(de: "kein YAML: \(problem)", en: "not YAML: \(problem)"))
    case .duplicatedKeysInMapping(let keys, let context):
      Diagnostic(
        file: file, position: Self.secondPlace(of: keys.min() ?? "", after: context.mark, in: text),
        message: Phrase(
          de: "\"\(keys.sorted().joined(separator: ", "))\" steht hier zweimal",
          en: "\"\(keys.sorted().joined(separator: ", "))\" is here twice"))
    default:
      Diagnostic(
        file: file, position: FilePosition(line: 1, column: 1),
        message: Phrase(de: "kein YAML-Dokument", en: "not a YAML document"))
    }
  }

  /// The parser names the place where the key stands first; the mistake is where it comes again.
  ///
  /// - Returns: the first place where keys of a mapping in braces come again.
  private static func secondPlace(of key: String, after mark: Mark, in text: String)
    -> FilePosition
  {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated().dropFirst(mark.line) {
      let indent = line.prefix { $0 == " " }.count
      guard indent == mark.column - 1 else { continue }
      let rest = line.dropFirst(indent)
      let spellings = [key, "\"\(key)\"", "'\(key)'"]
      if spellings.contains(where: { rest.hasPrefix($0 + ":") || rest.hasPrefix($0 + " :") }) {
        return FilePosition(line: index + 1, column: mark.column)
      }
    }
    return FilePosition(line: mark.line, column: mark.column)
  }
}
