package import Records
internal import Reports
internal import Store

extension TracedContact {
  /// All of it as one page that needs nothing else and can be printed.
  ///
  /// - Parameter day: on which it is said.
  package func page(_ language: Language, on day: String) -> String {
    TracePage(traced: self, language: language, day: day).html.markup
  }
}

/// Writes what is held about somebody in one language.
private struct TracePage {
  let traced: TracedContact
  let language: Language
  let day: String

  private var contact: ShownContact { traced.contact }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  private func value(_ text: String) -> HTML { .value(text, in: language, limit: .max) }

  var html: HTML {
    let title = say("Auskunft: Kontakt \(contact.id)", "Access: contact \(contact.id)")
    var html = PageFrame.head(title: title, language: language)
    html += """
      <body>
      <header><div class="wide">
      <p class="eyebrow">\(say("Kontor · Auskunft nach Art. 15 DSGVO", "Kontor · access under GDPR Art. 15"))</p>
      <h1>\(value(contact.name))</h1>
      <p class="lead">\(contact.kind.phrase(language)) \(Int(contact.id)) · \(say("Stand", "as of")) \(day)</p>
      </div></header>
      <main class="wide" id="content">
      <p class="notice">\(note)</p>

      """
    for section in [merged, records, consents, hanging, past, elsewhere] { html += section }
    html += "</main>\n</body>\n</html>\n"
    return html
  }

  private var note: String {
    say(
      "Was der Bestand über die Person hält, mit Herkunft. Zwecke, Empfänger und Speicherdauer, die "
        + "Art. 15 auch verlangt, weiß Kontor nicht: ergänzen Sie sie. Namen anderer Personen "
        + "sind weggelassen; prüfen Sie Notizen und Verlauf darauf, bevor Sie die Seite hergeben.",
      "What the store holds about the person, and where it came from. Purposes, recipients and "
        + "storage period, which Art. 15 asks for too, Kontor doesn't know: add them. Names of other "
        + "people are left out; look for them in notes and history before you hand this page out.")
  }

  // MARK: Parts

  private func section(_ title: String, _ content: HTML) -> HTML {
    content.isEmpty ? HTML() : "<section>\n<h2>\(title)</h2>\n\(content)</section>\n"
  }

