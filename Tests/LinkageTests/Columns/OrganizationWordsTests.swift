import Testing

@testable import Linkage

@Suite struct OrganizationWordsTests {
  @Test func abbreviationsHaveOneSpelling() {
    #expect(Array(OrganizationWords.canonical(folded("Gebr.")[...])) == folded("Gebrüder"))
    #expect(OrganizationWords.isConnector(folded("und")[...]))
    #expect(!OrganizationWords.isConnector(folded("Bau")[...]))
  }
}
