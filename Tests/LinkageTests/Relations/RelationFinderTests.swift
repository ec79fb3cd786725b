import Records
import Testing

@testable import Linkage

@Suite struct RelationFinderTests {
  private func relations(_ records: [Record], clusters: [Int]) -> [Relation] {
    RelationFinder(comparer: Sample.comparer(records), clusters: clusters).relations()
  }

  @Test func sharedMailboxAndLineAreTies() {
    let records = ["Anna", "Bernd"].map {
      Sample.person($0, $0, "\($0)sen", email: "info@kranz.example", phone: "+493411234567")
    }
    #expect(
      relations(records, clusters: [0, 1]) == [
        Relation(.sharedLine, left: 0, right: 1), Relation(.sharedMailbox, left: 0, right: 1),
      ])
    #expect(relations(records, clusters: [0, 0]).isEmpty)
  }

  @Test func manyAreTiedToOneAlone() {
    let records = (0..<20).map {
      Sample.person("\($0)", "A\($0)", "B\($0)", email: "info@kranz.example")
    }
    #expect(relations(records, clusters: Array(0..<20)).count == 19)
  }
}
