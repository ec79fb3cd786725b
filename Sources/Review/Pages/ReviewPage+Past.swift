internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// A contact's past: activities, merges, changes, and what can be taken back.
extension ReviewPage {
  /// One point of the timeline.
  private struct Point {
    var time: String
    var html: HTML
  }

  /// More would be no page any more.
  private static let mostPoints = 200

  func past(_ contact: ShownContact, _ history: ContactHistory) -> HTML {
    var points = history.entries.enumerated().map { place, entry in
      Point(time: entry.run.startedAt, html: self.entry(entry, history, isLast: place > 0))
    }
    points += contact.activities.map { activity($0, say("Aktivität", "Activity")) }
    points += contact.opportunities.map { activity($0, say("Verkaufschance", "Opportunity")) }
    // Newest first; what has no date comes last, and equals keep their order.
    let order = points.indices.sorted { left, right in
      (points[right].time, right) < (points[left].time, left)
    }
    let shown = order.prefix(Self.mostPoints).map { points[$0].html }
    guard !shown.isEmpty else { return HTML() }
    let more = order.count - shown.count
    let rest: HTML =
      more > 0
      ? "<p class=\"soft\">\(say("\(count(more)) ältere", "\(count(more)) older"))</p>\n" : ""
    return section(
      "past", "\(say("Verlauf", "Timeline"))",
      "<ol class=\"timeline\">\n\(HTML.joined(shown))</ol>\n\(rest)")
  }

  private func entry(
    _ entry: ContactHistory.Entry, _ history: ContactHistory, isLast: Bool
  ) -> HTML {
    let who: HTML =
      entry.run.author.isEmpty ? "" : " · <bdi>\(entry.run.author)</bdi>"
    let run: HTML = """
      <p class="when">\(time(entry.run.startedAt)) · \(say("Lauf", "run")) \(Int(entry.run.id)) \
      (\(value(entry.run.name)))\(who)\(reason(entry.run.reason))</p>
      """
    switch entry.what {
    case .event(let id, let kind, let other, let difference):
      let rows =
        kind == .created
        ? [] : difference.rows(language) { history.recordNames[$0] ?? "" }
      let lines = rows.map { "<p>\(HTML.joined($0.map { value($0) }, by: " "))</p>" as HTML }
      let undo: HTML = isReadOnly || !isLast ? "" : self.undo(id, history.id)
      let toward: HTML =
        other.map { " <a href=\"/contact/\(Int($0))\">→ \(Int($0))</a>" } ?? ""
      return """
        <li data-event="e\(id.description)"><p><strong>\(kind.text(language, other: other))</strong>\
        \(toward)</p>\(run)\(HTML.joined(lines))\(undo)</li>

        """
    case .relation(let kind, let other, let isAdded):
      return """
        <li><p>\(isAdded ? "+" : "−") \(kind.phrase(language)): \
        <a href="/contact/\(Int(other))">\(Int(other))</a></p>\(run)</li>

        """
    }
  }

  private func undo(_ event: Int64, _ contact: ContactID) -> HTML {
    let with = say("auch, was später darauf aufbaut", "also what came later and depends on it")
    return """
      <details class="more"><summary class="small">\(say("Zurücknehmen …", "Take back …"))</summary>
      <form method="post" action="/contact/\(Int(contact))/undo">\(guardField)\
      <input type="hidden" name="event" value="e\(event.description)">\
      <label class="check"><input type="checkbox" name="dependents" value="yes"> \(with)</label>\
      <button class="quiet" data-action="undo">\(say("Zurücknehmen", "Take back"))</button></form></details>
      """
  }

  private func activity(_ activity: Activity, _ kind: String) -> Point {
    let details = activity.details.map { "\($0.name): \($0.text)" }.joined(separator: " · ")
    let date = activity.date
    return Point(
      time: date,
      html: """
        <li data-activity><p><strong>\(kind)</strong> \(value(details))</p>\
        <p class="when">\(value(date)) · \
        \(value(activity.location.fileAndLine, limit: 90))</p></li>

        """)
  }
}
