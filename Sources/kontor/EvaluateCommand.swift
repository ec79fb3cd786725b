internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor evaluate`: how good a clustering is, where the truth is known.
struct EvaluateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: say(
        de: "Misst eine Gruppierung an der Wahrheit: paarweise und B-Cubed, verlorene Kontakte.",
        en: "Measures a clustering against the truth: pairwise and B-cubed, lost contacts."),
      discussion: say(
        de: "Beispiel: kontor evaluate --clusters out/clusters.csv --truth truth.csv",
        en: "Example: kontor evaluate --clusters out/clusters.csv --truth truth.csv"))
  }

  @Option(
    help: help(
      de: "CSV mit cluster_id und rec_id oder file, ordinal",
      en: "CSV with cluster_id and rec_id, or file and ordinal", value: "file"))
  var clusters: String

  @Option(
    help: help(
      de: "CSV mit entity_id (oder cluster_id) und rec_id oder file, ordinal",
      en: "CSV with entity_id (or cluster_id) and rec_id, or file and ordinal", value: "file"))
  var truth: String

  @Flag(
    help: help(
      de: "zählt Zeilen der Wahrheit ohne Gruppe als eigene Kontakte",
      en: "count rows of the truth without a cluster as contacts of their own"))
  var missingAsSingles = false

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let evaluation = try Evaluation(
        clusters: clusters, truth: truth, missingAsSingles: missingAsSingles)
      print(json ? evaluation.json : evaluation.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
