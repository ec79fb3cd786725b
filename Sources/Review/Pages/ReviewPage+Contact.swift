internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// A contact: every value with its origin, what hangs on it, its past, and what can be done.
extension ReviewPage {
  func contact(
    _ contact: ShownContact, history: ContactHistory, questions: [StoredQuestion]
  ) -> HTML {
    let title = contact.name.isEmpty ? say("Ohne Namen", "Without a name") : contact.name
    return document(
      title, page: "contact",
      """
      <section data-contact="\(Int(contact.id))">
      <p class="eyebrow">\(contact.kind.phrase(language)) \(Int(contact.id))</p>
      <h1>\(name(contact.name))</h1>
      \(way(contact))\(state(contact))\(asked(questions))</section>
      \(section("values", "\(say("Werte", "Values"))", values(contact)))\
      \(section("records", "\(say("Datensätze", "Records")) <span class=\"soft\">\(count(contact.records.count))</span>", records(contact)))\
      \(relations(contact))\(permissions(contact))\(decided(contact))\(past(contact, history))\
      \(isReadOnly || contact.withdrawnRun != nil ? HTML() : join(contact))
      """)
  }

  /// The way from an old number to this contact.
  private func way(_ contact: ShownContact) -> HTML {
    let steps = contact.way.map { step -> HTML in
      let text = say(
        "Kontakt \(step.contact) ist in Lauf \(step.run) in \(step.into) aufgegangen.",
        "Contact \(step.contact) was merged into \(step.into) in run \(step.run).")
      return "<p class=\"notice\" data-former=\"\(Int(step.contact))\">\(text)</p>\n"
    }
    return HTML.joined(steps)
  }

  private func state(_ contact: ShownContact) -> HTML {
    if let run = contact.withdrawnRun {
      let text = say(
        "Zurückgezogen in Lauf \(run): keiner seiner Datensätze ist noch in den Quellen; so war er zuletzt.",
        "Withdrawn in run \(run): none of its records is in the sources any more; this is how it was last."
      )
      return "<p class=\"notice warn\">\(text)</p>\n"
    }
    let text = say(
      "Angelegt in Lauf \(contact.createdRun), zuletzt geändert in Lauf \(contact.changedRun).",
      "Created in run \(contact.createdRun), last changed in run \(contact.changedRun).")
    return "<p class=\"soft\">\(text)</p>\n"
  }

  private func asked(_ questions: [StoredQuestion]) -> HTML {
    let open = questions.filter { $0.decision == nil }
    guard !open.isEmpty else { return HTML() }
    let links = open.prefix(8).map { question -> HTML in
      let id = QuestionID(question)
      return
        "<a class=\"button\" href=\"/question/\(id.description)\">\(say("Frage", "Question")) \(id.description)</a>"
    }
    return
      "<div class=\"row\"><span>\(say("Offen:", "Open:"))</span>\(HTML.joined(links, by: " "))</div>\n"
  }

  // MARK: Values

  private func values(_ contact: ShownContact) -> HTML {
    let rows = contact.values.map { value -> HTML in
      let label =
        value.value.attribute == .extra ? value.value.name : value.value.attribute.phrase(language)
      let kind: HTML =
        value.value.label.map { " <span class=\"soft\">(\($0.phrase(language)))</span>" } ?? ""
      let mark: HTML =
        value.value.mark.phrase.map { " <span class=\"tag\">\($0(language))</span>" } ?? ""
      let lost = value.lost.map { lost -> HTML in
        """
        <span class="lost">\(say("unterlegen", "lost")): \
        \(self.value(lost.value.text(in: language))) · \(origin(lost.origin))\
        \(choose(lost.value, of: contact))</span>
        """
      }
      return """
        <tr data-attribute="\(value.value.attribute.rawValue)"><th scope="row">\(self.value(label))\(kind)</th>\
        <td>\(self.value(value.value.text(in: language)))\(mark)\(HTML.joined(lost))</td>\
        <td>\(origin(value.origin))<span class="origin">\(agreeing(value))\
        \(value.rule.phrase(language))</span></td></tr>

        """
    }
    let title = say("Werte", "Values")
    return scrolled(
      title,
      """
      <table class="values stacked"><caption class="vh">\(title)</caption><thead><tr>\
      <th scope="col">\(say("Angabe", "Attribute"))</th><th scope="col">\(say("Wert", "Value"))</th>\
      <th scope="col">\(say("Woher und warum", "From where, and why"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """)
  }

  /// A button that makes a lost value the one that holds.
  private func choose(_ value: FieldValue, of contact: ShownContact) -> HTML {
    guard !isReadOnly, contact.withdrawnRun == nil, ReviewDesk.canBeChosen(value) else {
      return HTML()
    }
    let text = value.value.text
    let what = say("Dieser Wert gilt", "This value holds")
    return """
      <form method="post" action="/contact/\(Int(contact.id))/choose">\(guardField)\
      <input type="hidden" name="field" value="\(value.slot)">\
      <input type="hidden" name="value" value="\(text)">\
      <button class="quiet" data-action="choose" aria-label="\(what): \
      \(text.unicodeScalars.count > 60 ? "…" : text)">\(say("gilt", "holds"))</button></form>
      """
  }

  private func agreeing(_ value: ShownContact.Value) -> String {
    value.agreeing.isEmpty
      ? "" : say("+\(value.agreeing.count) gleich", "+\(value.agreeing.count) alike") + " · "
  }

