internal import Records

/// A cluster's records side by side, with the value that was chosen.
extension HTMLReport {
  func sideBySide(_ table: ClusterTable, title: String) -> HTML {
    let columns = table.records.indices.map { _ -> HTML in "<col>" }
    let got: HTML = table.contact == nil ? "" : "<col>"
    let hidden: HTML =
      table.hiddenRecords == 0
      ? ""
      : """
      <p class="soft small">\(say(
        "\(count(table.hiddenRecords)) weitere Datensätze stehen in clusters.csv.",
        "\(count(table.hiddenRecords)) more records are in clusters.csv."))</p>

      """
    let caption = say("Datensätze nebeneinander", "Records side by side")
    return scrolled(
      caption,
      """
      <table class="side"><caption class="vh">\(caption): \(value(title))</caption>
      <colgroup><col class="what">\(got)\(HTML.joined(columns))</colgroup>
      \(headRow(table))<tbody>
      \(HTML.joined(table.rows.map { row(of: $0, in: table) }))</tbody></table>

      """
    ).followed(by: hidden)
  }

  private func headRow(_ table: ClusterTable) -> HTML {
    let columns = table.records.enumerated().map { place, record -> HTML in
      let contact = table.contactIDs[place].map { " · \(say("Kontakt", "contact")) \($0)" } ?? ""
      return """
        <th scope="col"><span class="letter">\(ClusterTable.letter(place))</span>\
        \(value(record.source))<span class="place">\(value(record.location.fileAndLine))</span>\
        <span class="who small">\(record.kind.phrase(language))\(contact)</span></th>
        """
    }
    let got: HTML =
      table.contact == nil
      ? "" : "<th scope=\"col\" class=\"got\">\(say("Kontakt", "Contact"))</th>"
    return """
      <thead><tr><td></td>\(got)\(HTML.joined(columns))</tr></thead>

      """
  }

  private func row(of row: ClusterTable.Row, in table: ClusterTable) -> HTML {
    let name: HTML =
      row.attribute == .extra || row.name.isEmpty
      ? (row.name.isEmpty ? "\(row.attribute.phrase(language))" : value(row.name))
      : "\(row.attribute.phrase(language)) (\(value(row.name)))"
    let differs = say("weicht ab", "differs")
    let sign: HTML =
      row.differs
      ? "<span class=\"ne\" role=\"img\" aria-label=\"\(differs)\" title=\"\(differs)\">≠</span>"
      : ""
    let got: HTML =
      table.contact == nil ? "" : chosen(row.chosen, of: row.attribute, in: table)
    let cells = row.cells.enumerated().map { place, values -> HTML in
      cell(values, letter: ClusterTable.letter(place))
    }
    // A narrow page leaves out what only repeats the contact's value.
    let kind: HTML = row.differs || table.contact == nil ? "" : " class=\"eq\""
    return "<tr\(kind)><th scope=\"row\">\(sign)\(name)</th>\(got)\(HTML.joined(cells))</tr>\n"
  }

  private func cell(_ values: [ClusterTable.CellValue], letter: String) -> HTML {
    guard !values.isEmpty else { return "<td class=\"empty\"><span class=\"none\">–</span></td>" }
    let lines = values.map { value -> HTML in
      let label: HTML =
        value.value.label.map { "<span class=\"lbl\">\($0.phrase(language))</span>" } ?? ""
      return """
        <div class="v">\(HTML.pieces(value.pieces, in: language))\(label)\(original(value))</div>
        """
    }
    return "<td data-r=\"\(letter)\"><div>\(HTML.joined(lines))</div></td>"
  }

  /// What the source really said, where the value was repaired or does not hold.
  private func original(_ value: ClusterTable.CellValue) -> HTML {
    guard let mark = value.value.mark.phrase else { return HTML() }
    let said: HTML =
      value.original.isEmpty
      ? "" : ", \(say("im Original", "in the source")): \(self.value(value.original))"
    return "<span class=\"was\">\(mark(language))\(said)</span>"
  }

  private func chosen(
    _ values: [ContactValue], of attribute: Attribute, in table: ClusterTable
  ) -> HTML {
    let lines = values.map { value -> HTML in
      let label: HTML =
        value.value.label.map { "<span class=\"lbl\">\($0.phrase(language))</span>" } ?? ""
      let text = self.value(value.value.text(in: language))
      let why = reason(for: value, in: table)
      return "<div class=\"v\">\(text)\(label)<span class=\"from\">\(why)</span></div>"
    }
    guard !lines.isEmpty else { return "<td class=\"got empty\"></td>" }
    return "<td class=\"got\">\(HTML.joined(lines))</td>"
  }

  /// "from A, B: the most frequent".
  private func reason(for value: ContactValue, in table: ClusterTable) -> String {
    let ids = [value.record] + value.agreeing
    let letters = table.records.enumerated().filter { ids.contains($0.element.id) }
      .map { ClusterTable.letter($0.offset) }
    // Where all agree no rule had to decide.
    let agree = !value.agreeing.isEmpty && value.lost.isEmpty && value.rule != .mostRestrictive
    let rule = agree ? say("übereinstimmend", "in agreement") : value.rule.phrase(language)
    guard !letters.isEmpty else { return rule }
    return "\(say("aus", "from")) \(letters.joined(separator: ", ")): \(rule)"
  }
}

extension HTML {
  /// This piece with another behind it.
  fileprivate func followed(by other: HTML) -> HTML { "\(self)\(other)" }
}
