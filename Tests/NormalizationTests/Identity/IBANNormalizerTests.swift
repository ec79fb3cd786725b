internal import Testing

@testable import Normalization

@Suite struct IBANNormalizerTests {
  /// The examples of the IBAN registry.
  @Test(arguments: [
    "DE89 3704 0044 0532 0130 00", "AT61 1904 3002 3457 3201", "CH93 0076 2011 6238 5295 7",
    "GB29NWBK60161331926819", "iban: nl91abna0417164300",
  ])
  func validIBANs(text: String) {
    let iban = IBANNormalizer.normalized(text)
    #expect(iban.finding == nil)
    #expect(IBANNormalizer.normalized(iban.text) == iban)
  }

  @Test(arguments: [
    ("DE89370400440532013001", IBAN.Finding.checkDigit), ("DE8937040044053201300", .form),
    ("0532013000", .form), ("", .form), ("DE", .form),
  ])
  func invalidIBANs(text: String, finding: IBAN.Finding) {
    #expect(IBANNormalizer.normalized(text).finding == finding)
  }
}
