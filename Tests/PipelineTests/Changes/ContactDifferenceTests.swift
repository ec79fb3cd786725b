import Records
import Testing

@testable import Pipeline

@Suite struct ContactDifferenceTests {
  private func contact(
    _ values: [FieldValue], records: [RecordID] = [1], kind: Record.Kind = .person,
    permissions: [Permission] = []
  ) -> Contact {
    Contact(
      id: 1, kind: kind,
      values: values.map { ContactValue(value: $0, record: 1, rule: .onlyValue) },
      records: records, permissions: permissions)
  }

  private func email(_ text: String, _ label: ValueLabel? = nil) -> FieldValue {
    FieldValue(.email, .text(text), label: label, raw: text)
  }

  @Test func equalContactsDifferInNothing() {
    let one = contact([email("a@x.example"), email("b@x.example")])
    let other = contact([email("b@x.example"), email("a@x.example")])
    #expect(ContactDifference(from: one, to: one).isEmpty)
    // Another order is no other value.
    #expect(ContactDifference(from: one, to: other).isEmpty)
  }

  @Test func valuesThatTakeThePlaceOfOthersArePaired() {
    let before = contact([email("a@x.example"), email("w@x.example", .work)])
    let after = contact([email("b@x.example"), email("w@x.example", .work), email("c@x.example")])
    let changes = ContactDifference(from: before, to: after).values
    #expect(changes.map(\.from) == [email("a@x.example"), nil])
    #expect(changes.map(\.to) == [email("b@x.example"), email("c@x.example")])
  }

  @Test func rawSpellingsDoNotCount() {
    var spelled = email("a@x.example")
    spelled.raw = "A@X.example"
    #expect(
      ContactDifference(from: contact([spelled]), to: contact([email("a@x.example")])).isEmpty)
  }

  @Test func recordsKindAndPermissionsAreTold() {
    let reason = Phrase(de: "", en: "")
    let yes = Permission(channel: .email, address: "a", isAllowed: true, reason: reason)
    let no = Permission(channel: .email, address: "a", isAllowed: false, reason: reason)
    let difference = ContactDifference(
      from: contact([], records: [1, 2], permissions: [yes]),
      to: contact([], records: [2, 3], kind: .organization, permissions: [no]))
    #expect(difference.joined == [3] && difference.left == [1])
    #expect(difference.kind == .organization)
    #expect(difference.permissions.map(\.to) == [false])
    let rows = difference.rows(.english) { "r\($0)" }
    #expect(rows.contains(["Record", "r1", "→", "–"]))
  }

  @Test func aContactThatCameOrWentIsAllNewOrAllGone() {
    let one = contact([email("a@x.example")])
    #expect(ContactDifference(from: nil, to: one).values.map(\.from) == [nil])
    #expect(ContactDifference(from: one, to: nil).left == [1])
  }
}
