import Testing

@testable import Linkage

@Suite struct OwnGivenNamesTests {
  @Test(arguments: [
    ("Julia", Gender.female), ("Juliane", .female), ("Jan", .male), ("Jann", .male),
    ("Jürgen", .male), ("Cäcilia", .female), ("Jule", .unknown), ("Uli", .unknown), ("", .unknown),
  ])
  func genderOfName(name: String, gender: Gender) {
    #expect(OwnGivenNames.gender(of: folded(name)[...]) == gender)
  }
}
