internal import Testing

@testable import Normalization

@Suite struct NamePartsTests {
  @Test(arguments: [
    ("von der Heide", "von der", "Heide"), ("VON STEIN", "von", "Stein"),
    ("Graf Lambsdorff", "Graf", "Lambsdorff"),
    ("Freiherr von und zu Guttenberg", "Freiherr von und zu", "Guttenberg"), ("Graf", "", "Graf"),
    ("De Luca", "De", "Luca"), ("van der Berg", "van der", "Berg"), ("v. Stein", "von", "Stein"),
    ("v. d. Heide", "von der", "Heide"), ("Müller zu Stein", "", "Müller zu Stein"),
    ("Von", "", "Von"),
    ("Frhr. v. Stein", "Freiherr von", "Stein"), ("in der Au", "in der", "Au"),
    ("der Große", "", "Der Große"),
  ])
  func partsOfFamilyName(text: String, particle: String, family: String) {
    let parts = FamilyParts(words(of: text))
    #expect(parts.particle == particle)
    #expect(parts.family == family)
  }

  @Test(arguments: [
    ("Hans", "Hans", "", ""), ("Hans Peter", "Hans Peter", "", ""), ("Salma K.", "Salma", "K.", ""),
    ("H. P.", "H.", "P.", ""), ("Hans von der", "Hans", "", "von der"), ("H", "H.", "", ""),
    ("HANS VON", "Hans", "", "von"), ("Hans v. d.", "Hans", "", "von der"),
    ("Hans D.", "Hans", "D.", ""),
  ])
  func partsOfGivenName(text: String, given: String, middle: String, particle: String) {
    let parts = GivenParts(words(of: text))
    #expect(parts.given == given)
    #expect(parts.middle == middle)
    #expect(parts.particle == particle)
  }
}
