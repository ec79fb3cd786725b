import Records
import Testing

@testable import Linkage

@Suite struct VetoTests {
  private func veto(_ left: String, _ right: String, bits: Float) -> Veto? {
    let comparer = Sample.comparer([
      Sample.person("1", left, "Kranz"), Sample.person("2", right, "Kranz"),
    ])
    return comparer.veto(comparer.columns.rows[0], comparer.columns.rows[1], bits: bits)
  }

  @Test func differentGivenNamesKeepApartUnlessTheScoreIsHigh() {
    #expect(veto("Sabine", "Rüdiger", bits: 2) == .givenNames)
    #expect(veto("Sabine", "Rüdiger", bits: 9) == nil)
    #expect(veto("Sabine", "S.", bits: 2) == nil)
    #expect(veto("", "Sabine", bits: 2) == nil)
  }

  @Test func whereNobodySharesAHomeTheScoreTells() {
    func judged(_ left: Record, _ right: Record, bits: Float) -> Veto? {
      var model = LinkageModel.shipped
      model.persons.knowsHouseholds = false
      let comparer = Sample.comparer([left, right]).judging(by: model)
      return comparer.veto(comparer.columns.rows[0], comparer.columns.rows[1], bits: bits)
    }
    func named(_ given: String, _ salutation: String = "", suffix: String = "") -> Record {
      Sample.person(
        given, given, "Kranz", street: "Am Wall", number: "3", code: "10115", place: "Berlin",
        born: date(1950, 3, 4), suffix: suffix, salutation: salutation)
    }
    #expect(judged(named("Sabine"), named("Rüdiger"), bits: 1) == nil)
    #expect(judged(named("Sabine"), named("Rüdiger"), bits: -1) == .givenNames)
    #expect(judged(named("Julia"), named("Juliane"), bits: 1) == nil)
    #expect(judged(named("Jörg", "Herr"), named("Silke", "Frau"), bits: 1) == nil)
    #expect(
      judged(named("Karl", suffix: "sen."), named("Karl", suffix: "jun."), bits: 20)
        == .generations)
  }

  private func veto(_ left: Record, _ right: Record, bits: Float = 8) -> Veto? {
    let comparer = Sample.comparer([left, right])
    let rows = comparer.columns.rows
    return comparer.veto(rows[0], rows[1], bits: bits)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> PartialDate {
    PartialDate(year: year, month: month, day: day)
  }

  @Test func womanAndManOfTwoNamesAreNeverOne() {
    func at(_ given: String, _ salutation: String) -> Record {
      Sample.person(given, given, "Strohmeyer", salutation: salutation)
    }
    #expect(veto(at("Ulrich", "Herr"), at("Ulrike", "Frau"), bits: 20) == .genders)
    #expect(veto(at("Jörg", "Herr"), at("Silke", "Frau"), bits: 20) == .genders)
    #expect(veto(at("", "Herr"), at("Ulrike", "Frau"), bits: 4) == .genders)
    #expect(veto(at("", "Herr"), at("Ulrike", "Frau"), bits: 6) == nil)
    #expect(veto(at("Ulrich", "Herr"), at("Ulrich", "Frau")) == nil)
    #expect(veto(at("Ulrich", "Herr"), at("Uli", "Frau")) == nil)
  }

  @Test func birthDatesAGenerationApartKeepNamesakesApart() {
    func born(_ date: PartialDate) -> Record { Sample.person("1", "Karl", "Brandner", born: date) }
    let father = born(date(1948, 11, 2))
    #expect(veto(father, born(date(1979, 4, 3)), bits: 6) == .birthDates)
    #expect(veto(father, born(date(1979, 4, 3)), bits: 8) == nil)
    #expect(veto(father, born(date(1953, 4, 3)), bits: 6) == nil)
    #expect(veto(father, born(date(1979, 11, 2)), bits: 6) == nil)
    #expect(veto(father, born(date(1979, 2, 11)), bits: 6) == nil)
    #expect(veto(father, born(date(1978, 11, 9)), bits: 6) == nil)
    #expect(veto(father, born(date(1978, 4, 3)), bits: 6) == .birthDates)
    #expect(veto(father, born(date(1948, 2, 11)), bits: 6) == nil)
    #expect(veto(father, born(date(1984, 11, 2)), bits: 6) == nil)
    #expect(veto(father, born(date(1948, 11, 20)), bits: 6) == nil)
    #expect(veto(father, born(date(1900, 1, 1)), bits: 6) == nil)
    #expect(veto(father, born(PartialDate(year: 1979, month: 0, day: 0)), bits: 6) == nil)
  }

  @Test(arguments: [("Julia", "Juliane"), ("Jan", "Jann")])
  func twinsWaitUnlessAValueOfTheirOwnIsOne(left: String, right: String) {
    func child(_ given: String, street: String = "Isarstraße", mobile: String = "") -> Record {
      Sample.person(
        given, given, "Sommerlath", street: street, number: "3", code: "80331", place: "München",
        mobile: mobile, born: date(1990, 7, 7))
    }
    #expect(veto(child(left), child(right)) == .twins)
    #expect(
      veto(child(left, mobile: "+4917012345"), child(right, mobile: "+4917012345")) == nil)
    #expect(veto(child(left), child(right, street: "Elballee")) == nil)
    #expect(veto(child("Julia"), child("Jule")) == nil)
  }

  @Test func seniorAndJuniorAreNeverOne() {
    let names = ["sen.", "jun."].map { Sample.person($0, "Karl", "Brandt", suffix: $0) }
    #expect(veto(names[0], names[1], bits: 50) == .generations)
  }

  @Test func onlySomeVetoesLeaveAQuestion() {
    let closed: Set<Veto> = [.genders, .generations, .vatIDs]
    for veto in [
      Veto.givenNames, .genders, .twins, .generations, .birthDates, .vatIDs, .organizationNames,
      .sisterFirms,
    ] {
      #expect(veto.isQuestion == !closed.contains(veto))
    }
  }
  @Test func namesWithATellingWordOfTheirOwnAreNeverSure() {
    let names = ["Kranz", "Kranz Isolde", "Kranz"] + (0..<200).map { "Firma\($0)" }
    let comparer = Sample.comparer(names.enumerated().map { Sample.organization("\($0)", $1) })
    let rows = comparer.columns.rows
    #expect(comparer.mostBits(rows[0], rows[1]) == PairComparer.mostOfOtherNames)
    #expect(comparer.mostBits(rows[0], rows[2]) == .infinity)
  }

  @Test func oneNumberOfTheirOwnOutweighsGivenNames() {
    let records = (0..<20).map {
      Sample.person("\($0)", "Ute", "Kranz", extra: "\(4_815_162_343 + $0)")
    }
    let first = Sample.person("a", "Sabine", "Kranz", extra: "4815162342")
    let second = Sample.person("b", "Rüdiger", "Kranz", extra: "4815162342")
    let comparer = Sample.comparer(records + [first, second])
    let rows = comparer.columns.rows
    #expect(comparer.veto(rows[20], rows[21], bits: 2) == nil)
  }
}
