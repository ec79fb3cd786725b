import Records
import Testing

@testable import Linkage

@Suite struct ColumnsJoiningTests {
  /// People and firms with much in common, so that batches share values.
  private static let records: [Record] = {
    var records = Sample.crowd(120)
    for index in 0..<40 {
      records.append(
        Sample.organization(
          "f\(index)", "Kranz \(index % 3) Optik", form: index % 2 == 0 ? "GmbH" : "AG",
          street: "Markt", number: "\(index % 5)", code: "04109", place: "Leipzig",
          email: "info@kranz\(index % 4).example", phone: "+4934112345\(index % 6)",
          vat: "DE12345678\(index % 7)"))
      records.append(
        Sample.person(
          "p\(index)", "Eva Maria", "von der Heide-Kranz", organization: "Kranz \(index % 3) Optik",
          place: "Leipzig", mobile: "+4917112345\(index % 9)", customer: "K\(index % 8)",
          extra: "m\(index % 11)"))
    }
    return records
  }()

  private func linkage(_ columns: Columns, _ records: [Record]) -> [Set<String>] {
    Linker().link(columns).clusters.map { Set($0.members.map { records[$0].key }) }
  }

  private func joined(_ records: [Record], batch: Int) -> Columns {
    var all = Columns()
    for start in stride(from: 0, to: records.count, by: batch) {
      all.append(
        contentsOf: Sample.columns(Array(records[start..<min(records.count, start + batch)])))
    }
    return all
  }

  @Test(arguments: [1, 7, 50, 1000])
  func batchesGiveWhatAllTogetherGive(batch: Int) {
    let whole = Sample.columns(Self.records)
    let joined = joined(Self.records, batch: batch)
    #expect(joined.count == whole.count)
    #expect(linkage(joined, Self.records) == linkage(whole, Self.records))
    #expect(Linker().link(joined).pairs == Linker().link(whole).pairs)
  }

  @Test func countsAddUp() {
    let whole = Sample.columns(Self.records)
    let joined = joined(Self.records, batch: 13)
    #expect(joined.names.entries.map(\.familyCount) == whole.names.entries.map(\.familyCount))
    #expect(joined.phones.entries.map(\.count) == whole.phones.entries.map(\.count))
    #expect(joined.emails.entries.map(\.count) == whole.emails.entries.map(\.count))
    #expect(joined.addresses.counts == whole.addresses.counts)
    #expect(joined.addresses.placeCounts == whole.addresses.placeCounts)
    #expect(joined.organizations.compactCounts == whole.organizations.compactCounts)
    #expect(
      joined.organizations.wordEntries.map(\.nameCount)
        == whole.organizations.wordEntries.map(\.nameCount))
    #expect(joined.extras.filled == whole.extras.filled)
    #expect(joined.lists == whole.lists)
  }

  @Test func orderOfTheRecordsIsOfNoMatter() {
    var shuffled: [Record] = []
    for start in 0..<7 {
      shuffled += stride(from: start, to: Self.records.count, by: 7).map { Self.records[$0] }
    }
    let places = Dictionary(uniqueKeysWithValues: shuffled.enumerated().map { ($1.key, $0) })
    var columns = joined(shuffled, batch: 20)
    columns.arrange(by: Self.records.map { places[$0.key] ?? 0 })
    let whole = Linker().link(Sample.columns(Self.records))
    let arranged = Linker().link(columns)
    #expect(arranged.clusters == whole.clusters)
    #expect(arranged.pairs == whole.pairs)
    #expect(arranged.reviewPairs == whole.reviewPairs)
    #expect(arranged.relations == whole.relations)
  }
}
