import Records
import Testing

@testable import Linkage

@Suite struct LinkerTests {
  private func clusters(_ records: [Record], _ options: LinkOptions = LinkOptions()) -> Set<
    Set<String>
  > {
    let linkage = Linker(options: options).link(Sample.columns(records))
    return Set(linkage.clusters.map { Set($0.members.map { records[$0].key }) })
  }

  @Test func fourMeyersAreOne() {
    let records = [
      Sample.person(
        "1", "Hans", "Meyer", street: "Am Anger", number: "3", code: "99084", place: "Erfurt",
        email: "hans.meyer@example.org"),
      Sample.person(
        "2", "Hans", "Meier", street: "Am Anger", number: "3", code: "99084", place: "Erfurt",
        phone: "+4936112345"),
      Sample.person(
        "3", "Hans", "Maier", code: "99084", place: "Erfurt", email: "hans.meyer@example.org",
        phone: "+4936112345"),
      Sample.person(
        "4", "H.", "Meyer", street: "Am Anger", number: "3", code: "99084", place: "Erfurt",
        email: "hans.meyer@example.org"),
    ]
    #expect(clusters(records) == [["1", "2", "3", "4"]])
  }

  @Test func spousesStayApart() {
    let home = (street: "Lindenweg", number: "7", code: "20095", place: "Hamburg")
    let records = [
      Sample.person(
        "1", "Jörg", "Petersen", street: home.street, number: home.number, code: home.code,
        place: home.place, phone: "+494012345678"),
      Sample.person(
        "2", "Silke", "Petersen", street: home.street, number: home.number, code: home.code,
        place: home.place, phone: "+494012345678"),
    ]
    let linkage = Linker().link(Sample.columns(records))
    #expect(linkage.clusters.count == 2)
    #expect(linkage.relations.contains(Relation(.household, left: 0, right: 1)))
  }

  @Test func fatherAndSonOfOneNameStayApart() {
    let records = [
      Sample.person(
        "1", "Karl", "Brandt", street: "Ring", number: "1", code: "01067", place: "Dresden",
        born: PartialDate(year: 1940, month: 3, day: 2), suffix: "sen."),
      Sample.person(
        "2", "Karl", "Brandt", street: "Ring", number: "1", code: "01067", place: "Dresden",
        born: PartialDate(year: 1968, month: 9, day: 30), suffix: "jun."),
    ]
    #expect(clusters(records).count == 2)
  }

  @Test func firmsOfOneNameInTwoTownsStayApart() {
    let records = [
      Sample.organization(
        "1", "Müller", form: "GmbH", street: "Hafen", number: "1", code: "20457", place: "Hamburg",
        phone: "+494011111111"),
      Sample.organization(
        "2", "Müller", form: "GmbH", street: "Isar", number: "9", code: "80331", place: "München",
        phone: "+498922222222"),
    ]
    #expect(clusters(records).count == 2)
  }

  @Test func noRecordsGiveNoClusters() {
    let linkage = Linker().link(Columns())
    #expect(linkage.clusters.isEmpty && linkage.relations.isEmpty)
  }

  @Test func recordsWithoutAnyFeatureStaySingle() {
    let records = [Sample.person("1"), Sample.person("2")]
    #expect(clusters(records) == [["1"], ["2"]])
  }

  @Test func resultIsTheSameForAnyExecutor() {
    let columns = Sample.columns(Sample.crowd(300))
    let serial = Linker().link(columns)
    let reverse = Linker().link(columns, on: ReverseExecutor())
    #expect(serial.clusters == reverse.clusters)
    #expect(serial.pairs == reverse.pairs)
    #expect(serial.reviewPairs == reverse.reviewPairs)
    #expect(serial.relations == reverse.relations)
    #expect(serial.model == reverse.model)
  }

  @Test func resultIsTheSameForAnyOrder() {
    let records = Sample.crowd(300)
    let shuffled = records.indices.sorted { mixed(UInt64($0)) < mixed(UInt64($1)) }.map {
      records[$0]
    }
    for options in [LinkOptions(at: .balanced), LinkOptions(at: .safe)] {
      #expect(clusters(records, options) == clusters(records.reversed(), options))
      #expect(clusters(records, options) == clusters(shuffled, options))
    }
  }

  @Test func duplicatesInACrowdAreFound() {
    let found = clusters(Sample.crowd(300)).filter { $0.count > 1 }
    #expect(found.count == 60)
    #expect(found.allSatisfy { $0.count == 2 })
  }

  @Test func atSafeNoMoreIsMergedThanAtBalanced() {
    let columns = Sample.columns(Sample.crowd(300))
    let safe = Linker(options: LinkOptions(at: .safe)).link(columns)
    let balanced = Linker(options: LinkOptions(at: .balanced)).link(columns)
    #expect(safe.clusters.count >= balanced.clusters.count)
  }

  @Test func progressNamesEachStageInOrder() {
    let stages = Stages()
    _ = Linker().link(Sample.columns(Sample.crowd(20))) { stage, _ in stages.append(stage) }
    #expect(stages.all == LinkStage.allCases)
  }
}

/// Unchecked: the serial executor calls from one thread alone.
private final class Stages: @unchecked Sendable {
  private(set) var all: [LinkStage] = []
  func append(_ stage: LinkStage) { if all.last != stage { all.append(stage) } }
}
