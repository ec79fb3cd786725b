internal import Linkage
package import Records
internal import Reports

/// What training came to: another model, and what it changes among the contacts.
package struct Training: Sendable {
  let before: NamedModel?
  let after: NamedModel
  let change: Reclustering
  /// How both models do on decisions that were held back; nil when none were learned from.
  let check: DecisionCheck?
  var isApplied = false

  init(
    before: NamedModel?, after: NamedModel, change: Reclustering, check: DecisionCheck? = nil
  ) {
    self.check = check
    self.before = before
    self.after = after
    self.change = change
  }

  /// So many contacts are named as examples of each change.
  private static let exampleCount = 5

  /// What changes, in figures and contact numbers; no contact's values.
  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var rows = [
      ["", say("jetzt", "now"), say("neu", "new")],
      [say("Modell", "model"), before?.title ?? "–", after.title],
      [
        say("Datensätze", "records"),
        before.map { numbers.count($0.provenance.records) } ?? "–",
        numbers.count(after.provenance.records),
      ],
    ]
    for (name, cut) in [
      ("safe", \LinkageModel.Cuts.safeInBits), ("balanced", \.balancedInBits),
    ] {
      rows.append([
        say("\(name) ab", "\(name) from"),
        (before?.model.cuts?[keyPath: cut]).map { numbers.bitsWithUnit($0) } ?? "–",
        (after.model.cuts?[keyPath: cut]).map { numbers.bitsWithUnit($0) } ?? "–",
      ])
    }
    rows.append([
      say("zu prüfen", "to review"), numbers.count(change.waitingBefore),
      numbers.count(change.waitingAfter),
    ])
    return [table(rows), check?.text(language) ?? "", changes(language), outcome(language)]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func changes(_ language: Language) -> String {
    if before?.id == after.id {
      return Phrase(
        de: "Das neue Modell wiegt wie das jetzige.",
        en: "The new model weighs like the present one."
      )(language)
    }
    if change.isNothing {
      return Phrase(
        de: "Am Bestand ändert sich nichts.", en: "Nothing changes in the store.")(language)
    }
    let numbers = NumberText(language)
    func line(_ what: Phrase, _ count: Int, _ examples: [String]) -> String {
      let names = examples.prefix(Self.exampleCount).joined(separator: ", ")
      let such = Phrase(de: "etwa", en: "such as")(language)
      return "\(what(language)): \(numbers.count(count))"
        + (names.isEmpty ? "" : ", \(such) \(names)")
    }
    func joined(_ contacts: [ContactID]) -> String {
      contacts.map(String.init).joined(separator: "+")
    }
    return [
      line(
        Phrase(de: "werden ein Kontakt", en: "become one contact"), change.merged.count,
        change.merged.map(joined)),
      line(
        Phrase(de: "werden getrennt", en: "are split"), change.split.count,
        change.split.map { "\($0.contact) → \($0.parts)" }),
      line(
        Phrase(de: "warten neu auf Prüfung", en: "newly wait for review"),
        change.newlyWaiting.count, change.newlyWaiting.map(joined)),
    ].joined(separator: "\n")
  }

  private func outcome(_ language: Language) -> String {
    let phrase =
      isApplied
      ? Phrase(
        de: "Übernommen. Der nächste Lauf der Pipeline schreibt Bericht und Ausgaben neu.",
        en: "Applied. The pipeline's next run writes report and outputs anew.")
      : Phrase(
        de: "Nichts geändert: --apply übernimmt das neue Modell.",
        en: "Nothing changed: --apply adopts the new model.")
    return phrase(language)
  }

  package func json(_ language: Language) -> String {
    func model(_ named: NamedModel) -> JSON {
      .object([
        ("title", .string(named.title)), ("id", .string(named.id)),
        ("trained_on", .integer(named.provenance.records)),
        ("safe_bits", .number(named.model.cuts?.safeInBits)),
        ("balanced_bits", .number(named.model.cuts?.balancedInBits)),
      ])
    }
    func numbers(_ contacts: [ContactID]) -> JSON { .array(contacts.map { .integer(Int($0)) }) }
    let split = change.split.map { part in
      JSON.object([("contact", .integer(Int(part.contact))), ("parts", .integer(part.parts))])
    }
    return JSON.object([
      ("applied", .boolean(isApplied)), ("before", before.map(model) ?? .null),
      ("after", model(after)), ("merged", .array(change.merged.map(numbers))),
      ("split", .array(split)), ("waiting_before", .integer(change.waitingBefore)),
      ("waiting_after", .integer(change.waitingAfter)),
      ("newly_waiting", .array(change.newlyWaiting.map(numbers))),
      ("held_back_decisions", check?.json ?? .null),
    ]).text
  }
}
