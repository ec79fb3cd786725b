internal import Testing

@testable import Normalization

@Suite struct StatusNormalizerTests {
  @Test(arguments: [
    ("gesperrt", "blocked"), ("Liefersperre", "blocked"), ("verstorben", "deceased"),
    ("†", "deceased"), ("Insolvenz eröffnet", "insolvent"),
    ("inaktiv", "inactive"), ("gelöscht", "inactive"), ("nicht aktiv", "inactive"),
    ("Sonderfall", "sonderfall"), ("blocked", "blocked"),
  ])
  func statusOfText(text: String, status: String) {
    #expect(StatusNormalizer.status(text) == status)
    #expect(StatusNormalizer.status(status) == status)
  }

  @Test(arguments: ["aktiv", "active", "", "1", "nicht gesperrt"])
  func nothingToSay(text: String) { #expect(StatusNormalizer.status(text) == nil) }

  @Test func whatHasAnEffectIsKnown() {
    #expect(StatusNormalizer.isKnown("blocked"))
    #expect(!StatusNormalizer.isKnown("sonderfall"))
  }
}
