import Records
import Testing

@testable import Linkage

@Suite struct NamedMailboxesTests {
  @Test(arguments: [
    ("uwe.mudauer@gmx.de", true), ("u.mudauer@gmx.de", true), ("mudauer@gmx.de", true),
    ("mudauer-uwe@gmx.de", true), ("umudauer@gmx.de", true), ("uwe@gmx.de", true),
    ("uk.mudauer@gmx.de", true), ("uwekarl.mudauer@gmx.de", true), ("karl.mudauer@gmx.de", true),
    ("uwe.mudauer1@gmx.de", false), ("mudi@gmx.de", false), ("k.mudauer@gmx.de", false),
    ("uwe.mudauer.privat@gmx.de", false), ("1967@gmx.de", false),
  ])
  func partsOfTheName(address: String, isNamed: Bool) {
    let columns = Sample.columns([Sample.person("1", "Uwe Karl", "Mudauer", email: address)])
    #expect((columns.rows[0].namedMails == 1) == isNamed)
  }

  @Test func eachAddressHasItsBit() {
    var record = Sample.person("1", "Uwe", "Mudauer", email: "mudi@gmx.de")
    record.values += Sample.person("2", email: "uwe.mudauer@gmx.de").values
    #expect(Sample.columns([record]).rows[0].namedMails == 0b10)
  }

  @Test func nobodyWithoutANameHasANamedMailbox() {
    let columns = Sample.columns([Sample.person("1", email: "uwe.mudauer@gmx.de")])
    #expect(columns.rows[0].namedMails == 0)
  }
}
