import Records
import Testing

@testable import Linkage

@Suite struct EncountersTests {
  private func encounters(_ records: [Record], limit: Int = 200) -> Encounters {
    Linker(options: LinkOptions(blockLimit: limit)).encounters(in: Sample.columns(records))
  }

  @Test func sharedKeyIsNamed() {
    let found = encounters([
      Sample.person("1", "Anna", "Ring", email: "anna@ring.example"),
      Sample.person("2", "Berta", "Moos", email: "anna@ring.example"),
      Sample.person("3", "Clara", "Falkenstein"),
    ])
    #expect(found.encounter(0, 1) == .compared(under: .email))
    #expect(found.encounter(1, 0) == .compared(under: .email))
    #expect(found.encounter(0, 2) == .never)
    #expect(found.encounter(0, 99) == .never)
  }

  @Test func blockGivenUpIsTold() {
    // One mailbox on ten records of one name: no longer key parts them.
    let records = (0..<10).map { Sample.person("\($0)", email: "info@ring.example") }
    #expect(encounters(records, limit: 5).encounter(0, 1) == .skipped(under: .email))
    #expect(encounters(records).encounter(0, 1) == .compared(under: .email))
  }

  @Test func whatIsComparedIsWhatCandidatesHold() {
    let columns = Sample.columns(Sample.crowd(40))
    let pairs = Set(Linker().link(columns).pairs.map { [$0.left, $0.right] })
    let found = Linker().encounters(in: columns)
    for pair in pairs {
      guard case .compared = found.encounter(pair[0], pair[1]) else {
        Issue.record("\(pair)")
        continue
      }
    }
  }
}
