internal import Records
internal import Reports

/// How much a scheduled run may change without a person: what goes beyond is held.
///
/// Shares are of the contacts, or of a source's records, before the run.
package struct ChangeBudget: Hashable, Sendable {
  /// Contacts that become part of others.
  package var merged = 0.05
  /// Contacts that vanish because their records do.
  package var withdrawn = 0.05
  /// Contacts that are torn apart.
  package var split = 0.02
  /// Records that one contact gains.
  package var growth = 10
  /// Points by which the share of contacts with a value may fall, for any attribute.
  package var fillDrop = 0.05
  /// Phone numbers and e-mail addresses that become many people's.
  package var shared = 10
  /// The share of a source's records that may be missing at once.
  package var sourceDrop = 0.2
  /// Shares count from so many contacts or records on: half of four is nothing.
  static let fewest = 20

  package init() {}

  /// What a run would change, beside what was there.
  struct Facts: Sendable {
    var contactsBefore = 0
    var merged = 0
    var withdrawn = 0
    var split = 0
    /// The most records that a contact gains.
    var growth = 0
    /// Share of contacts with a value, before and after, by attribute.
    var fill: [(attribute: Attribute, before: Double, after: Double)] = []
    var sharedBefore: Int?
    var sharedAfter = 0
    /// Live records before and after, by source.
    var sources: [(name: String, before: Int, after: Int)] = []
    var rows = 0
    var setAside = 0
    var setAsideBefore = 0
  }

  /// The limits that a run exceeds, in words; none when it may be kept.
  ///
  /// - Parameter setAside: the share of rows that may be set aside.
  func excesses(_ facts: Facts, setAside limit: Double) -> [Phrase] {
    var found: [Phrase] = []
    let (before, counts) = (facts.contactsBefore, before(facts))
    for (count, limit, german, english) in counts
    where before >= Self.fewest && Double(count) > limit * Double(before) {
      found.append(
        Phrase(
          de: "\(count) von \(before) Kontakten würden \(german): mehr als \(percent(limit))",
          en: "\(count) of \(before) contacts would be \(english): more than \(percent(limit))"))
    }
    if before > 0, facts.growth > growth {
      found.append(
        Phrase(
          de: "ein Kontakt bekäme \(facts.growth) Datensätze dazu: mehr als \(growth)",
          en: "a contact would gain \(facts.growth) records: more than \(growth)"))
    }
    for fill in facts.fill
    where before >= Self.fewest && fill.before - fill.after > fillDrop + 1e-9 {
      let name = fill.attribute.rawValue
      found.append(
        Phrase(
          de:
            "\(name): gefüllt bei \(percent(fill.after)) statt \(percent(fill.before)) der Kontakte",
          en: "\(name): filled in \(percent(fill.after)) of contacts, was \(percent(fill.before))"))
    }
    if let before = facts.sharedBefore, facts.sharedAfter - before > shared {
      let count = facts.sharedAfter - before
      found.append(
        Phrase(
          de: "\(count) Nummern oder Adressen würden zu solchen vieler Leute: mehr als \(shared)",
          en: "\(count) numbers or addresses would become many people's: more than \(shared)"))
    }
    found += facts.sources.compactMap(shrinking)
    // What a person has let pass once is no news every night.
    if facts.rows >= Self.fewest, facts.setAside > facts.setAsideBefore,
      Double(facts.setAside) > limit * Double(facts.rows)
    {
      found.append(
        Phrase(
          de: "\(facts.setAside) von \(facts.rows) Zeilen ausgesondert: mehr als \(percent(limit))",
          en: "\(facts.setAside) of \(facts.rows) rows set aside: more than \(percent(limit))"))
    }
    return found
  }

  private func before(_ facts: Facts) -> [(Int, Double, String, String)] {
    [
      (facts.merged, merged, "mit anderen zusammengeführt", "merged into others"),
      (facts.withdrawn, withdrawn, "zurückgezogen", "withdrawn"),
      (facts.split, split, "geteilt", "split"),
    ]
  }

  private func shrinking(_ source: (name: String, before: Int, after: Int)) -> Phrase? {
    let (name, before, after) = source
    if after == 0, before > 0 {
      return Phrase(
        de: "\(name): leer, vorher \(before) Datensätze",
        en: "\(name): empty, had \(before) records")
    }
    guard before >= Self.fewest, Double(before - after) > sourceDrop * Double(before) else {
      return nil
    }
    return Phrase(
      de: "\(name): \(after) statt \(before) Datensätze: mehr als \(percent(sourceDrop)) fehlen",
      en: "\(name): \(after) records, had \(before): more than \(percent(sourceDrop)) are missing")
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
