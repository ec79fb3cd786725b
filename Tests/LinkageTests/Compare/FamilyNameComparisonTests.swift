import Testing

@testable import Linkage

@Suite struct FamilyNameComparisonTests {
  @Test(arguments: [
    ("Müller", "Mueller", FamilyLevel.equal), ("Kraft-Raddatz", "Raddatz", .part),
    ("Landl-Johardt", "Johardt-Landl", .part), ("Schmidt", "Schmitd", .close),
    ("Meyer", "Maier", .phonetic),
    ("Albrecht", "Zumwinkel", .different), ("von der Heide", "Heide", .equal),
  ])
  func levelOfNames(left: String, right: String, level: FamilyLevel) {
    let found = Sample.level(
      .family, Sample.person("1", "Ida", left), Sample.person("2", "Ida", right))
    #expect(found == level.rawValue)
  }
}
