internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor init`: a pipeline file from a folder of exports.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: say(
        de: "Schreibt eine Pipeline-Datei zu einem Ordner von Exporten.",
        en: "Writes a pipeline file for a folder of exports."),
      discussion: say(
        de: "Beispiel: kontor init fixtures/demo --out kontor.yaml",
        en: "Example: kontor init fixtures/demo --out kontor.yaml"))
  }

  @Argument(help: help(de: "ein Ordner oder Dateien", en: "a folder, or files", value: "file"))
  var files: [String]

  @Option(
    help: help(
      de: "die Pipeline-Datei; nie überschrieben", en: "the pipeline file; never overwritten"))
  var out = "kontor.yaml"

  @OptionGroup var table: InspectedTableOptions

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let spoken = language ?? spokenLanguage
    do {
      var proposal = try Init(files, out: out, settings: try table.settings())
      if isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 {
        proposal.take(proposal.questions(spoken).map { ask($0) })
      }
      try proposal.write(spoken)
      print(proposal.summary(spoken))
    } catch {
      throw stopped(error)
    }
  }

  /// Whether a person at the terminal says that a column is what it seems; an empty line says yes.
  private func ask(_ question: Init.Question) -> Bool {
    print(
      say(
        de:
          "\(question.file): ist „\(question.column)“ \(question.kind) (\(question.percent) %)? [J/n] ",
        en:
          "\(question.file): is \"\(question.column)\" \(question.kind) (\(question.percent) %)? [Y/n] "
      ),
      terminator: "")
    let answer = (readLine() ?? "").trimmingCharacters(in: .whitespaces).lowercased()
    return answer.isEmpty || ["j", "ja", "y", "yes"].contains(answer)
  }
}
