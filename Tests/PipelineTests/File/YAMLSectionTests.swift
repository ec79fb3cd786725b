import Records
import Testing

@testable import Pipeline

@Suite struct YAMLSectionTests {
  private func complaints(_ text: String) -> [String] {
    do {
      _ = try PipelineFile.parse(text, path: "p.yaml")
      return []
    } catch PipelineError.invalid(let diagnostics) {
      return diagnostics.map { $0.text(.english) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    ("sources: x", "p.yaml:1:10: \"sources\" must be a list"),
    ("sources: [x]", "p.yaml:1:11: an entry of \"sources\" must be a mapping of names to values"),
    ("sources: [{ name: [a], file: b }]", "p.yaml:1:19: \"name\" must be a text"),
    (
      "sources: [{ name: a, file: { b: c } }]",
      "p.yaml:1:28: \"file\" must be a text or a list of texts"
    ),
    (
      "sources: [{ name: a, file: b, csv: { header: maybe } }]",
      "p.yaml:1:46: \"header\" must be true or false"
    ),
    (
      "sources: [{ name: a, file: b, csv: { delimiter: ab } }]",
      "p.yaml:1:49: \"delimiter\" must be one character, or tab"
    ),
    (
      "sources: [{ name: a, file: b, csv: { encoding: uft-8 } }]",
      "p.yaml:1:48: no encoding \"uft-8\": did you mean \"utf-8\"?"
    ),
    (
      "sources: [{ name: a b, file: c }]",
      "p.yaml:1:19: a source's name has letters, digits, - . and _ only"
    ),
    (
      "sources: [{ name: a, file: b, map: { x: [y] } }]",
      "p.yaml:1:41: a column is mapped to one field"
    ),
    (
      "sources: [{ name: a, file: b, format: xml }]",
      "p.yaml:1:11: an XML source needs \"record\": the element that repeats"
    ),
    (
      "sources: [{ name: a, file: b }]\nlimits: { rejected: all }",
      "p.yaml:2:21: \"rejected\" must be a share such as 1% or 0.01"
    ),
    (
      "sources: [{ name: a, file: b }]\ncountry: Germany",
      "p.yaml:2:10: \"country\" must be two capital letters: DE, AT, CH"
    ),
    (
      "sources: [{ name: a, file: b }]\nmatch: { at: saef }",
      "p.yaml:2:14: match.at: no point \"saef\": did you mean \"safe\"?"
    ),
  ])
  func mistakeIsNamedWithItsPlace(text: String, complaint: String) {
    #expect(complaints(text).contains(complaint), "\(complaints(text))")
  }

  @Test func emptyValuesCountAsMissing() {
    #expect(complaints("sources: [{ name: a, file: b, roles: , map: }]\nmatch:\nmerge:\n") == [])
  }

  @Test(arguments: [
    ("sources:\n  - name: a\n    file: b\n    map:\n      x: key\n      x: family\n", "6:7"),
    (
      "sources:\n  - name: a\n    file: b\n    map:\n      z: note\n      x: key\n      y:\n"
        + "        [x]\n      \"x\" : family\n", "9:7"
    ),
    ("name: a\nsources:\n  - { name: a, file: b }\nname: b\n", "4:1"),
  ])
  func keyTwiceIsNamedWithItsPlace(text: String, place: String) {
    let name = text.hasPrefix("name") ? "name" : "x"
    #expect(complaints(text) == ["p.yaml:\(place): \"\(name)\" is here twice"])
  }

  @Test func aliasesAndAnchorsAreRead() throws {
    let file = try PipelineFile.parse(
      "sources:\n  - { name: a, file: b, map: &m { x: family } }\n  - { name: c, file: d, map: *m }\n",
      path: "p.yaml")
    #expect(file.sources.map(\.map.count) == [1, 1])
  }
}
