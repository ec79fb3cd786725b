import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct MetColumnsTests {
  private static let pipeline = """
    sources:
      - name: erp
        file: a.xml
        record: Kunde
        namespaces: { q: "urn:q" }
        map:
          "@nr": key
          Firma: organization
          q:Mail: email
          Anschrift/Strasse: street
          Telefon2: phone
        nested:
          - record: Personen/Person
            map: { Vor: given, Nach: family }
    """
  private static let xml = """
    <Export xmlns:p="urn:q"><Kunde nr="1"><Firma>Eickhoff AG</Firma><p:Mail>i@e.example</p:Mail>
    <Anschrift><Strasse>Weg 1</Strasse></Anschrift><Telefon3>0731 99999</Telefon3>
    <Personen><Person><Vor>Ida</Vor><Nach>Ohm</Nach></Person></Personen></Kunde></Export>
    """

  private func scenario(_ old: String = "", _ new: String = "") throws -> Scenario {
    let text = old.isEmpty ? Self.pipeline : Self.pipeline.replacingOccurrences(of: old, with: new)
    return try Scenario(text, ["a.xml": Self.xml])
  }

  @Test(arguments: [
    (
      "record: Kunde", "record: Kundn", "4:13",
      "a.xml: no element \"Kundn\": did you mean \"Kunde\"?"
    ),
    (
      "record: Kunde", "record: /Kunde", "4:13",
      "a.xml: no element \"/Kunde\", only \"/Export/Kunde\": "
        + "correct the path or \"namespaces\""
    ),
    ("Firma: org", "Frima: org", "8:7", "\"Frima\" is never met: did you mean \"Firma\"?"),
    (
      "Anschrift/Strasse", "Anschrfit/Strasse", "10:7",
      "\"Anschrfit/Strasse\" is never met: did you mean \"Anschrift/Strasse\"?"
    ),
    (
      "\"urn:q\"", "\"urn:zzz\"", "9:7",
      "\"q:Mail\" is never met, but \"Mail\" of another namespace is: correct \"namespaces\""
    ),
    (
      "Personen/Person", "Personen/Persn", "13:17",
      "\"Personen/Persn\" is never met: did you mean \"Personen/Person\"?"
    ),
    (
      "q:Mail", "zz:Mail", "9:7",
      "\"zz:Mail\": \"namespaces\" names none for \"zz\": there is q"
    ),
  ])
  func wrongMappingStopsBeforeAnythingIsWritten(
    right: String, wrong: String, place: String, what: String
  ) throws {
    let scenario = try scenario(right, wrong)
    let told = try #require(scenario.stop())
    #expect(told.hasSuffix("pipeline.yaml:\(place): \(what)"))
    #expect(scenario.outputs == [])
    #expect(throws: PipelineError.self) { try Check(file: scenario.file) }
  }

  @Test func misspeltElementOfADeclaredNamespaceIsFoundToo() throws {
    for (right, wrong) in [("Firma: org", "Frima: org"), ("Personen/Person", "Personen/Persn")] {
      let scenario = try scenario(right, wrong)
      try scenario.work.write(
        "pipeline.yaml",
        scenario.work.text("pipeline.yaml").replacingOccurrences(
          of: "{ q: \"urn:q\" }", with: "{ q: \"urn:q\", d: \"urn:d\" }"))
      try scenario.work.write(
        "a.xml",
        Self.xml.replacingOccurrences(of: "<Export ", with: "<Export xmlns=\"urn:d\" "))
      #expect(scenario.stop()?.contains("is never met: did you mean \"") == true)
    }
  }

  @Test func storeKeepsItsContactsWhenTheMappingIsWrong() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.digest()
    try scenario.work.write(
      "pipeline.yaml", Self.pipeline.replacingOccurrences(of: "record: Kunde", with: "record: K"))
    #expect(scenario.stop() != nil)
    #expect(try scenario.digest() == before)
  }

  @Test func optionalFieldThatIsAbsentIsOnlyCounted() throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(try scenario.work.text("out/report.json").contains("mapped-never-met"))
    let told = try Check(file: scenario.file).text(.english)
    #expect(told.contains("mapped, but never met: Telefon2 (perhaps Telefon3?)"))
  }

  @Test(arguments: ["<Export/>", "<Export><Stand>1.1.</Stand><Liste/></Export>", ""])
  func exportWithoutEntriesIsNoMistake(xml: String) throws {
    let scenario = try scenario()
    try scenario.work.write("a.xml", xml)
    #expect(scenario.stop() == nil)
  }

  @Test func emptyListIsKnownByThePathAroundTheRecord() throws {
    let scenario = try scenario("record: Kunde", "record: Liste/Kunde")
    let text = "<Export><Kopf><Von>x</Von></Kopf><Liste/></Export>"
    try scenario.work.write("a.xml", text)
    #expect(scenario.stop() == nil)
    try scenario.work.write("a.xml", text.replacingOccurrences(of: "Liste", with: "List"))
    #expect(scenario.stop() != nil)
  }
}
