import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct TraceTests {
  private func trace(_ office: ErasingOffice, _ name: String = "erp:1") throws -> TracedContact {
    try Trace(store: office.store, input: office.scenario.work.path).contact(name)
  }

  @Test func everythingThatIsHeldIsTold() throws {
    let office = try ErasingOffice.lived()
    let traced = try trace(office)
    #expect(traced.records.map(\.place.name) == ["erp:1", "news:7"])
    #expect(traced.records.map(\.past.count) == [1, 0])
    #expect(traced.contact.decisions.count == 2 && traced.contact.activities.count == 1)
    #expect(traced.aside.map(\.location.line) == [5])
    #expect(traced.outputs.contains { $0.hasSuffix("contacts.vcf") })
    for language in [Language.german, .english] {
      let texts = [
        traced.page(language, on: "2026-11-24"), traced.json(language, on: "2026-11-24"),
      ]
      for text in texts {
        let others = ["hannelore", "quittengasse", "1961-04-03"]
        for word in ErasingOffice.words where !others.contains(word) {
          #expect(text.contains(word), "\(word)")
        }
        // The other is named by number alone.
        #expect(!text.contains("Siebenlist") && !text.contains("Konrad"))
      }
    }
    #expect(traced.page(.german, on: "").contains("Auskunft nach Art. 15 DSGVO"))
  }

  @Test func jsonIsReadAndAlwaysTheSame() throws {
    let office = try ErasingOffice.lived()
    let text = try trace(office).json(.english, on: "2026-11-24")
    #expect(try trace(office, "news:7").json(.english, on: "2026-11-24") == text)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let records = try #require(json["records"] as? [[String: Any]])
    let raw = try #require(records.first?["raw"] as? [String: Any])
    #expect(raw["line"] as? Int == 2 && (raw["cells"] as? [Any])?.count == 10)
  }

  @Test func valuesAreEscaped() throws {
    let office = try ErasingOffice()
    try office.write(erp: "1;Hannelore;Zwirnmann;;;;;;<img src=x onerror=alert(1)>;<script>\n")
    try office.scenario.run()
    let page = try trace(office).page(.german, on: "")
    #expect(!page.contains("<img") && !page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test func filesAreTheOwnersAloneAndNamedByNumber() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    let traced = try trace(office)
    let folder = office.scenario.work.path("access")
    let files = try Trace.write(traced, to: folder, on: "2026-11-24", .german)
    let id = traced.contact.id
    #expect(files == ["html", "json"].map { "\(folder)/contact-\(id).\($0)" })
    var status = stat()
    for file in files { #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600) }
    #expect(try Trace.write(traced, to: folder, on: "2026-11-24", .german) == files)
  }

  @Test func ofAnErasedContactThereIsNothing() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    let contact = try #require(try office.scenario.contacts()["erp:1"])
    try office.erase()
    #expect(office.stop { try trace(office, contact) }?.contains("erased on") == true)
  }
}
