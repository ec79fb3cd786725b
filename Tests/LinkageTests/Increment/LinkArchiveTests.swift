import Records
import Testing

@testable import Linkage

@Suite struct LinkArchiveTests {
  private static let options = LinkOptions(keepsState: true)

  private func bytes(_ columns: Columns, _ state: LinkState) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try LinkArchive.write(to: { bytes += $0 }) { archive in
      var (columns, state) = (columns, state)
      try archive.carry(&columns)
      try archive.carry(&state)
    }
    return bytes
  }

  private func read(_ bytes: [UInt8]) throws -> (Columns, LinkState) {
    var rest = bytes[...]
    var (columns, state) = (Columns(), LinkState())
    try LinkArchive.read { target in
      guard target.count <= rest.count else { throw LinkArchive.Damaged() }
      target.copyBytes(from: rest.prefix(target.count))
      rest = rest.dropFirst(target.count)
    } _: { archive in
      try archive.carry(&columns)
      try archive.carry(&state)
    }
    return (columns, state)
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
    let (again, state) = try read(bytes(columns, try #require(first.state)))
    let linker = Linker(model: first.model.frozen(for: columns), options: Self.options)
    let increment = linker.link(again, since: state)
    #expect(increment.clusters == first.clusters)
    #expect(increment.reviewPairs == first.reviewPairs)
    #expect(increment.relations == first.relations)
    #expect(increment.statistics.candidatePairs.values.reduce(0, +) == 0)
    let all = linker.link(again)
    #expect(all.clusters == first.clusters && all.reviewPairs == first.reviewPairs)
  }

  /// Who gives columns another property has it carried, or names it here.
  @Test func everyPropertyIsCarried() throws {
    let columns = Sample.columns(records)
    let state = try #require(Linker(options: Self.options).link(columns).state)
    let (again, _) = try read(bytes(columns, state))
    let memory: Set<String> = ["scratch", "key", "spareNumbers"]
    #expect(Self.texts(of: columns, but: memory) == Self.texts(of: again, but: memory))
  }

  /// Every stored property as text.
  private static func texts(of value: Any, but names: Set<String>, in path: String = "") -> [String]
  {
    let children = Mirror(reflecting: value).children
    guard !children.isEmpty else { return ["\(path) \(value)"] }
    return children.enumerated().flatMap { place, child in
      let name = child.label ?? "\(place)"
      return names.contains(name) ? [] : texts(of: child.value, but: names, in: path + "." + name)
    }
  }

  @Test func newRecordsMeetThoseThatWereRead() throws {
    let columns = Sample.columns(records)
    let first = Linker(options: Self.options).link(columns)
    var (again, state) = try read(bytes(columns, try #require(first.state)))
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
    let written = try bytes(columns, state)
    for count in [0, 1, 7, 16, written.count / 2, written.count - 1] {
      #expect(throws: LinkArchive.Damaged.self) { try read(Array(written.prefix(count))) }
    }
    for place in stride(from: 0, to: written.count, by: written.count / 50 + 1) {
      var damaged = written
      damaged[place] ^= 64
      #expect(throws: LinkArchive.Damaged.self, "\(place)") { try read(damaged) }
    }
  }
}
