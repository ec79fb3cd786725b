internal import Testing

@testable import Normalization

@Suite struct EmailNormalizerTests {
  @Test(arguments: [
    ("a@b.de", ["a@b.de"]), ("Hans.Huber@GMX.de", ["hans.huber@gmx.de"]),
    ("mailto:a@b.de", ["a@b.de"]), ("Hans <a@b.de>", ["a@b.de"]),
    ("a(at)b.de", ["a@b.de"]), ("a [at] b.de", ["a@b.de"]), ("a @ b.de", ["a@b.de"]),
    ("a@b.de.", ["a@b.de"]), ("a@b.de,", ["a@b.de"]),
    ("a@b.de; c@d.de", ["a@b.de", "c@d.de"]), ("a@b.de / c@d.de", ["a@b.de", "c@d.de"]),
    ("a@b.de c@d.de", ["a@b.de", "c@d.de"]),
    ("a@müller.de", ["a@müller.de"]), ("A <a@b.de>; C <c@d.de>", ["a@b.de", "c@d.de"]),
    ("a@b.de (privat)", ["a@b.de"]),
    ("a.b+c@d-e.co.uk", ["a.b+c@d-e.co.uk"]), ("A_B-C@D-E.Co.UK", ["a_b-c@d-e.co.uk"]),
  ])
  func addresses(text: String, addresses: [String]) {
    let found = EmailNormalizer.addresses(in: text)
    #expect(found.map(\.text) == addresses)
    #expect(found.allSatisfy { $0.isValid })
    for email in found {
      #expect(EmailNormalizer.addresses(in: email.text).map(\.text) == [email.text])
    }
  }

  @Test(arguments: [
    ("hans.huber.de", Email.Finding.noAt), ("a@b", .badForm), ("@b.de", .badForm), ("a@", .badForm),
    ("a@@b.de", .badForm), ("a..b@c.de", .badForm),
    ("a@b..de", .badForm), ("/O=FIRMA/OU=X/CN=HUBER", .exchange), ("test@test.de", .placeholder),
    ("keine@firma.de", .placeholder), ("a@-b.de", .badForm),
    ("A@b-.de", .badForm), ("A@b_c.de", .badForm), ("A@B.C", .badForm),
    ("Test@Test.de", .placeholder),
  ])
  func invalidAddresses(text: String, finding: Email.Finding) {
    #expect(EmailNormalizer.addresses(in: text).contains { $0.finding == finding })
  }

  @Test func certainSlipsAreMarked() {
    #expect(EmailNormalizer.addresses(in: "a(at)b.de").first?.isRepaired == true)
    #expect(EmailNormalizer.addresses(in: "A@b.de").first?.isRepaired == false)
  }
}
