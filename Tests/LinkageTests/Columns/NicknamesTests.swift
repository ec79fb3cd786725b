import Testing

@testable import Linkage

@Suite struct NicknamesTests {
  @Test(arguments: [
    ("Siegfried", "Siggi"), ("Margarete", "Grete"), ("William", "Bill"), ("Mehmet", "Mohammed"),
  ])
  func oneGroup(name: String, nickname: String) {
    let group = Nicknames.group(of: folded(name)[...])
    #expect(group != 0 && group == Nicknames.group(of: folded(nickname)[...]))
  }

  @Test func unknownNamesAreInNone() {
    #expect(Nicknames.group(of: folded("Xyzzy")[...]) == 0)
  }
}
