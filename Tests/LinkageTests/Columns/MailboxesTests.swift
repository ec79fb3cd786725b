import Testing

@testable import Linkage

@Suite struct MailboxesTests {
  @Test(arguments: [
    ("info", true), ("buchhaltung2", true), ("büro", true), ("anna", false), ("", false),
  ])
  func function(local: String, isFunction: Bool) {
    #expect(Mailboxes.isFunction(folded(local)[...]) == isFunction)
  }

  @Test(arguments: [("familiekranz", true), ("famkranz", true), ("fam", false), ("anna", false)])
  func family(local: String, isFamily: Bool) {
    #expect(Mailboxes.isFamily(folded(local)) == isFamily)
  }
}
