import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct HistoryStageTests {
  private static let pipeline = """
    sources:
      - name: crm
        file: contacts.csv
        numbering: crm
        map: { nr: key, vorname: given, nachname: family, firma: organization, email: email, ort: place }
    activities:
      - name: calls
        file: calls.csv
        key: id
        date: Datum
        numbering: crm
        link: { customer_number: Kunde, email: Mail, name: Kontakt, organization: Firma }
    opportunities:
      - name: deals
        file: deals.csv
        key: id
        link: { customer_number: Kunde, name: Kontakt }
    match: { at: balanced }
    """
  private static let contacts = """
    nr,vorname,nachname,firma,email,ort
    1,Rosalinde,Wiegandt,,r.wiegandt@post.example,Kassel
    2,,,Glockengießerei Petermann GmbH,info@petermann.example,Kassel
    3,Arnulf,Petermann,Glockengießerei Petermann GmbH,arnulf@petermann.example,Kassel

    """
  private static let calls = """
    id,Datum,Betreff,Kunde,Mail,Kontakt,Firma
    a,12.01.2024,number,1,,,
    b,2024-01-13,mail,,R.Wiegandt@post.example,,
    c,,name,,,"Wiegandt, Rosalinde",
    d,,name at firm,,,A. Petermann,Glockengießerei Petermann
    e,,firm,,,,Glockengießerei Petermann GmbH
    f,,nobody,99,,Eulalia Fremdling,

    """
  private static let deals = "id,Kunde,Kontakt\nx,1,\ny,,Arnulf Petermann\n"

  private func scenario() throws -> Scenario {
    try Scenario(
      Self.pipeline,
      ["contacts.csv": Self.contacts, "calls.csv": Self.calls, "deals.csv": Self.deals])
  }

  /// The key of each row → the source key of its contact; nil when it has none.
  private func links(_ scenario: Scenario, _ table: FollowUp = .activities) throws
    -> [String: String?]
  {
    let keys = Dictionary(
      try scenario.contacts().map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
    return try scenario.store { reader in
      var links: [String: String?] = [:]
      try reader.forEachFollowUp(table) { _, row in
        links[row.key] = .some(row.contact.flatMap { keys[String($0)] })
      }
      return links
    }
  }

  @Test func rowsFindTheirContactByNumberMailNameOrFirm() throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(
      try links(scenario) == [
        "a": "crm:1", "b": "crm:1", "c": "crm:1", "d": "crm:3", "e": "crm:2", "f": nil,
      ])
  }

  @Test func mailsAndCalendarsLinkThemselves() throws {
    let pipeline = """
      sources:
        - name: crm
          file: contacts.csv
          map: { nr: key, vorname: given, nachname: family, email: email, ort: place }
        - { name: post, file: post.mbox, own: [own.example] }
      activities:
        - { name: mails, file: post.mbox, own: [own.example] }
        - { name: diary, file: diary.ics }
      match: { at: balanced }
      """
    let mails = """
      From - Fri Jan  3 10:00:00 2020
      From: R. Wiegandt <r.wiegandt@post.example>
      To: kontor@own.example
      Date: Fri, 3 Jan 2020 10:00:00 +0000
      Subject: Angebot

      Text
      """
    let diary = """
      BEGIN:VCALENDAR
      BEGIN:VTODO
      SUMMARY:Anrufen
      DUE:20200203
      ATTENDEE:mailto:r.wiegandt@post.example
      END:VTODO
      END:VCALENDAR
      """
    let scenario = try Scenario(
      pipeline, ["contacts.csv": Self.contacts, "post.mbox": mails, "diary.ics": diary])
    try scenario.run()
    let contact = try scenario.contacts()["post:r.wiegandt@post.example"]
    #expect(try contact != nil && scenario.contacts()["crm:1"] == contact)
    try scenario.store { reader in
      var dates: [String] = []
      try reader.forEachFollowUp(.activities) { _, row in
        #expect(row.contact.map { "\($0)" } == contact.map { "\($0)" })
        dates.append(row.date)
      }
      #expect(dates.sorted() == ["2020-01-03T10:00:00", "2020-02-03"])
    }
  }

  @Test func contactsAreNoHistory() throws {
    let pipeline = """
      sources: [{ name: crm, file: contacts.csv, map: { nachname: family } }]
      activities: [{ name: cards, file: a.vcf }]
      """
    let scenario = try Scenario(
      pipeline, ["contacts.csv": Self.contacts, "a.vcf": "BEGIN:VCARD\nFN:A\nEND:VCARD\n"])
    #expect(scenario.stop()?.contains("history comes from tables, mails and calendars") == true)
  }

  @Test func numberOfAnotherNumberingLinksNothing() throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(try links(scenario, .opportunities) == ["x": nil, "y": "crm:3"])
  }

  @Test func theyCreateNoContacts() throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(try scenario.rows("contacts.csv").count == 3)
    #expect(try scenario.counts()["activities"] == 6)
    #expect(try scenario.counts()["opportunities"] == 2)
  }

  @Test func unlinkedRowsAreCountedAndListed() throws {
    let scenario = try scenario()
    let summary = try scenario.run().summary
    #expect(summary.contains("1 of them without a contact"))
    let report = try scenario.work.text("out/report.json")
    #expect(report.contains("\"calls.csv:7\""))
    #expect(report.contains("\"deals.csv:2\""))
  }

  @Test func theyFollowMerges() throws {
    let scenario = try scenario()
    try scenario.work.write("calls.csv", "id,Datum,Betreff,Kunde,Mail,Kontakt,Firma\nz,,,4,,,\n")
    try scenario.work.write(
      "contacts.csv", Self.contacts + "4,Rosa,Fremdling,,,Hamburg\n")
    try scenario.run()
    #expect(try links(scenario)["z"] == "crm:4")
    // The fourth turns out to be the first.
    try scenario.work.write(
      "contacts.csv", Self.contacts + "4,Rosalinde,Wiegandt,,r.wiegandt@post.example,Kassel\n")
    try scenario.run()
    #expect(try links(scenario)["z"] == "crm:1")
  }

  @Test func changedRowsAreReadAgainAndMissingOnesWithdrawn() throws {
    let scenario = try scenario()
    try scenario.run()
    try scenario.work.write("calls.csv", "id,Datum,Betreff,Kunde,Mail,Kontakt,Firma\na,,,3,,,\n")
    #expect(try !scenario.run().isUnchanged)
    #expect(try links(scenario) == ["a": "crm:3"])
  }

  @Test func datesAreISODates() throws {
    let scenario = try scenario()
    try scenario.run()
    let dates = try scenario.store { reader in
      var dates: [String: String] = [:]
      try reader.forEachFollowUp(.activities) { _, row in dates[row.key] = row.date }
      return dates
    }
    #expect(dates["b"] == "2024-01-13")
    #expect(dates["c"] == "")
    #expect(dates["a"] == "2024-01-12")
  }

  @Test func wrongColumnStops() throws {
    let scenario = try scenario()
    try scenario.work.write(
      "pipeline.yaml", Self.pipeline.replacingOccurrences(of: "email: Mail", with: "email: Mial"))
    #expect(
      scenario.stop()?.hasSuffix(": calls.csv: no column \"Mial\": did you mean \"Mail\"?") == true)
    #expect(scenario.outputs == [])
  }

  @Test func aDateThatIsNoneIsAProblem() throws {
    let scenario = try Scenario(
      Self.pipeline,
      [
        "contacts.csv": Self.contacts, "deals.csv": Self.deals,
        "calls.csv": "id,Datum,Kunde,Mail,Kontakt,Firma\na,31.02.2024,1,,,\nb,,1,,,\n",
      ])
    try scenario.run()
    var found: [Problem] = []
    try scenario.store { reader in try reader.forEachProblem { found.append($0) } }
    #expect(found.map(\.code) == ["date-unreadable"])
    #expect(found.map(\.field) == ["Datum"] && found.map(\.location.line) == [2])
  }
}
