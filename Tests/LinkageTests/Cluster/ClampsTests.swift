import Records
import Testing

@testable import Linkage

/// What people said of pairs holds, whatever the values say and in whatever order records come.
@Suite struct ClampsTests {
  // MARK: Laws

  /// People with much in common, so that weights alone would join some and part others.
  private static func people(_ count: Int, seed: UInt64) -> [Record] {
    var random = seed
    func number(_ limit: UInt64) -> Int {
      random = mixed(random &+ 1)
      return Int(random % limit)
    }
    return (0..<count).map { index in
      let family = ["Meyer", "Meier", "Dorn", "Falk"][number(4)]
      return Sample.person(
        "p\(index)", ["Hans", "Anna", "H.", ""][number(4)], family, street: "Markt",
        number: "\(number(3) + 1)", code: "0410\(number(3))", place: "Leipzig",
        email: number(2) == 0 ? "" : "\(family)@web.example",
        phone: number(2) == 0 ? "" : "+493411234\(number(4))")
    }
  }

  private static func clamps(_ count: Int, of records: Int, seed: UInt64) -> [Clamps.Pair] {
    var random = seed &* 7919
    func number(_ limit: Int) -> Int {
      random = mixed(random &+ 1)
      return Int(random % UInt64(limit))
    }
    let kinds: [DecisionKind] = [.same, .different, .unsure, .household, .sharedMailbox]
    return (0..<count).compactMap { _ in
      let (left, right) = (number(records), number(records))
      return left == right ? nil : Clamps.Pair(left: left, right: right, kind: kinds[number(5)])
    }
  }

  private static func linkage(
    _ records: [Record], _ pairs: [Clamps.Pair], since state: LinkState? = nil,
    model: LinkageModel = .shipped
  ) -> Linkage {
    var options = LinkOptions(at: .balanced, trains: false, keepsState: true)
    options.clamps = Clamps(pairs)
    return Linker(model: model, options: options).link(Sample.columns(records), since: state)
  }

  @Test(arguments: 1...10)
  func clampsHoldAndTheOrderOfRecordsDoesNotMatter(seed: Int) {
    let records = Self.people(40, seed: UInt64(seed))
    let pairs = Self.clamps(14, of: records.count, seed: UInt64(seed))
    let linkage = Self.linkage(records, pairs)
    let numbers = linkage.clusterNumbers
    let refused = Set(Clamps(pairs).conflicts(records: records.count).map(\.same))
    for (place, pair) in pairs.enumerated() {
      let isOne = numbers[pair.left] == numbers[pair.right]
      if pair.kind.isApart { #expect(!isOne) }
      if pair.kind == .same, !refused.contains(place) { #expect(isOne) }
      // Nobody is asked again, about any two records of the two.
      let ends = [numbers[pair.left], numbers[pair.right]].sorted()
      #expect(
        !linkage.reviewPairs.contains { [numbers[$0.left], numbers[$0.right]].sorted() == ends })
      guard let kind = pair.kind.relation else { continue }
      #expect(
        linkage.relations.contains {
          $0.kind == kind && [$0.left, $0.right].sorted() == [pair.left, pair.right].sorted()
        })
    }
    // The same records and decisions the other way round.
    let last = records.count - 1
    let turned = Self.linkage(
      Array(records.reversed()),
      pairs.map { Clamps.Pair(left: last - $0.left, right: last - $0.right, kind: $0.kind) })
    func keys(_ linkage: Linkage, _ records: [Record]) -> Set<Set<String>> {
      Set(linkage.clusters.map { Set($0.members.map { records[$0].key }) })
    }
    #expect(keys(linkage, records) == keys(turned, records.reversed()))
  }

