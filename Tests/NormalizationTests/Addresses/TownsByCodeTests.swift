internal import Testing

@testable import Normalization

@Suite struct TownsByCodeTests {
  @Test(arguments: [
    ("7545", "Gera", "DE"), ("1067", "Dresden", "DE"), ("6132", "Halle (Saale)", "DE"),
    ("1010", "Wien", "AT"), ("4020", "Linz", "AT"),
    ("8001", "Zürich", "CH"), ("9000", "St. Gallen", "CH"), ("3100", "St. Pölten", "AT"),
  ])
  func townTellsItsCountry(code: String, place: String, country: String) {
    #expect(TownsByCode.country(of: code, place: place) == country)
  }

  @Test func codeAndTownMustAgree() {
    #expect(TownsByCode.country(of: "7545", place: "Wien") == nil)
    #expect(TownsByCode.country(of: "8412", place: "Dorf") == nil)
    #expect(TownsByCode.country(of: "10115", place: "Wien") == nil)
    #expect(TownsByCode.country(of: "", place: "") == nil)
  }
}
