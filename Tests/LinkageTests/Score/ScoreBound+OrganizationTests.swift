import Records
import Testing

@testable import Linkage

@Suite struct ScoreBoundOrganizationTests {
  @Test func namesLoseByWhatTheirWordsShare() {
    let names = ["Kranz Maschinenbau", "Kranz Maschinen", "Moos Spedition", "Kranz Maschinenbau"]
    let glances = Glances(
      names.enumerated().map { Sample.organization("\($0)", $1) }, .organization)
    #expect(glances[0, 3].organization.x > glances[0, 2].organization.x)
    #expect(glances[0, 1].organization.x > glances[0, 2].organization.x)
  }

  @Test func initialsOfANameStayPossible() {
    let names = ["Kranz Maschinenbau Leipzig", "KML", "Moos"]
    let glances = Glances(
      names.enumerated().map { Sample.organization("\($0)", $1) }, .organization)
    #expect(glances[0, 1].organization.x > glances[1, 2].organization.x)
  }
}
