internal import Pipeline
internal import Records
internal import Reports

extension ReviewSite {
  /// So many questions stand on a page of the queue.
  private static let queueLength = 40

  func queue(_ request: PageRequest) throws -> PageAnswer {
    let last = request.query["after"].flatMap { QuestionID($0) }
    let rows = try desk.queue(after: last, limit: Self.queueLength)
    return .page(frame(request).queue(rows, isFirst: last == nil, length: Self.queueLength))
  }

  /// Leads to the question after another.
  func next(_ request: PageRequest) throws -> PageAnswer {
    let last = request.query["after"].flatMap { QuestionID($0) }
    guard let next = try desk.next(after: last) else { return .redirect("/queue") }
    return .redirect("/question/\(next)" + (last.map { "?from=\($0)" } ?? ""))
  }

  func question(_ request: PageRequest, _ name: Substring) throws -> PageAnswer {
    guard let id = QuestionID(name), let question = try desk.question(id) else {
      return notFound(request)
    }
    let from = request.query["from"].flatMap { QuestionID($0) }
    return .page(frame(request).question(question, from: from))
  }

  /// Takes an answer down, and leads to the next question.
  func settle(_ request: PageRequest, _ name: Substring) throws -> PageAnswer {
    guard let id = QuestionID(name), let answer = answer(in: request) else {
      return notFound(request)
    }
    let outcome = try desk.answer(id, answer, version: request.field("version"), author: author)
    switch outcome {
    case nil: return notFound(request)
    case .moved(let now)?:
      let page = frame(request).moved(now, said: answer.kind)
      return .page(page, status: 409)
    case .kept?:
      guard let next = try desk.next(after: id), next != id else {
        return .redirect("/queue?done=\(id)")
      }
      return .redirect("/question/\(next)?from=\(id)")
    }
  }

  private func answer(in request: PageRequest) -> Answer? {
    let word = request.field("kind")
    let isReversed = word == "works-at-reversed"
    guard let kind = DecisionKind(word: isReversed ? "works-at" : word) else { return nil }
    let values = request.form.filter { $0.key.hasPrefix("value.") }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .compactMap { $0.value.last.flatMap { ValueChosen($0) } }
    return Answer(
      kind, isReversed: isReversed, reason: request.line("reason"),
      values: kind == .same ? values : [])
  }

  // MARK: Many at once

  func bulk(_ request: PageRequest) throws -> PageAnswer {
    let weights = try desk.weights()
    let offered = request.query["from"].flatMap { Double($0.replacing(",", with: ".")) }
    let bits = offered.flatMap { $0.isFinite ? $0 : nil }
    let offer = try bits.map { try desk.bulk(from: $0) }
    return .page(frame(request).bulk(offer, weights: weights))
  }

  func accept(_ request: PageRequest) throws -> PageAnswer {
    guard let bits = Double(request.field("from")), bits.isFinite else { return notFound(request) }
    let count = try desk.accept(
      from: bits, version: request.field("version"), reason: request.line("reason"),
      author: author)
    guard count != nil else {
      return message(
        request, status: 409, Phrase(de: "Inzwischen geändert", en: "Changed meanwhile"),
        Phrase(
          de: "Inzwischen warten andere Fragen als gezeigt: jemand hat geantwortet, oder ein Lauf "
            + "kam dazwischen. Nichts wurde geändert; sehen Sie noch einmal hin.",
          en: "Other questions wait now than were shown: someone has answered, or a run came in "
            + "between. Nothing was changed; please look again."))
    }
    return .redirect("/decisions")
  }
}
