import Records
import Testing

@testable import Linkage

@Suite struct LinkArchiveTests {
  private static let options = LinkOptions(keepsState: true)

  private func bytes(_ columns: Columns, _ state: LinkState) -> [UInt8] {
    var bytes: [UInt8] = []
    LinkArchive.write(columns, state) { bytes += $0 }
    return bytes
  }

  private var records: [Record] {
    Sample.crowd(60) + [
      Sample.organization(
        "f", "Kranz Optik", form: "GmbH", street: "Markt", number: "1", code: "04109",
        place: "Leipzig", email: "info@kranz.example", phone: "+49341123450", vat: "DE123456789"),
      Sample.person("p", "Eva", "Heide", mobile: "+4917112345", customer: "K1", extra: "12345"),
    ]
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let columns = Sample.columns(records)
    let first = Linker(options: Self.options).link(columns)
    let written = bytes(columns, try #require(first.state))
    let (again, state) = try #require(written.withUnsafeBytes(LinkArchive.read))
    let linker = Linker(model: first.model.frozen(for: columns), options: Self.options)
    let increment = linker.link(again, since: state)
    #expect(increment.clusters == first.clusters)
    #expect(increment.reviewPairs == first.reviewPairs)
    #expect(increment.relations == first.relations)
    #expect(increment.statistics.candidatePairs.values.reduce(0, +) == 0)
    let all = linker.link(again)
    #expect(all.clusters == first.clusters && all.reviewPairs == first.reviewPairs)
  }

  @Test func newRecordsMeetThoseThatWereRead() throws {
    let columns = Sample.columns(records)
    let first = Linker(options: Self.options).link(columns)
    let written = bytes(columns, try #require(first.state))
    var (again, state) = try #require(written.withUnsafeBytes(LinkArchive.read))
    let model = first.model.frozen(for: columns)
    var whole = columns
    for record in records.prefix(5) {
      whole.append(record, numbering: "erp")
      again.append(record, numbering: "erp")
    }
    state = state.renumbered(Array(columns.rows.indices), count: again.count)
    let linker = Linker(model: model, options: Self.options)
    #expect(linker.link(again, since: state).clusters == linker.link(whole).clusters)
  }

  @Test func brokenBytesAreRefused() throws {
    let columns = Sample.columns(records)
    let state = try #require(Linker(options: Self.options).link(columns).state)
    let written = bytes(columns, state)
    for count in [0, 1, 7, 16, written.count / 2, written.count - 1] {
      let isRead = Array(written.prefix(count)).withUnsafeBytes { LinkArchive.read($0) != nil }
      #expect(!isRead)
    }
    let isRead = (written + [0]).withUnsafeBytes { LinkArchive.read($0) != nil }
    #expect(!isRead)
  }
}
