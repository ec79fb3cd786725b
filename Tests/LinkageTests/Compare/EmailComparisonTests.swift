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
}
