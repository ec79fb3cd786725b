internal import Foundation
internal import Formats
package import Records
internal import Reports

extension Inspection {
  /// Writes the look as one page that needs nothing else.
  ///
  /// - Throws: `PipelineError.stopped` when the file can't be written.
  package func writePage(to path: String, _ language: Language) throws {
    let page = InspectionPage(files: files, language: language).html
    do {
      try page.markup.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw PipelineError.stopped(
        Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
    }
  }
}

/// The look as a page: a section a file, a row a column, with bars for what is filled.
struct InspectionPage {
  let files: [FileInspection]
  let language: Language

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  var html: HTML {
    let title = say("Dateien im Überblick", "Files at a glance")
    var html = PageFrame.head(title: title, language: language)
    html += """
      <body>
      <a class="skip" href="#content">\(say("Zum Inhalt", "Skip to content"))</a>
      <header><div class="wide">
      <p class="eyebrow">\(say("Kontor · Dateien", "Kontor · files"))</p>
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      <nav aria-label="\(say("Dateien", "Files"))"><ul>\(HTML.joined(links))</ul></nav>
      </div></header>
      <main class="wide" id="content">

      """
    for (number, file) in files.enumerated() { html += section(file, number) }
    html += "</main>\n</body>\n</html>\n"
    return html
  }

  private var lead: String {
    let rows = NumberText(language).count(files.reduce(0) { $0 + $1.rows })
    return say(
      "\(files.count) Dateien mit \(rows) Datensätzen. Diese Seite enthält keinen Wert daraus.",
      "\(files.count) files with \(rows) records. This page holds no value of them.")
  }

  private var links: [HTML] {
    files.enumerated().map { number, file in
      "<li><a href=\"#file-\(number)\">\(file.name(language))</a></li>\n"
    }
  }

  private func section(_ file: FileInspection, _ number: Int) -> HTML {
    var html: HTML = """
      <section id="file-\(number)" aria-labelledby="title-\(number)">
      <h2 id="title-\(number)">\(file.name(language))</h2>
      <p>\(ColumnFactWords.role(file.role)(language)) · \(file.facts(language).joined(separator: " · "))</p>

      """
    if !file.problems.isEmpty {
      let counts = file.problems.map {
        "\($0.code) \(NumberText(language).count($0.count))"
      }
      html +=
        "<p class=\"notice warn\">\(say("Probleme: ", "Problems: "))\(counts.joined(separator: ", "))</p>\n"
    }
    guard !file.columns.isEmpty else { return html + "</section>\n" }
    html += """
      <div class="scroll"><table>
      <thead><tr><th scope="col">\(say("Spalte", "Column"))</th><th scope="col">\(say("Art", "Kind"))</th>
      <th scope="col" class="num">\(say("sicher", "sure"))</th>
      <th scope="col">\(say("gefüllt", "filled"))</th>
      <th scope="col" class="num">\(say("verschieden", "distinct"))</th>
      <th scope="col">\(say("Muster", "Patterns"))</th>
      <th scope="col">\(say("auffällig", "Odd"))</th></tr></thead>
      <tbody>

      """
    for column in file.columns { html += row(column, file) }
    return html + "</tbody></table></div>\n</section>\n"
  }

  private func row(_ column: FileInspection.Column, _ file: FileInspection) -> HTML {
    let numbers = NumberText(language)
    let percent = file.fillPercent(column)
    let sure =
      column.verdict.target == nil
      ? "" : "\(Int((column.verdict.confidence * 100).rounded())) %"
    let oddities = column.oddities.map {
      "\(ColumnFactWords.oddity($0.oddity)(language)) \(numbers.count($0.count))"
    }
    let nested: HTML = column.nested.map { "<span class=\"soft\">\($0) › </span>" } ?? ""
    return """
      <tr><th scope="row">\(nested)\(column.name)</th>
      <td>\(ColumnKindWords.name(of: column.verdict.target, language))<br>
      <small class="soft">\(ColumnFactWords.reason(column.verdict.reason)(language))</small></td>
      <td class="num">\(sure)</td>
      <td><span class="meter" role="img" aria-label="\(percent) %"><i style="width:\(percent)%"></i></span>
      <small class="soft">\(percent) %</small></td>
      <td class="num">\(column.isDistinctAtLeast ? "≥ " : "")\(numbers.count(column.distinct))</td>
      <td>\(patterns(column, file))</td><td>\(oddities.joined(separator: ", "))</td></tr>

      """
  }

  private func patterns(_ column: FileInspection.Column, _ file: FileInspection) -> HTML {
    HTML.joined(
      column.patterns.map { pattern in
        let share = column.filled == 0 ? 0 : pattern.count * 100 / column.filled
        return "<code>\(pattern.pattern)</code> <small class=\"soft\">\(share) %</small>"
      }, by: "<br>")
  }
}

private func + (left: HTML, right: HTML) -> HTML {
  var sum = left
  sum += right
  return sum
}