  @Test(arguments: 1...8)
  func whatIsComparedAloneForNewDecisionsIsWhatAllWouldGive(seed: Int) {
    let records = Self.people(40, seed: UInt64(seed))
    let columns = Sample.columns(records)
    let model = LinkageModel.shipped.frozen(for: columns)
    var frozen = model
    frozen.cuts = LinkageModel.Cuts(safeInBits: 8, balancedInBits: 0)
    var state = Self.linkage(records, [], model: frozen).state
    for step in 1...5 {
      let pairs = Self.clamps(step * 3 % 11, of: records.count, seed: UInt64(seed))
      let increment = Self.linkage(records, pairs, since: state, model: frozen)
      let batch = Self.linkage(records, pairs, model: frozen)
      #expect(increment.clusters == batch.clusters)
      #expect(increment.reviewPairs == batch.reviewPairs)
      #expect(increment.relations == batch.relations)
      state = increment.state
    }
  }

  // MARK: Cases

  private let strangers = [
    Sample.person("a", "Alma", "Quast", code: "01067", place: "Dresden"),
    Sample.person("b", "Falk", "Harkort", code: "24103", place: "Kiel"),
    Sample.person("c", "Alma", "Quast", code: "01067", place: "Dresden", email: "q@web.example"),
  ]

  @Test func sameJoinsWhatNoBlockBringsTogether() {
    #expect(Self.linkage(strangers, []).clusterNumbers[0] != 1)
    let joined = Self.linkage(strangers, [Clamps.Pair(left: 0, right: 1, kind: .same)])
    #expect(joined.clusterNumbers[0] == joined.clusterNumbers[1])
    #expect(joined.clusters[0].status != .single)
  }

  @Test func sameIsOverVetoes() {
    let senior = Sample.person("a", "Hans", "Meyer", code: "01067", place: "Ulm", suffix: "sen.")
    let junior = Sample.person("b", "Hans", "Meyer", code: "01067", place: "Ulm", suffix: "jun.")
    let free = Self.linkage([senior, junior], [])
    #expect(free.clusters.count == 2)
    let joined = Self.linkage([senior, junior], [Clamps.Pair(left: 0, right: 1, kind: .same)])
    #expect(joined.clusters.count == 1)
  }

  @Test func differentPartsAlsoOverThirdRecords() {
    let twins = (0..<4).map {
      Sample.person(
        "t\($0)", "Anna", "Dorn", street: "Markt", number: "1", code: "04109", place: "Leipzig",
        email: "anna.dorn@web.example", born: PartialDate(year: 1980, month: 4, day: 3))
    }
    #expect(Self.linkage(twins, []).clusters.count == 1)
    let parted = Self.linkage(twins, [Clamps.Pair(left: 0, right: 3, kind: .different)])
    #expect(parted.clusters.count == 2)
    #expect(parted.clusterNumbers[0] != parted.clusterNumbers[3])
    #expect(parted.reviewPairs.isEmpty)
  }

  @Test func differentWinsOverAChainOfSameAndTheLaterOfTheChain() {
    // The first is the most binding.
    let clamps = Clamps([
      Clamps.Pair(left: 0, right: 2, kind: .different), Clamps.Pair(left: 1, right: 2, kind: .same),
      Clamps.Pair(left: 0, right: 1, kind: .same),
    ])
    let conflicts = clamps.conflicts(records: 3)
    #expect(conflicts.map(\.same) == [2])
    #expect(conflicts.map(\.different) == [[0]])
    let numbers = Self.linkage(strangers, clamps.pairs).clusterNumbers
    #expect(numbers[1] == numbers[2] && numbers[0] != numbers[2])
  }

  @Test func worksAtKeepsItsDirection() {
    let firm = Sample.organization("o", "Kranz Optik", form: "GmbH", place: "Leipzig")
    let records = [firm] + strangers
    let linked = Self.linkage(records, [Clamps.Pair(left: 2, right: 0, kind: .worksAt)])
    #expect(linked.relations.contains(Relation(.worksAt, left: 2, right: 0)))
  }

  @Test func manySaidToBeOneAreOne() {
    let many = (0..<320).map { Sample.person("m\($0)", "Name\($0)", "Fam\($0)") }
    let pairs = (1..<320).map { Clamps.Pair(left: $0 - 1, right: $0, kind: .same) }
    #expect(Self.linkage(many, pairs).clusters.count == 1)
  }
}
