internal import Records
internal import Testing

@testable import Normalization

@Suite struct ConsentChannelsTests {
  private typealias Channel = Consent.Channel

  @Test(arguments: [
    ("E-Mail", [Consent.Channel.email]), ("Newsletter", [.email]), ("E Mail", [.email]),
    ("Telefonat", [.phone]), ("Anruf", [.phone]), ("Tel.", [.phone]), ("telefonisch", [.phone]),
    ("Briefe", [.post]), ("Postsendungen", [.post]), ("Katalog", [.post]), ("postalisch", [.post]),
    ("E-Mail und Post", [.email, .post]), ("Email u. Telefon", [.email, .phone]),
    ("E-Mail Telefon Post", [.email, .phone, .post]), ("E-Mail/Telefon", [.email, .phone]),
    ("Post & Telefon", [.phone, .post]), ("E-Mail; Brief", [.email, .post]),
    ("mail and phone", [.email, .phone]), ("Werbung per Post", [.post]), ("direct mail", [.post]),
    ("E-Mail + Telefon", [.email, .phone]), ("alle", Consent.Channel.allCases),
    ("alle Kanäle", Consent.Channel.allCases), ("email", [.email]), ("phone", [.phone]),
  ])
  func namedForCertain(text: String, channels: [Consent.Channel]) {
    let found = ConsentChannels(in: text)
    #expect(found.certain == channels && found.possible == channels && found.isClear)
  }

  @Test(arguments: [
    "Papier", "xyz", "kein Telefon", "alle außer Post", "Werbung", "nicht E-Mail",
  ])
  func aWordThatIsNotUnderstoodIsNoYes(text: String) {
    let found = ConsentChannels(in: text)
    #expect(found.certain.isEmpty && found.possible == Channel.allCases && !found.isClear)
  }

  @Test func whatIsNamedBesideStays() {
    let found = ConsentChannels(in: "E-Mail, kein Telefon")
    #expect(found.certain == [.email] && found.possible == Channel.allCases && !found.isClear)
  }

  @Test(arguments: ["Fax", "SMS", "WhatsApp", "Telefax"])
  func messagesAreNoCalls(text: String) {
    let found = ConsentChannels(in: text)
    #expect(found.certain.isEmpty && found.possible == [.phone] && found.isClear)
  }

  @Test func aMailingMayBePrintedOrElectronic() {
    let found = ConsentChannels(in: "Mailing")
    #expect(found.certain == [.post] && found.possible == [.email, .post])
  }

  @Test func whereItWasGivenIsNoChannel() {
    #expect(ConsentChannels(in: "Web").isOrigin)
    #expect(ConsentChannels(in: "").possible.isEmpty && !ConsentChannels(in: "").isOrigin)
  }

  @Test func certainIsAlwaysPossible() {
    for left in ["E-Mail", "Fax", "xyz", "Mailing", "Post", ""] {
      for right in ["Telefon", "kein", "alle", "web", "SMS"] {
        let found = ConsentChannels(in: "\(left) und \(right)")
        #expect(found.certain.allSatisfy(found.possible.contains))
      }
    }
  }
}
