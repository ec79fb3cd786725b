import Formats
import Records
import Survivorship
import Testing

@testable import Pipeline

@Suite struct PipelineParserTests {
  private func parse(_ text: String) throws -> PipelineFile {
    try PipelineFile.parse(text, path: "pipelines/weekly.yaml")
  }

  private func complaints(_ text: String) -> [String] {
    do {
      _ = try parse(text)
      return []
    } catch PipelineError.invalid(let diagnostics) {
      return diagnostics.map { $0.text(.english) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func wholeFileIsRead() throws {
    let file = try parse(
      """
      name: weekly
      language: en
      country: AT
      input: ../data
      output: ../out
      sources:
        - name: erp
          file: [erp/a.xml, erp/b.xml]
          format: xml
          priority: 10
          numbering: wawi
          roles: customer
          record: Partner
          namespaces: { c: "urn:c" }
          map:
            "@nr": key
            Adresse/@art: label
            Adresse/Strasse: home.street.2
          nested:
            - record: Kontakt
              map: { Name: family }
        - name: list
          file: list.csv
          csv: { delimiter: tab, header: no, skip: 2 }
          constants: { country: CH }
          ignore: [Foto]
      activities:
        - name: calls
          file: calls.csv
          date: Datum
          link: { customer_number: Nr }
      match: { at: balanced }
      merge: { phone: union, name: [source-priority, most-complete] }
      limits: { rejected: 2.5% }
      write: [contacts.vcf]
      vcard_version: "3.0"
      """)
    #expect(file.name == "weekly")
    #expect(file.language == .english)
    #expect(file.country == "AT")
    #expect(file.input == "data")
    #expect(file.store == "out/kontor.sqlite")
    let erp = try #require(file.sources.first)
    #expect(erp.files == ["erp/a.xml", "erp/b.xml"])
    #expect(erp.roles == ["customer"])
    #expect(erp.map[1].target == .label)
    #expect(erp.map[2].target == .field(FieldTarget(.street, label: .home, group: 2)))
    #expect(erp.xml?.nested.first?.map.first?.column == "Name")
    let list = try #require(file.sources.last)
    #expect(list.csv == CSVSettings(delimiter: "\t", header: false, skip: 2))
    #expect(list.map.map(\.target) == [.ignore])
    #expect(file.activities.first?.customerNumberColumn == "Nr")
    #expect(file.operatingPoint == .balanced)
    var rules = SurvivorshipRules()
    try rules.set(["union"], for: "phone")
    try rules.set(["source-priority", "most-complete"], for: "name")
    #expect(file.merge == rules)
    #expect(file.problemLimit == 0.025)
    #expect(file.outputs == [.vcf])
    #expect(file.vCardVersion == "3.0")
  }

  @Test(arguments: [
    (
      "sources: [{ name: a, file: b, map: { x: famly } }]",
      "pipelines/weekly.yaml:1:41: no field \"famly\": did you mean \"family\"?"
    ),
    (
      "sources: [{ name: a, file: b, prority: 1 }]",
      "pipelines/weekly.yaml:1:31: no key \"prority\" here: did you mean \"priority\"?"
    ),
    ("sources: [{ file: b }]", "pipelines/weekly.yaml:1:11: \"name\" is missing"),
    (
      "sources: [{ name: a, file: b, format: xlm }]",
      "pipelines/weekly.yaml:1:39: no format \"xlm\": did you mean \"xml\"?"
    ),
    (
      "sources: [{ name: a, file: b }]\nmerge: { phone: unoin }",
      "pipelines/weekly.yaml:2:17: no rule \"unoin\": did you mean \"union\"?"
    ),
    (
      "sources: [{ name: a, file: b }, { name: a, file: c }]",
      "pipelines/weekly.yaml:1:33: two sources are called \"a\""
    ),
    ("sources: [", "pipelines/weekly.yaml:2:1: not YAML: did not find expected node content"),
    ("sources: []", "pipelines/weekly.yaml:1:1: \"sources\" names no source"),
    (
      "just text", "pipelines/weekly.yaml:1:1: a pipeline file must be a mapping of names to values"
    ),
  ])
  func mistakeHasPlaceAndSuggestion(text: String, complaint: String) {
    #expect(complaints(text).contains(complaint), "\(complaints(text))")
  }

  @Test func allMistakesAreReportedInOrder() {
    let found = complaints(
      "contry: DE\nsources: [{ name: a, file: b, priority: x }]\nwrite: [x.csv]")
    #expect(found.count == 3)
    #expect(found == found.sorted())
  }

  @Test(arguments: [("1%", 0.01), ("0.5 %", 0.005), ("0.02", 0.02), ("100%", 1.0)])
  func shareIsRead(text: String, share: Double) {
    #expect(PipelineFile.share(of: text) == share)
  }

  @Test(arguments: ["", "%", "101%", "-1", "much"])
  func whatIsNoShareIsRefused(text: String) {
    #expect(PipelineFile.share(of: text) == nil)
  }
}
