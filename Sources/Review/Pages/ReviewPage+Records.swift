internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// Records side by side, with differences marked and values to choose from.
extension ReviewPage {
  func records(of question: OpenQuestion) -> HTML {
    let table = ClusterTable(
      question.cluster, language: language, shownRecords: ReviewDesk.shownRecords)
    var choices = Choices()
    let rows = table.rows.map { row in self.row(row, in: table, &choices) }
    let columns = table.records.map { _ -> HTML in "<col>" }
    let caption = say("Datensätze nebeneinander", "Records side by side")
    let hidden: HTML =
      question.hiddenRecords == 0
      ? ""
      : "<p class=\"soft small\">\(say("\(count(question.hiddenRecords)) weitere Datensätze dieser Kontakte sind nicht gezeigt.", "\(count(question.hiddenRecords)) more records of these contacts are not shown."))</p>\n"
    let hint: HTML =
      choices.offered == 0 || isReadOnly
      ? ""
      : "<p class=\"soft small\">\(say("Gewählte Werte gelten, wenn Sie mit „Gleich“ antworten; sonst entscheiden die Regeln.", "Chosen values hold when you answer “Same”; else the rules decide."))</p>\n"
    return """
      <section class="block cluster" aria-labelledby="records-title">
      <h2 id="records-title">\(caption)</h2>
      \(hint)\(scrolled(caption, """
        <table class="side"><caption class="vh">\(caption)</caption>
        <colgroup><col class="what">\(HTML.joined(columns))</colgroup>
        \(head(table))<tbody>
        \(HTML.joined(rows))</tbody></table>

        """))\(hidden)</section>

      """
  }

  /// Values that can be chosen, numbered as they come; equal ones are offered once.
  private struct Choices {
    var offered = 0
    var known: Set<String> = []
  }

  /// Of these a contact has one; of the others it keeps all there are.
  private static let single: Set<Attribute> = [
    .salutation, .title, .name, .birthName, .nickname, .gender, .organization, .department,
    .position, .address, .birthDate, .customerNumber, .vatID, .language, .extra,
  ]

  private func head(_ table: ClusterTable) -> HTML {
    let columns = table.records.enumerated().map { place, record -> HTML in
      let contact = table.contactIDs[place].map { " · \(say("Kontakt", "contact")) \($0)" } ?? ""
      return """
        <th scope="col" data-record="\(Int(record.id))">\
        <span class="letter">\(ClusterTable.letter(place))</span>\
        \(value(record.source))<span class="place">\(value(record.location.fileAndLine))</span>\
        <span class="who small">\(record.kind.phrase(language))\(contact)</span></th>
        """
    }
    return "<thead><tr><td></td>\(HTML.joined(columns))</tr></thead>\n"
  }

  private func row(
    _ row: ClusterTable.Row, in table: ClusterTable, _ choices: inout Choices
  ) -> HTML {
    let title: HTML =
      row.attribute == .extra || row.name.isEmpty
      ? (row.name.isEmpty ? "\(row.attribute.phrase(language))" : value(row.name))
      : "\(row.attribute.phrase(language)) (\(value(row.name)))"
    let differs = say("weicht ab", "differs")
    let sign: HTML =
      row.differs
      ? "<span class=\"ne\" role=\"img\" aria-label=\"\(differs)\" title=\"\(differs)\">≠</span>"
      : ""
    var cells = HTML()
    for (place, values) in row.cells.enumerated() {
      cells += cell(values, of: row, record: table.records[place], at: place, &choices)
    }
    return """
      <tr data-attribute="\(row.attribute.rawValue)"><th scope="row">\(sign)\(title)</th>\
      \(cells)</tr>

      """
  }

  private func cell(
    _ values: [ClusterTable.CellValue], of row: ClusterTable.Row, record: Record, at place: Int,
    _ choices: inout Choices
  ) -> HTML {
    guard !values.isEmpty else { return "<td class=\"empty\"><span class=\"none\">–</span></td>" }
    var lines = HTML()
    for value in values {
      let label: HTML =
        value.value.label.map { "<span class=\"lbl\">\($0.phrase(language))</span>" } ?? ""
      let pick =
        row.differs && !isReadOnly ? pick(value.value, of: row, record: record, &choices) : HTML()
      lines += """
        <div class="v">\(HTML.pieces(value.pieces, in: language))\(label)\(original(value))\
        \(pick)</div>
        """
    }
    return "<td data-r=\"\(ClusterTable.letter(place))\"><div>\(lines)</div></td>"
  }

  /// What the source really said, where the value was repaired or does not hold.
  private func original(_ value: ClusterTable.CellValue) -> HTML {
    guard let mark = value.value.mark.phrase else { return HTML() }
    let said: HTML =
      value.original.isEmpty
      ? "" : ", \(say("im Original", "in the source")): \(self.value(value.original))"
    return "<span class=\"was\">\(mark(language))\(said)</span>"
  }

  /// A circle to say: this is the right one.
  private func pick(
    _ value: FieldValue, of row: ClusterTable.Row, record: Record, _ choices: inout Choices
  ) -> HTML {
    let text = value.text(in: language)
    guard Self.single.contains(row.attribute), ReviewDesk.canBeChosen(value),
      let place = record.values.firstIndex(of: value),
      choices.known.insert("\(row.attribute) \(row.name) \(text)").inserted
    else { return HTML() }
    choices.offered += 1
    let number: HTML =
      choices.offered <= 9 ? " data-choice=\"\(choices.offered)\"" : ""
    let key: HTML = choices.offered <= 9 ? "<kbd aria-hidden=\"true\">\(choices.offered)</kbd>" : ""
    let slot = row.attribute == .extra ? "extra.\(row.name)" : row.attribute.rawValue
    let words = say("dieser Wert gilt", "this value holds")
    return """
      <label class="pick"><input type="radio" form="answer" name="value.\(slot)" \
      value="\(Int(record.id)):\(place)"\(number)>\(key)<span>\(say("gilt", "holds"))</span>\
      <span class="vh">\(words): \(self.value(text, limit: 60))</span></label>
      """
  }
}
