import Testing

@testable import Linkage

@Suite struct EmailComparisonTests {
  @Test(arguments: [
    ("anna.kranz@gmx.de", "Anna.Kranz@gmx.de", EmailLevel.equal),
    ("info@kranz.example", "info@kranz.example", .shared),
    ("fam.kranz@gmx.de", "fam.kranz@gmx.de", .shared),
    ("anna.kranz@gmx.de", "ana.kranz@gmx.de", .close),
    ("akranz@kranz.example", "bkranz@kranz.example", .sameDomain),
    ("anna.kranz@gmx.de", "anna.kranz@web.de", .sameLocalPart),
    ("anna@gmx.de", "bernd@gmx.de", .different),
    ("datenschutz.kreis-nord@amt.example", "datenschutz.kreis-sued@amt.example", .sameDomain),
    ("datenschutz.kreis-nord@amt.example", "datenschutz.kreis-norf@amt.example", .close),
    ("anna@kranz.example", "office@kranz.example", .sameDomain),
  ])
  func levelOfAddresses(left: String, right: String, level: EmailLevel) {
    let found = Sample.level(
      .email, Sample.person("1", "A", "K", email: left), Sample.person("2", "A", "K", email: right))
    #expect(found == level.rawValue)
  }

  @Test func mailboxNamedLikeTheFirmIsShared() {
    let record = Sample.person(
      "1", "Anna", "Kranz", organization: "Kranz Optik", email: "kranzoptik@web.de")
    #expect(Sample.level(.email, record, record) == EmailLevel.shared.rawValue)
  }

  /// What two of one name are told by their addresses.
  @Test(arguments: [
    ("schmidt.anna@gmx.de", "a.schmidt@web.de", EmailLevel.different),
    ("anna.schmidt@web.de", "anna.schmidt1@web.de", .different),
    ("anna.schmidt77@web.de", "anna.schmidt78@web.de", .different),
    ("anna.schmidt77@web.de", "anna.schmidt77@gmx.de", .sameLocalPart),
    ("rosenkavalier@web.de", "rosenkavalier@gmx.de", .sameLocalPart),
    ("anna.schmidt@web.de", "anna.schmitd@web.de", .close),
    ("anna.schmidt@web.de", "anna.schmidt@wed.de", .close),
    ("anna.schmidt@nordlicht.example", "anna.schmidt@norldicht.example", .close),
    ("anna.schmidt@web.de", "anna.schmidt@web.de", .equal),
  ])
  func levelBetweenNamesakes(left: String, right: String, level: EmailLevel) {
    let found = Sample.level(
      .email, Sample.person("1", "Anna", "Schmidt", email: left),
      Sample.person("2", "Anna", "Schmidt", email: right))
    #expect(found == level.rawValue)
  }

  /// The name before the "@" of two who bear it.
  @Test(arguments: [
    ("anna.schmidt@gmx.de", "anna.schmidt@web.de"), ("a.schmidt@gmx.de", "a.schmidt@web.de"),
    ("anna.schmidt@web.de", "annaschmidt@web.de"),
    ("anna.schmidt@ibm.example", "anna.schmidt@ibs.example"),
    ("anna.schmidt@nordlicht1.example", "anna.schmidt@nordlicht2.example"),
  ])
  func nameAsAddressSaysLittleBeyondTheName(left: String, right: String) {
    let comparer = Sample.comparer(
      [left, right].map { Sample.person($0, "Anna", "Schmidt", email: $0) })
    let rows = comparer.columns.rows
    let found = comparer.email(rows[0], rows[1])
    let table = ShippedWeights.persons.tables.first { $0.comparison == .email }
    let m = table?.levels[Int(found.level) - 1].logs.x ?? 0
    #expect((0...2).contains(m - found.log2Frequency))
  }

  @Test func addressAfterAFormerNameIsTelling() {
    let found = Sample.level(
      .email, Sample.person("1", "Anna", "Schmidt", email: "anna.schmidt@gmx.de"),
      Sample.person("2", "Anna", "Mahler", email: "anna.schmidt@web.de"))
    #expect(found == EmailLevel.sameLocalPart.rawValue)
  }

  @Test func addressesAfterTwoNamesAreNoMisspelling() {
    let comparer = Sample.comparer(
      ["Schmidt", "Schmid"].map {
        Sample.person($0, "Anna", $0, email: "anna.\($0.lowercased())@gmx.de")
      })
    let found = comparer.email(comparer.columns.rows[0], comparer.columns.rows[1])
    #expect(found.log2Frequency < 0)
  }
}
