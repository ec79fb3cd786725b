import Records
import Testing

@testable import Linkage

@Suite struct ScoreBoundComparisonsTests {
  /// Names and contact points of one pair at a glance: nearer values never lose more.
  @Test func equalNamesLoseLessThanOtherNames() {
    let glances = Glances([
      Sample.person("1", "Hans", "Kranz", email: "hans@kranz.example"),
      Sample.person("2", "Hans", "Kranz", email: "hans@kranz.example"),
      Sample.person("3", "Ida", "Moos", email: "zoe@moos.example"),
      Sample.person("4", "Zacharias", "Feldhuber"),
    ])
    #expect(glances[0, 1].family.x > glances[0, 2].family.x)
    #expect(glances[0, 1].given.x > glances[0, 2].given.x)
    #expect(glances[0, 1].email.x > glances[0, 2].email.x)
    #expect(glances[0, 3].email == .zero)
  }

  @Test func namesInEachOthersFieldStayOpen() {
    let glances = Glances([
      Sample.person("1", "Kranzler", "Friedhelm"), Sample.person("2", "Friedhelm", "Kranzler"),
      Sample.person("3", "Ida", "Moos"),
    ])
    #expect(glances[0, 1].given == .zero)
    #expect(glances[0, 2].given != .zero)
  }
}
