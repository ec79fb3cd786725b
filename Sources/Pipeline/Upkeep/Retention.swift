internal import Foundation
internal import Records
internal import Reports
internal import Store

/// How long a store keeps what it needs for the past alone; by default all of it, always.
package struct Retention: Hashable, Sendable {
  /// A span of the calendar.
  struct Span: Hashable, Sendable {
    enum Unit: String, CaseIterable, Sendable { case day, week, month, year }

    var count: Int
    var unit: Unit

    /// "400 days", "1 year"; also in German. Nil when it is none of at least a day.
    init?(_ text: String) {
      let words = text.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]), (1...100_000).contains(count),
        let unit = Self.units[words[1].lowercased()]
      else { return nil }
      self.count = count
      self.unit = unit
    }

    private static let units: [String: Unit] = [
      "day": .day, "days": .day, "tag": .day, "tage": .day, "week": .week, "weeks": .week,
      "woche": .week, "wochen": .week, "month": .month, "months": .month, "monat": .month,
      "monate": .month, "year": .year, "years": .year, "jahr": .year, "jahre": .year,
    ]

    /// The time so long before another, in UTC, as runs have it.
    func before(_ now: Date) -> String? {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = .gmt
      let component: Calendar.Component =
        switch unit {
        case .day, .week: .day
        case .month: .month
        case .year: .year
        }
      let value = unit == .week ? count * 7 : count
      return calendar.date(byAdding: component, value: -value, to: now)?.ISO8601Format()
    }
  }

  /// Of rows as sources had them.
  var rawRows: Span?
  /// Of what runs changed: how contacts and records were before.
  var runs: Span?

  package init() {}

  var isEmpty: Bool { rawRows == nil && runs == nil }

  func limits(now: Date) -> RetentionLimits {
    RetentionLimits(rawRows: rawRows?.before(now), runs: runs?.before(now))
  }
}

extension RemovedPast {
  /// What was removed, in a line; nil when that is nothing.
  func text(_ language: Language) -> String? {
    guard !isEmpty else { return nil }
    let numbers = NumberText(language)
    let rows = numbers.counted(
      rawRows, Phrase(de: "Rohzeile", en: "raw row"), Phrase(de: "Rohzeilen", en: "raw rows"))
    let runs = numbers.counted(
      runs, Phrase(de: "Laufes", en: "run"), Phrase(de: "Läufen", en: "runs"))
    return Phrase(
      de: "Nicht länger aufgehoben: \(rows), was vor \(runs) war",
      en: "Kept no longer: \(rows), what was before \(runs)")(language)
  }
}

extension YAMLSection {
  /// The section `retention`: how long raw rows, and what was before runs, are kept.
  func retention() -> Retention {
    var retention = Retention()
    guard let section = section("retention") else { return retention }
    retention.rawRows = section.span("raw_rows")
    retention.runs = section.span("runs")
    section.finish()
    return retention
  }

  private func span(_ key: String) -> Retention.Span? {
    guard let text = text(key) else { return nil }
    if let span = Retention.Span(text) { return span }
    complain(
      de: "\"\(key)\" ist eine Dauer wie 400 days oder 3 years",
      en: "\"\(key)\" must be a duration such as 400 days or 3 years", at: position(of: key))
    return nil
  }
}
