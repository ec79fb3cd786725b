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
        de: """
          Beispiel: kontor evaluate --clusters out/clusters.csv --truth truth.csv
                    kontor evaluate --sample sample.csv   (von kontor sample, ausgefüllt)
          """,
        en: """
          Example: kontor evaluate --clusters out/clusters.csv --truth truth.csv
                   kontor evaluate --sample sample.csv   (of kontor sample, filled in)
          """))
  }

  @Option(
    help: help(
      de: "CSV mit cluster_id und rec_id oder file, ordinal",
      en: "CSV with cluster_id and rec_id, or file and ordinal", value: "file"))
  var clusters: String?

  @Option(
    help: help(
      de: "CSV mit entity_id (oder cluster_id) und rec_id oder file, ordinal",
      en: "CSV with entity_id (or cluster_id) and rec_id, or file and ordinal", value: "file"))
  var truth: String?

  @Option(
    help: help(
      de: "statt beider: eine beurteilte Stichprobe", en: "instead of both: a judged sample",
      value: "file"))
  var sample: String?

  @Flag(
    help: help(
      de: "zählt Zeilen der Wahrheit ohne Gruppe als eigene Kontakte",
      en: "count rows of the truth without a cluster as contacts of their own"))
  var missingAsSingles = false

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func validate() throws {
    guard (sample == nil) == (clusters != nil), (clusters == nil) == (truth == nil) else {
      throw ValidationError(
        say(
          de: "nennen Sie --clusters und --truth, oder --sample",
          en: "give --clusters and --truth, or --sample"))
    }
  }

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      if let sample {
        let evaluation = try SampleEvaluation(sample: sample)
        print(json ? evaluation.json(spoken) : evaluation.text(spoken))
      } else if let clusters, let truth {
        let evaluation = try Evaluation(
          clusters: clusters, truth: truth, missingAsSingles: missingAsSingles)
        print(json ? evaluation.json : evaluation.text(spoken))
      }
    } catch {
      throw stopped(error)
    }
  }
}
