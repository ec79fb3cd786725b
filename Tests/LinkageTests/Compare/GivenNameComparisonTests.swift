import Testing

@testable import Linkage

@Suite struct GivenNameComparisonTests {
  @Test(arguments: [
    ("Hans", "HANS", GivenLevel.equal), ("Hans-Peter", "Hanspeter", .equal),
    ("Siegfried", "Siggi", .nickname),
    ("Hans-Peter", "Peter", .part), ("Stefan", "Stephan", .nickname),
    ("Wilhelmina", "Wilhelmena", .close),
    ("K.", "Klaus", .initial), ("K.", "Petra", .otherInitial), ("Martin", "Martina", .similar),
    ("Mario", "Maria", .similar), ("Sabine", "Rüdiger", .different), ("Jörg", "Joerg", .equal),
  ])
  func levelOfNames(left: String, right: String, level: GivenLevel) {
    let found = Sample.level(
      .given, Sample.person("1", left, "Kranz"), Sample.person("2", right, "Kranz"))
    #expect(found == level.rawValue)
  }

  @Test func swappedNamesAreOneLevel() {
    let left = Sample.person("1", "Markus", "Kelster")
    #expect(
      Sample.level(.given, left, Sample.person("2", "Kelster", "Markus"))
        == GivenLevel.swapped.rawValue)
    #expect(Sample.level(.family, left, Sample.person("2", "Kelster", "Markus")) == 0)
  }

  @Test(arguments: [
    ("uwe.mudauer@example.org", GivenLevel.mailed), ("u.mudauer@example.org", .mailedInitial),
    ("mudaueruwe@example.org", .mailed), ("petra.mudauer@example.org", .mailedDifferent),
    ("info@example.org", .missing), ("familie.mudauer@example.org", .missing),
  ])
  func givenNameIsReadFromTheMailAddress(email: String, level: GivenLevel) {
    let nameless = Sample.person("1", "", "Mudauer", email: email)
    #expect(Sample.level(.given, nameless, Sample.person("2", "Uwe", "Mudauer")) == level.rawValue)
  }
}
