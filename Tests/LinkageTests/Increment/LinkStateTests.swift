import Records
import Testing

@testable import Linkage

/// Increment equals batch: whatever comes, changes and goes, a linking that compares only what has
/// changed finds what one finds that compares all.
@Suite struct LinkStateTests {
  /// A world in which much is shared: mailboxes, switchboards, names, houses.
  private struct World {
    var random: UInt64
    var living: [Record] = []
    private var made = 0

    init(seed: UInt64) { random = seed }

    mutating func number(below limit: Int) -> Int {
      random = mixed(random)
      return Int(random % UInt64(limit))
    }

    mutating func newRecord() -> Record {
      made += 1
      return record("r\(made)")
    }

    private mutating func pick(_ values: [String]) -> String { values[number(below: values.count)] }

    mutating func record(_ key: String) -> Record {
      let house = "\(number(below: 4) + 1)"
      let code = pick(["04109", "04229", "99084", ""])
      let phone = pick(["", "+4934112345\(number(below: 4))", "+493411234567", "+49361998877"])
      if number(below: 4) == 0 {
        return Sample.organization(
          key, pick(["Kranz Optik", "Kranz Leipzig", "Leipzig Bau", "Dorn Bau"]),
          form: pick(["GmbH", "", "AG"]), street: pick(["Markt", "Ring", ""]), number: house,
          code: code, place: pick(["Leipzig", "Erfurt", "Bau"]),
          email: pick(["info@kranz.example", "kranzoptik@web.example", ""]), phone: phone)
      }
      let family = pick(["Meyer", "Meier", "Dorn", "Dorn-Meyer", "Falk", "Acker"])
      return Sample.person(
        key, pick(["Hans", "Anna", "H.", "Peter", "Hanna", ""]), family,
        organization: pick(["", "", "", "Kranz Optik"]), street: pick(["Markt", "Ring", ""]),
        number: house, code: code, place: pick(["Leipzig", "Erfurt"]),
        email: pick(["", "\(family)@web.example", "kranzoptik@web.example", "a@b.example"]),
        phone: phone, extra: pick(["", "\(10_000 + number(below: 30))"]))
    }

    mutating func change() {
      for _ in 0..<number(below: 6) { living.append(newRecord()) }
      for _ in 0..<number(below: 4) where living.count > 1 {
        living.remove(at: number(below: living.count))
      }
      for _ in 0..<number(below: 3) where !living.isEmpty {
        let place = number(below: living.count)
        living[place] = record(living[place].key)
      }
    }
  }

  /// What a linkage says, by the records' keys.
  private struct Findings: Hashable {
    var clusters: Set<Set<String>>
    var waiting: Set<Set<String>>
    var questions: Set<String>
    var relations: Set<String>

    init(_ linkage: Linkage, _ records: [Record]) {
      func keys(_ cluster: Cluster) -> Set<String> { Set(cluster.members.map { records[$0].key }) }
      clusters = Set(linkage.clusters.map(keys))
      waiting = Set(linkage.clusters.filter { $0.status == .review }.map(keys))
      questions = Set(
        linkage.reviewPairs.map {
          "\([records[$0.left].key, records[$0.right].key].sorted()) \($0.totalInBits)"
        })
      let numbers = linkage.clusterNumbers
      relations = Set(
        linkage.relations.map { relation in
          // Which record stands for its cluster is no matter.
          let ends = [relation.left, relation.right].map {
            linkage.clusters[numbers[$0]].members.map { records[$0].key }.min() ?? ""
          }
          return "\(relation.kind) \(relation.kind == .worksAt ? ends : ends.sorted())"
        })
    }
  }

  private static let options = LinkOptions(at: .balanced, blockLimit: 7, keepsState: true)

  @Test(arguments: 1...8)
  func incrementEqualsBatch(seed: Int) throws {
    var world = World(seed: UInt64(seed))
    for _ in 0..<60 { world.living.append(world.newRecord()) }
    var records = world.living
    var columns = Sample.columns(records)
    let first = Linker(options: Self.options).link(columns)
    var state = try #require(first.state)
    let linker = Linker(model: first.model.frozen(for: columns), options: Self.options)
    var touched = 0
    for _ in 0..<12 {
      world.change()
      (columns, state) = Self.follow(world.living, columns, records, state)
      records = world.living
      let increment = linker.link(columns, since: state)
      let batch = linker.link(Sample.columns(records))
      #expect(Findings(increment, records) == Findings(batch, records))
      #expect(
        increment.statistics.candidatePairs.values.reduce(0, +)
          <= batch.statistics.candidatePairs.values.reduce(0, +))
      touched += increment.statistics.candidatePairs.values.reduce(0, +)
      state = try #require(increment.state)
    }
    #expect(touched > 0)
  }

  /// Carries columns and state over to other records: those that are equal stay, others are appended.
  private static func follow(
    _ new: [Record], _ columns: Columns, _ old: [Record], _ state: LinkState
  ) -> (Columns, LinkState) {
    var columns = columns
    var order: [Int] = []
    var numbers = [Int?](repeating: nil, count: old.count)
    for (place, record) in new.enumerated() {
      if let known = old.firstIndex(where: { $0.key == record.key && $0.values == record.values }) {
        order.append(known)
        numbers[known] = place
      } else {
        order.append(columns.append(record, numbering: "erp"))
      }
    }
    columns.arrange(by: order)
    return (columns, state.renumbered(numbers, count: new.count))
  }

  @Test func whatIsAsBeforeIsNotCompared() throws {
    let columns = Sample.columns(Sample.crowd(100))
    let first = Linker(options: Self.options).link(columns)
    let linker = Linker(model: first.model.frozen(for: columns), options: Self.options)
    let again = linker.link(columns, since: first.state)
    #expect(again.statistics.candidatePairs.values.reduce(0, +) == 0)
    #expect(again.clusters == first.clusters)
    #expect(again.reviewPairs == first.reviewPairs)
    #expect(again.relations == first.relations)
  }

  @Test func withoutAFrozenModelAllIsCompared() {
    let columns = Sample.columns(Sample.crowd(100))
    let first = Linker(options: Self.options).link(columns)
    let again = Linker(options: Self.options).link(columns, since: first.state)
    #expect(again.statistics.candidatePairs == first.statistics.candidatePairs)
  }

  @Test func whoLosesANeighborIsComparedAnew() {
    let state = LinkState(
      marks: [1, 3, 5], edges: [Edge(left: 0, right: 2, weight: Weight(bits: 4))])
    let after = state.renumbered([0, 1, nil], count: 2)
    #expect(after.marks == [0, 3])
    #expect(after.edges.isEmpty)
  }
}
