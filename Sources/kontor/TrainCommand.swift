internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor train`: another model for a store, and what it would change.
struct TrainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "train",
      abstract: say(
        de: "Trainiert ein neues Modell mit den Datensätzen des Bestands und zeigt, was es ändert.",
        en: "Trains a new model on the store's records and shows what it would change."),
      discussion: say(
        de: """
          Ohne --apply ändert sich nichts. Mit --apply bekommt der Bestand in einem Zug das neue
          Modell und die Kontakte, die daraus folgen; der nächste Lauf schreibt die Ausgaben neu.

          Beispiel: kontor train --store out/demo/kontor.sqlite
                    kontor train --apply --as "Erika Muster"
          """,
        en: """
          Without --apply nothing changes. With --apply the store gets the new model and the
          contacts that follow from it, all at once; the next run writes the outputs anew.

          Example: kontor train --store out/demo/kontor.sqlite
                    kontor train --apply --as "Jane Doe"
          """))
  }

  @OptionGroup var store: StoreOption

  @Flag(
    help: help(
      de: "übernimmt das neue Modell und was daraus folgt",
      en: "adopt the new model and what follows from it"))
  var apply = false

  @Flag(
    help: help(
      de: "lernt aus der Hälfte der Entscheidungen und prüft an der anderen",
      en: "learn from half of the decisions, and check with the other"))
  var fromDecisions = false

  @Option(
    name: .customLong("as"),
    help: help(
      de: "wer das Modell verantwortet; sonst der angemeldete Benutzer",
      en: "who answers for the model; else the user logged in", value: "name"))
  var author: String?

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Flag(help: help(de: "zeigt keinen Fortschritt", en: "show no progress"))
  var quiet = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      let train = try Train(store: store.path(), author: author ?? NSUserName())
      let training = try train.perform(
        applies: apply, learnsFromDecisions: fromDecisions,
        progress: .standard(language: spoken, isQuiet: quiet))
      print(json ? training.json(spoken) : training.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
