internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records
internal import Review

/// `kontor review`: a page on which a person settles the doubtful clusters.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: say(
        de: "Zeigt die offenen Fragen auf einer Seite im Browser, oder im Terminal.",
        en: "Shows the open questions on a page in the browser, or in the terminal."),
      discussion: say(
        de: """
          Die ausgegebene Adresse gilt einmal und nur auf diesem Rechner. Antworten sind sofort
          notiert und werden eingearbeitet, sobald niemand mehr antwortet; sonst beim nächsten Lauf.
          Strg-C beendet die Seite.

          Beispiel: kontor review --store out/demo/kontor.sqlite
                    kontor review --store out/demo/kontor.sqlite --tty
                    kontor review --listen 10.0.0.5 --port 8080 \\
                      --behind-proxy https://review.example.org --as "Erika Muster"
          """,
        en: """
          The printed address works once, and on this computer alone. Answers are noted at once and
          worked in as soon as nobody answers any more; else by the next run. Ctrl-C ends the page.

          Example: kontor review --store out/demo/kontor.sqlite
                   kontor review --store out/demo/kontor.sqlite --tty
                   kontor review --listen 10.0.0.5 --port 8080 \\
                     --behind-proxy https://review.example.org --as "Jane Doe"
          """))
  }

  @OptionGroup var store: StoreOption

  @Option(help: help(de: "Port; 0 heißt irgendeiner", en: "port; 0 is any"))
  var port: UInt16 = 0

  @Option(help: help(de: "IPv4-Adresse, auf der gelauscht wird", en: "IPv4 address to listen on"))
  var listen = "127.0.0.1"

  @Option(
    help: help(
      de: "unter welcher Adresse der Reverse-Proxy davor die Seite mit TLS zeigt",
      en: "under which address the reverse proxy before it shows the page by TLS",
      value: "https://name"))
  var behindProxy: String?

  @Option(
    name: .customLong("as"), help: help(de: "wer entscheidet", en: "who decides", value: "name"))
  var author: String?

  @Flag(help: help(de: "zeigt alles und ändert nichts", en: "show all and change nothing"))
  var readOnly = false

  @Flag(
    help: help(de: "fragt im Terminal statt auf einer Seite", en: "ask in the terminal instead"))
  var tty = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let options = ReviewOptions(
        store: try store.path(), language: language ?? spokenLanguage,
        author: author ?? NSUserName(), isReadOnly: readOnly)
      if tty { return try ask(options) }
      try serve(options)
    } catch let refused as ListenAddress.Refused {
      throw ValidationError(refused.phrase(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }

  private func serve(_ options: ReviewOptions) throws {
    let address = try ListenAddress(
      address: listen, port: port, proxy: behindProxy, isNamed: author != nil)
    let server = try ReviewServer(
      options: options, listen: address, worker: .program("/proc/self/exe"))
    try server.serve { address in
      print(
        say(
          de: "Öffnen Sie im Browser: \(address)\nStrg-C beendet.",
          en: "Open in a browser: \(address)\nCtrl-C ends it."))
      fflush(nil)
    }
  }

  /// Questions in the terminal.
  private func ask(_ options: ReviewOptions) throws {
    try TerminalReview(options: options).perform(
      read: { readLine() }, write: { print($0, terminator: "") })
  }
}
