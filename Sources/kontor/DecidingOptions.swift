internal import ArgumentParser
internal import Pipeline
internal import Records

/// What all commands ask by which a person decides: where, who, why, and how the answer is told.
struct DecidingOptions: ParsableArguments {
  @OptionGroup var store: StoreOption
  @OptionGroup var occasion: OccasionOptions

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Flag(help: help(de: "zeigt keinen Fortschritt", en: "show no progress"))
  var quiet = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  /// Lets `body` decide, and prints what came of it.
  func carryOut(_ body: (Decide) throws -> DecisionOutcome?) throws {
    do {
      let spoken = language ?? spokenLanguage
      let decide = try Decide(
        store: store.path(), author: occasion.name, reason: occasion.reason ?? "",
        progress: .standard(language: spoken, isQuiet: quiet))
      guard let outcome = try body(decide) else {
        return print(say(de: "nichts wartet", en: "nothing waits"))
      }
      print(json ? outcome.json : outcome.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
