internal import Testing

@testable import Normalization

@Suite struct SalutationNormalizerTests {
  @Test(arguments: [
    ("Herr", "Herr"), ("Herrn", "Herr"), ("Hr.", "Herr"), ("mr", "Herr"), ("Mr.", "Herr"),
    ("Frau", "Frau"), ("Fr.", "Frau"),
    ("mrs", "Frau"), ("Ms", "Frau"), ("Fräulein", "Frau"), ("Fam.", "Familie"),
    ("Herr und Frau", "Familie"),
    ("Eheleute", "Familie"), ("Firma", "Firma"), ("Fa.", "Firma"), ("Sehr geehrter Herr", "Herr"),
    ("Divers", "Divers"),
    ("Werte Dame", "Werte Dame"), ("", ""),
  ])
  func normalizedSalutation(text: String, salutation: String) {
    #expect(SalutationNormalizer.normalized(text).text == salutation)
    #expect(SalutationNormalizer.normalized(salutation).text == salutation)
  }

  @Test func titleInsideIsSetApart() {
    let salutation = SalutationNormalizer.normalized("Frau Dr.")
    #expect(salutation.text == "Frau" && salutation.title == "Dr." && salutation.gender == .female)
  }

  @Test(arguments: [
    ("m", "male"), ("weiblich", "female"), ("W", "female"), ("divers", "diverse"), ("Herr", "male"),
  ])
  func genderOfColumn(text: String, gender: String) {
    #expect(SalutationNormalizer.gender(text)?.rawValue == gender)
  }

  @Test func shortWordsInNamesNeedTheirDot() {
    #expect(SalutationNormalizer.inName("Fr.") != nil)
    #expect(SalutationNormalizer.inName("Fr") == nil)
    #expect(SalutationNormalizer.inName("H.") == nil)
  }
}
