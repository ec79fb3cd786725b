import Records
import Testing

@testable import Survivorship

@Suite struct ObjectionPlacesTests {
  private func digests(_ records: [Record], gone: Bool = false) -> [ObjectionPlace: UInt64] {
    var objections = Objections()
    for record in records { objections.add(record, isGone: gone) }
    return objections.digests
  }

  private let mail = email("shared@post.example")
  private let denial = consent(.email, .denied, "Shared@post.example", date: "2023-01-01")

  @Test func anObjectionIsAtAPlaceOfWhoHasTheAddress() {
    let found = digests([record(9, denial)])
    #expect(found.count == 1)
    #expect(Set(Objections.places(of: record(1, mail))).isSuperset(of: found.keys))
    #expect(
      Set(Objections.places(of: record(2, email("own@post.example"))))
        .isDisjoint(with: found.keys))
  }

  @Test func whatIsSaidMakesTheDigest() {
    let one = digests([record(9, source: "a", denial)])
    #expect(digests([record(7, source: "a", denial)]) == one)
    #expect(digests([record(9, source: "b", denial)]) != one)
    #expect(digests([record(9, source: "a", denial)], gone: true) != one)
    let later = consent(.email, .denied, "shared@post.example", date: "2024-01-01")
    #expect(digests([record(9, source: "a", later)]) != one)
  }

  @Test func theOrderOfRecordsIsNoMatter() {
    let later = consent(.email, .denied, "shared@post.example", date: "2024-01-01")
    let (one, other) = (record(1, source: "b", denial), record(2, source: "a", later))
    #expect(digests([one, other]) == digests([other, one]))
  }
}