  private func origin(_ place: RecordPlace) -> HTML {
    let gone: HTML =
      place.isWithdrawn
      ? " <span class=\"tag\">\(say("zurückgezogen", "withdrawn"))</span>" : ""
    return """
      <code>\(value(place.name, limit: 60))</code> <span class="soft small">\
      \(value("\(place.file):\(place.line)", limit: 90))</span>\(gone)
      """
  }

  // MARK: What hangs on it

  private func records(_ contact: ShownContact) -> HTML {
    let mayBeSplit = !isReadOnly && contact.records.count > 1 && contact.withdrawnRun == nil
    let rows = contact.records.map { place -> HTML in
      guard mayBeSplit else { return "<p class=\"check\"><span>\(origin(place))</span></p>\n" }
      let id = Int(place.record)
      return """
        <p class="check"><input type="checkbox" name="record" value="\(id)" id="r\(id)">\
        <label for="r\(id)">\(origin(place))</label></p>

        """
    }
    guard mayBeSplit else { return "<div class=\"stack\">\n\(HTML.joined(rows))</div>\n" }
    return """
      <form method="post" action="/contact/\(Int(contact.id))/split">\(guardField)
      <fieldset class="plain"><legend>\(say("Ein anderer Kontakt sind:", "These are another contact:"))</legend>
      <div class="stack">
      \(HTML.joined(rows))</div></fieldset>
      <div class="row">\(reasonField("split-reason"))<button data-action="split">\(say("Abtrennen", "Split off"))</button></div></form>

      """
  }

  private func relations(_ contact: ShownContact) -> HTML {
    guard !contact.relations.isEmpty else { return HTML() }
    let rows = contact.relations.map { tie -> HTML in
      let kind =
        tie.kind == .worksAt && !tie.isLeft
        ? say("Arbeitsplatz von", "workplace of") : tie.kind.phrase(language)
      return "<tr><th scope=\"row\">\(kind)</th><td>\(contactLink(tie.other, tie.name))</td></tr>\n"
    }
    let title = say("Beziehungen", "Relations")
    return section(
      "relations", "\(title)",
      "<table class=\"slim\"><caption class=\"vh\">\(title)</caption><tbody>\n\(HTML.joined(rows))</tbody></table>\n"
    )
  }

  /// Whether the contact may be addressed, and what that rests on.
  private func permissions(_ contact: ShownContact) -> HTML {
    guard !contact.permissions.isEmpty else { return HTML() }
    let allowed = say("Erlaubt", "Allowed")
    let rows = contact.permissions.map { permission -> HTML in
      let may: HTML =
        permission.isAllowed
        ? "<span class=\"yes\">\(say("ja", "yes"))</span>"
        : "<span class=\"no\">\(say("nein", "no"))</span>"
      return """
        <tr><th scope="row">\(permission.channel.phrase(language))</th>\
        <td>\(value(permission.address))</td><td data-head="\(allowed)">\(may)</td>\
        <td>\(permission.reason(language))</td></tr>

        """
    }
    let title = say("Ansprache", "Permissions")
    return section(
      "permissions", "\(title)",
      scrolled(
        title,
        """
        <table class="stacked"><caption>\(say("Die Einwilligungen mit Datum und Nachweis stehen bei den Werten.", "Consents with date and evidence stand among the values."))</caption>
        <thead><tr><th scope="col">\(say("Weg", "Channel"))</th>\
        <th scope="col">\(say("Adresse", "Address"))</th><th scope="col">\(allowed)</th>\
        <th scope="col">\(say("Warum", "Why"))</th></tr></thead><tbody>
        \(HTML.joined(rows))</tbody></table>

        """))
  }

  private func decided(_ contact: ShownContact) -> HTML {
    guard !contact.decisions.isEmpty else { return HTML() }
    let rows = contact.decisions.map { decision -> HTML in
      let about =
        decision.value.map { "\($0.attribute.phrase(language)): \($0.text(in: language))" }
        ?? decision.anchors.map(\.name).joined(separator: " / ")
      return """
        <li data-decision="\(decision.action.description)"><p><strong>\
        \(decision.kind.phrase(language))</strong> \(value(about))</p>\
        <p class="when"><bdi>\(decision.occasion.author)</bdi>, \(time(decision.madeAt))\
        \(reason(decision.occasion.reason))</p>\
        \(takeBack(decision, back: "/contact/\(contact.id)"))</li>

        """
    }
    return section(
      "decided", "\(say("Was Menschen entschieden haben", "What people have decided"))",
      "<ol class=\"timeline\">\n\(HTML.joined(rows))</ol>\n")
  }

  private func join(_ contact: ShownContact) -> HTML {
    section(
      "join", "\(say("Zusammenführen", "Join"))",
      """
      <form class="row" method="post" action="/contact/\(Int(contact.id))/join">\(guardField)
      <label for="other">\(say("Derselbe wie Kontakt", "The same as contact"))</label>
      <span class="weight"><input id="other" type="text" name="other" required maxlength="200" \
      autocomplete="off" placeholder="\(say("Nummer oder QUELLE:SCHLÜSSEL", "id or SOURCE:KEY"))"></span>
      \(reasonField("join-reason"))<button data-action="join">\(say("Zusammenführen", "Join"))</button></form>

      """)
  }
}
