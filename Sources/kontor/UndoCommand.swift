internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor undo`: takes back what a run or an event did.
struct UndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: say(
        de: "Nimmt zurück, was ein Lauf oder ein Ereignis am Bestand änderte.",
        en: "Takes back what a run or an event changed in the store."),
      discussion: say(
        de: """
          Kontakte, Datensätze, Beziehungen und Verknüpfungen sind danach wie zuvor. Dateien, deren
          Einlesen zurückgenommen ist, liest kontor run nicht wieder, solange sie unverändert sind;
          --again liest sie. Das Zurücknehmen ist selbst ein Lauf und lässt sich zurücknehmen.

          Beispiel: kontor undo 7 --reason "falsche Datei"   (kontor runs zählt die Läufe auf)
                    kontor undo e123   (kontor history nennt die Ereignisse)
          """,
        en: """
          Contacts, records, relations and links are as before then. Files whose import is undone
          are not read again by kontor run while they are unchanged; --again reads them. Undoing is
          a run itself, and can be undone.

          Example: kontor undo 7 --reason "wrong file"   (kontor runs lists the runs)
                   kontor undo e123   (kontor history names the events)
          """))
  }

  @Argument(
    help: help(
      de: "Nummer des Laufs, oder des Ereignisses mit e davor",
      en: "number of the run, or of the event with e before it", value: "run|event"))
  var name: String

  @Flag(
    help: help(
      de: "nimmt auch spätere Änderungen derselben Kontakte zurück",
      en: "take back later changes of the same contacts too"))
  var withDependents = false

  @OptionGroup var store: StoreOption
  @OptionGroup var occasion: OccasionOptions

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let undo = try Undo(
        store: store.path(), author: occasion.name, reason: occasion.reason ?? "")
      let outcome = try undo.perform(name, withDependents: withDependents)
      print(json ? outcome.json : outcome.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}

/// `--as NAME` and `--reason TEXT`: who does something to a store, and why.
struct OccasionOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: help(
      de: "wer es tut; sonst der angemeldete Benutzer",
      en: "who does it; else the user logged in", value: "name"))
  var author: String?

  @Option(help: help(de: "warum", en: "why", value: "text"))
  var reason: String?

  var name: String { author ?? NSUserName() }
}
