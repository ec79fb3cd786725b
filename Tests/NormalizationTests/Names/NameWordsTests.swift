internal import Testing

@testable import Normalization

@Suite struct NameWordsTests {
  @Test func germanParticlesAreParticlesOrConnectors() {
    for word in NameWords.germanParticles where word != "und" {
      #expect(NameWords.particles.contains(word))
    }
  }

  @Test func keysAreSpelledAsTheyAreLookedUp() {
    for key in NameWords.nobility.keys { #expect(squashed(key) == key) }
    for key in NameWords.suffixes.keys { #expect(squashed(key) == key) }
    for word in NameWords.partnerWords { #expect(squashed(word) == word) }
  }
}
