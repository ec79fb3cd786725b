internal import Testing

@testable import Normalization

@Suite struct VATIDNormalizerTests {
  /// DE136695976 and ATU13585627 are the published examples of their check-digit rules.
  @Test(arguments: [
    ("DE 136 695 976", "DE136695976"), ("de136695976", "DE136695976"),
    ("USt-IdNr. DE136695976", "DE136695976"), ("ATU13585627", "ATU13585627"),
    ("CHE-107.787.577 MWST", "CHE107787577"), ("CHE-107.787.577", "CHE107787577"),
    ("NL 123456789B01", "NL123456789B01"),
    ("FR 12 345678901", "FR12345678901"),
  ])
  func validIDs(text: String, id: String) {
    #expect(VATIDNormalizer.normalized(text) == VATID(text: id))
    #expect(VATIDNormalizer.normalized(id) == VATID(text: id))
  }

  @Test(arguments: [
    ("DE136695975", VATID.Finding.checkDigit), ("ATU13585626", .checkDigit),
    ("CHE107787578", .checkDigit), ("DE12345", .form), ("12/345/67890", .form),
    ("", .form), ("XX123", .form),
  ])
  func invalidIDs(text: String, finding: VATID.Finding) {
    #expect(VATIDNormalizer.normalized(text).finding == finding)
  }

  @Test func bareDigitsAreGermanOnlyInGermany() {
    #expect(VATIDNormalizer.normalized("136695976", country: "DE").text == "DE136695976")
    #expect(VATIDNormalizer.normalized("136695976", country: "AT").finding == .form)
    #expect(VATIDNormalizer.normalized("136695975", country: "DE").finding == .form)
  }
}
