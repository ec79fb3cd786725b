package import Records
internal import Reports
internal import Store

extension ShownContact {
  /// The contact for a terminal: values with where they came from and what lost, then what hangs on
  /// it.
  package func text(_ language: Language) -> String {
    let writer = ContactText(contact: self, language: language)
    return writer.text
  }
}

/// Writes a contact in one language.
private struct ContactText {
  let contact: ShownContact
  let language: Language

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  var text: String {
    let sections = [
      head, values,
      section(say("Datensätze", "Records"), contact.records.map { [$0.text(language)] }),
      section(say("Beziehungen", "Relations"), contact.relations.map(tie)),
      section(say("Ansprache", "Permissions"), contact.permissions.map(permission)),
      section(
        say("Entscheidungen", "Decisions"),
        contact.decisions.map { DecisionList.row($0, language) }),
      section(say("Aktivitäten", "Activities"), contact.activities.map(followUp)),
      section(say("Verkaufschancen", "Opportunities"), contact.opportunities.map(followUp)),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func section(_ title: String, _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : title + "\n" + textColumns(rows, indent: 2)
  }

  private var head: String {
    var lines = contact.way.map { step in
      say(
        "Kontakt \(step.contact): in Lauf \(step.run) in \(step.into) aufgegangen",
        "contact \(step.contact): merged into \(step.into) in run \(step.run)")
    }
    let kind = contact.kind.phrase(language)
    lines.append(
      say("Kontakt \(contact.id)", "contact \(contact.id)")
        + "  \(shownOnALine(contact.name))  (\(kind))")
    if let run = contact.withdrawnRun {
      lines.append(
        say(
          "zurückgezogen in Lauf \(run): keiner seiner Datensätze ist noch in den Quellen; so war "
            + "er zuletzt",
          "withdrawn in run \(run): none of its records is in the sources any more; this is how it "
            + "was last"))
    } else {
      lines.append(
        say(
          "\(status), angelegt in Lauf \(contact.createdRun), zuletzt geändert in Lauf "
            + "\(contact.changedRun)",
          "\(status), created in run \(contact.createdRun), last changed in run "
            + "\(contact.changedRun)"))
    }
    return lines.joined(separator: "\n")
  }

  private var status: String {
    let count = contact.records.count
    switch contact.status {
    case .merged: return say("aus \(count) Datensätzen", "from \(count) records")
    case .review: return say("wartet auf Prüfung", "waits for review")
    case .single: return say("aus einem Datensatz", "from one record")
    }
  }

  private var values: String {
    var rows: [[String]] = []
    for value in contact.values {
      rows.append([
        title(of: value.value), shownOnALine(value.value.text(in: language)),
        origin(of: value),
      ])
      for lost in value.lost {
        let mark = say("unterlegen", "lost")
        rows.append([
          "", "\(mark): " + shownOnALine(lost.value.text(in: language)), lost.origin.text(language),
        ])
      }
    }
    return section(say("Werte", "Values"), rows)
  }

  private func title(of value: FieldValue) -> String {
    let base = value.attribute == .extra ? value.name : value.attribute.phrase(language)
    return base + (value.label.map { " (\($0.phrase(language)))" } ?? "")
  }

  private func origin(of value: ShownContact.Value) -> String {
    var words = [value.origin.text(language)]
    if !value.agreeing.isEmpty {
      words.append("+\(value.agreeing.count) " + say("gleich", "alike"))
    }
    words.append(value.rule.phrase(language))
    if let mark = value.value.mark.phrase { words.append(mark(language)) }
    return words.joined(separator: " · ")
  }

  private func tie(_ tie: ShownContact.Tie) -> [String] {
    let kind =
      tie.kind == .worksAt && !tie.isLeft
      ? say("Arbeitsplatz von", "workplace of") : tie.kind.phrase(language)
    return [kind, "\(tie.other)", shownOnALine(tie.name)]
  }

  private func permission(_ permission: Permission) -> [String] {
    [
      permission.channel.phrase(language), shownOnALine(permission.address),
      permission.isAllowed ? say("ja", "yes") : say("nein", "no"), permission.reason(language),
    ]
  }

  private func followUp(_ activity: Activity) -> [String] {
    let details = activity.details.map { "\($0.name): \($0.text)" }.joined(separator: " · ")
    return [
      activity.date, "\(activity.location.file):\(activity.location.line)",
      shownOnALine(String(details.prefix(100))),
    ]
  }
}
