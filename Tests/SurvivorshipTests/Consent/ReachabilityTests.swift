import Records
import Testing

@testable import Survivorship

@Suite struct ReachabilityTests {
  private let merger = Merger(rules: SurvivorshipRules(), priorities: [:])

  private func contact(kind: Record.Kind = .person, _ values: FieldValue...) -> Contact {
    merger.contact(id: 1, from: [record(1, kind: kind, values: values)])
  }

  @Test func thePreferredAllowedAddressIsNamed() {
    let contact = contact(
      email("a@b.example"), email("c@d.example"), consent(.email, .granted, "c@d.example"))
    #expect(contact.mayEmail.isAllowed)
    #expect(contact.mayEmail.address == "c@d.example")
  }

  @Test func withoutConsentTheReasonOfTheFirstIsGiven() {
    let contact = contact(email("a@b.example"))
    #expect(
      contact.mayEmail
        == Reachability(
          isAllowed: false, address: "", reason: PermissionReason.emailUnknown.phrase))
  }

  @Test func whereThereIsNothingNothingMayBeDone() {
    let contact = contact(name("Hans", "Meyer"))
    let reasons: [PermissionReason] = [.noEmail, .noPhone, .noPostalAddress]
    for (reach, reason) in zip([contact.mayEmail, contact.mayPhone, contact.mayPost], reasons) {
      #expect(reach == Reachability(isAllowed: false, address: "", reason: reason.phrase))
    }
    let unjudged = Contact(id: 1, kind: .person, values: [], records: [1])
    #expect(unjudged.mayPost.reason == PermissionReason.noPostalAddress.phrase)
  }

  @Test func aLetterNeedsAnAddressThatCanBeDeliveredTo() {
    #expect(!contact(address("", "", "01067", "Dresden")).mayPost.isAllowed)
    let full = contact(
      address("", "", "80331", "München"), address("Am Hang", "3", "01067", "Dresden"))
    #expect(full.mayPost.isAllowed)
    #expect(full.mayPost.address == "Am Hang 3, 01067 Dresden")
  }

  @Test func anObjectionIsTheReasonEvenWithAnAddress() {
    let contact = contact(address("Am Hang", "3", "01067", "Dresden"), consent(.post, .denied))
    #expect(contact.mayPost.reason == PermissionReason.postDenied.phrase)
  }
}
