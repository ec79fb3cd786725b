import Records
import Testing

@testable import Survivorship

@Suite struct ContactStatusTests {
  @Test func theOrderIsDeceasedInsolventBlockedInactive() {
    let order = ContactStatus.allCases.sorted { $0.restriction > $1.restriction }
    #expect(order == [.deceased, .insolvent, .blocked, .inactive])
  }

  @Test(arguments: [
    ("deceased", ContactStatus.deceased), ("Blocked", .blocked), ("active", nil), ("", nil),
  ])
  func isReadFromTheNormalizedStatus(text: String, status: ContactStatus?) {
    #expect(ContactStatus(text) == status)
  }

  @Test func everyRecordsStatusCounts() {
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    let contact = merger.contact(
      id: 1, from: [record(1, text(.status, "active")), record(2, text(.status, "inactive"))])
    #expect(contact.first(.status)?.value.text == "inactive")
    #expect(contact.statuses == [.inactive])
  }
}
