internal import Pipeline
internal import Records
internal import Reports

extension ReviewSite {
  func overview(_ request: PageRequest) throws -> PageAnswer {
    .page(
      frame(request).overview(
        facts: try desk.facts(), weights: try desk.weights(), first: try desk.queue(limit: 5)))
  }

  func search(_ request: PageRequest) throws -> PageAnswer {
    let text = String(request.query["q", default: ""].unicodeScalars.prefix(200))
    let found = text.isEmpty ? nil : try desk.search(text)
    return .page(frame(request).search(text, found))
  }

  func contact(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    guard let contact = try? desk.contact(name) else { return try gone(request, name) }
    // An old number leads on; the page says so.
    let history = try desk.history(name)
    return .page(
      frame(request).contact(
        contact, history: history, questions: try desk.questions(of: contact.id)))
  }

  /// Of an erased contact there is nothing to show but that it was.
  private func gone(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    guard let erased = try desk.erased(name) else { return notFound(request) }
    return message(
      request, status: 404, Phrase(de: "Gelöscht", en: "Erased"),
      Phrase(de: erased.text(.german), en: erased.text(.english)))
  }

  func split(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    let records = (request.form["record"] ?? []).compactMap { RecordID($0) }
    guard !records.isEmpty else {
      return message(
        request, status: 409, Phrase(de: "Nichts angekreuzt", en: "Nothing ticked"),
        Phrase(
          de: "Kreuzen Sie die Datensätze an, die ein anderer Kontakt sind. Nichts wurde geändert.",
          en: "Tick the records that are another contact. Nothing was changed."))
    }
    return try stopping(request) {
      try desk.split(name, records: records, reason: request.line("reason"), author: author)
      return .redirect("/contact/\(encoded(name))")
    }
  }

  func join(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    let other = request.line("other", limit: 200)
    return try stopping(request) {
      try desk.join(name, other, reason: request.line("reason"), author: author)
      return .redirect("/contact/\(encoded(name))")
    }
  }

  func choose(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    try stopping(request) {
      try desk.choose(
        name, field: request.field("field"), value: request.field("value"),
        reason: request.line("reason"), author: author)
      return .redirect("/contact/\(encoded(name))")
    }
  }

  /// Takes an event of the contact's past back, with what came later when that was asked for.
  func undo(_ request: PageRequest, _ name: String) throws -> PageAnswer {
    let event = request.line("event", limit: 20)
    return try stopping(request) {
      _ = try Undo(store: desk.store, author: author, reason: request.line("reason"))
        .perform(event, withDependents: request.field("dependents") == "yes")
      return .redirect("/contact/\(encoded(name))")
    }
  }

  // MARK: Decisions

  private static let listLength = 100

  func decisions(_ request: PageRequest) throws -> PageAnswer {
    let before = request.query["before"].flatMap { Int64($0) }
    let decisions = try desk.decisions(limit: Self.listLength, before: before ?? .max)
    return .page(frame(request).decisions(decisions, length: Self.listLength))
  }

  func withdraw(_ request: PageRequest) throws -> PageAnswer {
    guard let action = Int64(request.field("action")) else { return notFound(request) }
    let count = try desk.withdraw(
      action: action, reason: request.line("reason"), author: author)
    guard count > 0 else {
      return message(
        request, status: 409, Phrase(de: "Schon zurückgenommen", en: "Taken back already"),
        Phrase(
          de: "Diese Entscheidung hat schon jemand zurückgenommen.",
          en: "Somebody has taken this decision back already."))
    }
    let back = request.field("back")
    return .redirect(back.hasPrefix("/") && !back.hasPrefix("//") ? back : "/decisions")
  }

  /// What can't be done is told on a page, and nothing is done.
  private func stopping(
    _ request: PageRequest, _ body: () throws -> PageAnswer
  ) throws -> PageAnswer {
    do {
      return try body()
    } catch PipelineError.stopped(let why) {
      return message(
        request, status: 409, Phrase(de: "Das geht so nicht", en: "This can't be done"),
        Phrase(de: withoutStore(why.german), en: withoutStore(why.english)))
    }
  }

  /// Whoever sits at the page knows the store, and needs no path of the server's.
  private func withoutStore(_ text: String) -> String {
    let start = "\(desk.store): "
    guard text.hasPrefix(start) else { return text }
    let rest = text.dropFirst(start.count)
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }
}