  /// A table, or nothing when it has no rows.
  private func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> HTML {
    guard !rows.isEmpty else { return HTML() }
    let head = HTML.joined(heads.map { "<th scope=\"col\">\($0)</th>" })
    let body = HTML.joined(
      rows.map { row in
        "<tr>" + HTML.joined(row.map { "<td>\(value($0))</td>" }) + "</tr>\n"
      })
    let title: HTML = caption.isEmpty ? "" : "<h3 class=\"band\">\(value(caption))</h3>\n"
    return """
      \(title)<div class="scroll"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  private func title(of value: FieldValue) -> String {
    let base = value.attribute == .extra ? value.name : value.attribute.phrase(language)
    return base + (value.label.map { " (\($0.phrase(language)))" } ?? "")
  }

  private var merged: HTML {
    var rows: [[String]] = []
    for value in contact.values {
      rows.append([
        title(of: value.value), value.value.text(in: language), value.origin.text(language),
        value.rule.phrase(language),
      ])
      rows += value.lost.map {
        [
          title(of: $0.value), $0.value.text(in: language), $0.origin.text(language),
          say("unterlegen", "lost"),
        ]
      }
    }
    let heads = [
      say("Angabe", "Attribute"), say("Wert", "Value"), say("Herkunft", "From"),
      say("Regel", "Rule"),
    ]
    return section(
      say("Zusammengeführte Angaben", "Merged values"),
      table(say("Jeder Wert mit seiner Herkunft", "Every value and where it is from"), heads, rows))
  }

  private var records: HTML {
    HTML.joined(
      traced.records.map { record in
        section(
          say("Datensatz", "Record") + " " + record.place.text(language),
          raw(say("Wie die Quelle ihn schreibt", "As its source spells it"), record.raw)
            + values(say("Wie er verstanden wurde", "As it was understood"), record.values)
            + HTML.joined(record.past.map(former)))
      })
  }

  private func former(_ former: TracedContact.Former) -> HTML {
    let run = former.run.columns(language).filter { !$0.isEmpty }.joined(separator: " · ")
    let title = say("Bis Lauf \(run)", "Until run \(run)")
    return raw(title, former.raw) + values(title, former.values)
  }

  private func raw(_ caption: String, _ raw: RawRecord?) -> HTML {
    table(
      caption, [say("Spalte", "Column"), say("Inhalt", "Content")],
      (raw?.cells ?? []).map { [$0.column, $0.text] })
  }

  private func values(_ caption: String, _ values: [FieldValue]) -> HTML {
    table(
      caption, [say("Angabe", "Attribute"), say("Wert", "Value"), ""],
      values.map { value in
        [title(of: value), value.text(in: language), value.mark.phrase?(language) ?? ""]
      })
  }

  private var consents: HTML {
    var rows: [[String]] = []
    for record in traced.records {
      for case .consent(let consent) in record.values.map(\.value) {
        rows.append([
          consent.channel.phrase(language), consent.address, consent.state.phrase(language),
          consent.date, consent.source, consent.evidence, record.place.text(language),
        ])
      }
    }
    let heads = [
      say("Kanal", "Channel"), say("Adresse", "Address"), say("Stand", "State"),
      say("Datum", "Date"), say("gegeben", "given"), say("Nachweis", "Evidence"),
      say("Herkunft", "From"),
    ]
    let permissions = contact.permissions.map { permission in
      [
        permission.channel.phrase(language), permission.address,
        permission.isAllowed ? say("ja", "yes") : say("nein", "no"), permission.reason(language),
      ]
    }
    return section(
      say("Einwilligungen und Ansprache", "Consents and permissions"),
      table(say("Einwilligungen", "Consents"), heads, rows)
        + table(
          say("Ansprache", "Permissions"),
          [heads[0], heads[1], say("erlaubt", "allowed"), say("warum", "why")], permissions))
  }

  private var hanging: HTML {
    let ties = contact.relations.map { tie in
      [
        tie.kind == .worksAt && !tie.isLeft
          ? say("Arbeitsplatz von", "workplace of") : tie.kind.phrase(language),
        say("Kontakt \(tie.other)", "contact \(tie.other)"), tie.name,
      ]
    }
    let decisions = contact.decisions.map { DecisionList.row($0, language) }
    let questions = traced.questions.map { question in
      [
        question.left, question.right,
        question.isAnswered ? say("beantwortet", "answered") : say("offen", "open"),
      ]
    }
    return section(say("Beziehungen", "Relations"), table("", ["", "", ""], ties))
      + section(
        say("Entscheidungen über Datensätze", "Decisions about records"),
        table(
          "", ["", "", "", "", say("von", "by"), say("am", "on"), say("Grund", "reason"), ""],
          decisions))
      + section(
        say("Wartende Fragen", "Questions waiting"),
        table(
          say("Ob zwei Datensätze ein Kontakt sind", "Whether two records are one contact"),
          ["", "", ""], questions))
      + section(say("Aktivitäten", "Activities"), followUps(contact.activities))
      + section(say("Verkaufschancen", "Opportunities"), followUps(contact.opportunities))
  }

  private func followUps(_ rows: [Activity]) -> HTML {
    table(
      "", [say("Datum", "Date"), say("Herkunft", "From"), say("Inhalt", "Content")],
      rows.map { row in
        [
          row.date, "\(row.location.file):\(row.location.line)",
          row.details.map { "\($0.name): \($0.text)" }.joined(separator: " · "),
        ]
      })
  }

  // MARK: Past, and elsewhere

  private var past: HTML {
    HTML.joined(
      traced.histories.map { history in
        section(
          say("Verlauf von Kontakt \(history.id)", "History of contact \(history.id)"),
          HTML.joined(history.entries.map { entry($0, history) }))
      })
  }

  private func entry(_ entry: ContactHistory.Entry, _ history: ContactHistory) -> HTML {
    let run = entry.run.columns(language).filter { !$0.isEmpty }.joined(separator: " · ")
    let place = say("Lauf", "Run") + " " + run
    switch entry.what {
    case .event(_, let kind, let other, let difference):
      let rows = difference.rows(language) { history.recordNames[$0] ?? "" }
      let title = place + ": " + kind.text(language, other: other)
      return rows.isEmpty
        ? "<p>\(value(title))</p>\n" : table(title, [String](repeating: "", count: 3), rows)
    case .relation(let kind, let other, let isAdded):
      let text = Phrase(de: "Kontakt \(other)", en: "contact \(other)")(language)
      return
        "<p>\(value("\(place): \(isAdded ? "+" : "−") \(kind.phrase(language)): \(text)"))</p>\n"
    }
  }

  private var elsewhere: HTML {
    let aside = HTML.joined(
      traced.aside.map { raw("\($0.location.file):\($0.location.line)", $0) })
    let places =
      traced.mentions.map { [$0.text(language)] }
      + traced.mentioningRows.map { ["\($0.file):\($0.line)"] }
    return section(say("Ausgesonderte Zeilen", "Rows set aside"), aside)
      + section(
        say("Erwähnt bei anderen", "Mentioned with others"),
        table(
          say(
            "Voller Name oder E-Mail-Adresse; der Inhalt gehört anderen",
            "Full name or e-mail address; the content is others'"), [""], places))
      + section(
        say("Ausgaben, in denen die Person steht", "Outputs that hold the person"),
        table("", [""], traced.outputs.map { [$0] }))
      + section(
        say("Sicherungen, in denen die Person steht", "Backups that hold the person"),
        table("", [""], traced.copies.map { [$0.text] }))
  }
}

extension HTML {
  fileprivate static func + (left: HTML, right: HTML) -> HTML { .joined([left, right]) }
}
