internal import Records
internal import Testing

@testable import Normalization

@Suite struct KindNormalizerTests {
  @Test(arguments: [
    ("Firma", Record.Kind.organization), ("org", .organization), ("Unternehmen", .organization),
    ("2", .organization), ("privat", .person),
    ("Person", .person), ("1", .person), ("contact", .contactPerson),
    ("Ansprechpartner", .contactPerson), ("Familie", .household),
  ])
  func kindOfWord(text: String, kind: Record.Kind) { #expect(KindNormalizer.kind(text) == kind) }

  @Test func kindsReadBackAsThemselves() {
    for kind in Record.Kind.allCases { #expect(KindNormalizer.kind(kind.rawValue) == kind) }
    #expect(KindNormalizer.kind("0") == nil && KindNormalizer.kind("") == nil)
  }
}
