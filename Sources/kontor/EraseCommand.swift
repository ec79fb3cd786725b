internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor erase`: removes a person from a store, for good.
struct EraseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: say(
        de: "Löscht eine Person aus Bestand und Ausgaben, endgültig (Art. 17 DSGVO).",
        en: "Erases a person from store and outputs, for good (GDPR Art. 17)."),
      discussion: say(
        de: """
          Gelöscht wird der ganze Kontakt: Datensätze, Zeilen im Wortlaut, frühere Stände,
          Entscheidungen, Verlauf, Suche. Nichts holt ihn zurück, auch kein Einlesen derselben
          Dateien: verschlüsselte Kennzeichen halten die Person fern; der Schlüssel liegt in
          BESTAND.key und gehört verwahrt, aber nicht zu den Sicherungen. Aus Quellen, Sicherungen
          und Verschicktem löschen Sie selbst; der Befehl nennt die Stellen. Der Grund bleibt
          gespeichert: schreiben Sie nichts Persönliches hinein.

          Zeilen, die nur E-Mail oder Telefon mit einer gelöschten Person gemein haben, warten:
          --list nennt sie, --allow NUMMER lässt eine ein.

          Beispiel: kontor erase 12 --reason "Antrag vom 3.11." --dry-run
                    kontor erase erp:K-1 --reason "Antrag vom 3.11." --pipeline kontor.yaml
                    kontor erase --list
                    kontor erase --allow 3 --reason "die Tochter"
          """,
        en: """
          The whole contact is erased: records, rows as they were read, former states, decisions,
          history, search. Nothing brings it back, nor does reading the same files: keyed marks keep
          the person out; the key lies in STORE.key, and is to be kept safe, but not with backups.
          Sources, backups and what was sent you clear yourself; the command names the places.
          The reason stays stored: write nothing personal into it.

          Rows that have only an e-mail address or number in common with somebody erased wait:
          --list names them, --allow NUMBER lets one in.

          Example: kontor erase 12 --reason "request of 3 Nov" --dry-run
                   kontor erase erp:K-1 --reason "request of 3 Nov" --pipeline kontor.yaml
                   kontor erase --list
                   kontor erase --allow 3 --reason "the daughter"
          """))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer, auch eine frühere, oder QUELLE:SCHLÜSSEL",
      en: "contact id, also a former one, or SOURCE:KEY", value: "contact"))
  var contact: String?

  @Flag(
    help: help(
      de: "zählt nur, was ginge, und nennt die Stellen",
      en: "only count what would go, and name the places"))
  var dryRun = false

  @Flag(
    help: help(
      de: "zählt auf, wer gelöscht ist und welche Zeilen warten",
      en: "list who is erased, and which rows wait"))
  var list = false

  @Option(
    help: help(
      de: "lässt eine wartende Zeile beim nächsten Lauf ein",
      en: "let a row that waits in, by the next run", value: "number"))
  var allow: Int?

  @OptionGroup var choice: StoreChoice
  @OptionGroup var occasion: OccasionOptions

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func validate() throws {
    if [contact != nil, list, allow != nil].count(where: { $0 }) != 1 {
      throw ValidationError(
        say(
          de: "nennen Sie einen Kontakt, oder --list, oder --allow",
          en: "give a contact, or --list, or --allow"))
    }
    if contact != nil, !dryRun, occasion.reason?.isEmpty != false {
      throw ValidationError(
        say(
          de: "--reason fehlt: warum, ohne die Person zu nennen",
          en: "--reason is missing: why, without naming the person"))
    }
  }

  func run() throws {
    let spoken = language ?? spokenLanguage
    do {
      let (store, input) = try choice.located()
      let erase = Erase(
        store: store, input: input, author: occasion.name, reason: occasion.reason ?? "")
      if let contact {
        let outcome = try erase.contact(contact, isDryRun: dryRun)
        print(json ? outcome.json : outcome.text(spoken), terminator: json ? "" : "\n")
        if !outcome.isComplete { throw Exit.stopped }
      } else if let allow {
        try erase.allow(Int64(allow))
        print(
          say(
            de: "Zeile \(allow): der nächste Lauf liest sie ein",
            en: "row \(allow): the next run reads it"))
      } else {
        let erasures = try ErasureList(store: store)
        print(json ? erasures.json : erasures.text(spoken), terminator: json ? "" : "\n")
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}
