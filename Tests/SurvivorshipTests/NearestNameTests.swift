import Testing

@testable import Survivorship

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("", "", 0), ("kitten", "sitting", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 2),
  ])
  func distanceOfWords(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(editDistance(Array(right.utf8), Array(left.utf8)) == distance)
  }

  @Test func theNearestIsFound() {
    #expect(nearestName(to: "fone", among: ["phone", "email"]) == nil)
    #expect(nearestName(to: "phones", among: ["phone", "email"]) == "phone")
    #expect(nearestName(to: "", among: ["phone"]) == nil)
    #expect(nearestName(to: "phone", among: []) == nil)
  }
}
