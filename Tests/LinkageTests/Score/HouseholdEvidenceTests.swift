import Records
import Testing

@testable import Linkage

@Suite struct HouseholdEvidenceTests {
  private func evidence(
    conflicting: Double, agreeing: Double = 1000, housemates: Double = 0
  ) -> HouseholdEvidence {
    var evidence = HouseholdEvidence()
    let equal = Int(BirthDateLevel.equal.rawValue)
    let different = Int(GivenLevel.different.rawValue)
    evidence.add(given: different, birthDate: equal, SIMD4(conflicting, 0, 0, 0))
    evidence.add(given: 1, birthDate: equal, SIMD4(agreeing, 0, 0, 0))
    evidence.add(
      given: different, birthDate: Int(BirthDateLevel.different.rawValue),
      SIMD4(0, 0, housemates, 0))
    return evidence
  }

  @Test func fewConflictsShowNothing() {
    #expect(evidence(conflicting: 29).showsHouseholds)
    #expect(!evidence(conflicting: 31).showsHouseholds)
  }

  @Test func housematesOfOtherDatesShowHouseholds() {
    #expect(evidence(conflicting: 100, housemates: 40).showsHouseholds)
    #expect(!evidence(conflicting: 100, housemates: 30).showsHouseholds)
  }

  @Test func twinsAreNoConflicts() {
    #expect(evidence(conflicting: 50, agreeing: 950).conflictShare == 0.05)
    #expect(evidence(conflicting: 50, agreeing: 950, housemates: 1000).conflictShare == 0)
    #expect(HouseholdEvidence().conflictShare == 0)
  }

  @Test func pairsWithoutDatesCountAsHousematesInProportion() {
    var seen = evidence(conflicting: 100, agreeing: 900, housemates: 10)
    #expect(seen.housemates(perRecordOf: 1000) == 0.02)
    seen.add(given: 1, birthDate: 0, SIMD4(1000, 0, 0, 0))
    #expect(seen.housemates(perRecordOf: 1000) == 0.04)
    #expect(HouseholdEvidence().housemates(perRecordOf: 0) == 0)
    #expect(evidence(conflicting: 40).housemates(perRecordOf: 1000) > 0)
  }

  /// People with one address and birth date each, every fourth also under another given name.
  private func people(_ count: Int, spouses: Bool) -> [Record] {
    (0..<count).flatMap { records($0, spouses: spouses) }
  }

  private func records(_ index: Int, spouses: Bool) -> [Record] {
    let stems = ["Acker", "Dorn", "Falken", "Grund", "Heide", "Kalt", "Moos", "Quer", "Wild"]
    let ends = ["mann", "hauer", "stein", "feld", "hofer", "wald", "berger", "ing", "rich", "lau"]
    let givens = ["Gerlinde", "Rüdiger", "Walburga", "Tankred", "Mechthild", "Eckbert"]
    func draw(_ salt: UInt64, _ below: Int) -> Int {
      var mixed = (UInt64(index) &+ salt << 32) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
      return Int((mixed &* 0xBF58_476D_1CE4_E5B9) >> 40) % below
    }
    func one(_ key: String, _ given: Int, _ person: UInt64 = 0) -> Record {
      Sample.person(
        "\(key)\(index)", givens[given % 6], stems[draw(1, 9)] + ends[draw(2, 10)],
        street: stems[draw(3, 9)] + "weg", number: "\(1 + draw(4, 90))",
        code: "\(10000 + draw(5, 80000))", place: "Ort\(draw(6, 200))",
        born: PartialDate(
          year: 1930 + draw(7 + person, 60), month: 1 + draw(9 + person, 12),
          day: 1 + draw(11 + person, 28)))
    }
    let pair = [one("a", index), one("b", index % 4 == 0 ? index + 1 : index)]
    return spouses ? pair + [one("c", index + 3, 1)] : pair
  }

  @Test func oneDateOfTwoNamesIsOnePersonWhereNobodySharesAHome() {
    let records = people(300, spouses: false)
    let linkage = Linker().link(Sample.columns(records))
    #expect(!linkage.model.persons.knowsHouseholds)
    #expect(linkage.statistics.trainingNotes.contains { $0.english.contains("households") })
    #expect(linkage.clusters.count == 300)
  }

  @Test func spousesShowHouseholds() {
    let linkage = Linker().link(Sample.columns(people(300, spouses: true)))
    #expect(linkage.model.persons.knowsHouseholds)
    #expect(linkage.clusters.count >= 600)
  }
}
