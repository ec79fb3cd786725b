internal import Testing

@testable import Normalization

@Suite struct WebsiteNormalizerTests {
  @Test(arguments: [
    ("HTTP://www.Example.de/", "www.example.de"), ("https://example.de/Pfad", "example.de/Pfad"),
    ("www.müller.de", "www.müller.de"),
    ("http\\://www.a.de", "www.a.de"), ("example.de", "example.de"),
  ])
  func normalizedSite(text: String, site: String) {
    #expect(WebsiteNormalizer.normalized(text) == (site, true))
    #expect(WebsiteNormalizer.normalized(site) == (site, true))
  }

  @Test(arguments: ["keine Seite", "a@b.de", "www", "", "http://", "..."])
  func noSite(text: String) { #expect(!WebsiteNormalizer.normalized(text).isValid) }
}
