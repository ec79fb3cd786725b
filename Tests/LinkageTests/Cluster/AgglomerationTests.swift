import Testing

@testable import Linkage

@Suite struct AgglomerationTests {
  /// A made-up component: what isn't named weighs -5 bits.
  private func merges(_ count: Int, _ pairs: [(Int, Int, Float, Verdict)]) -> [Merge] {
    var agglomeration = Agglomeration(members: (0..<UInt32(count)).map { $0 })
    for l in 0..<count {
      for r in l + 1..<max(count, l + 1) {
        agglomeration.set(l, r, weight: Weight(bits: -5), verdict: .open)
      }
    }
    for (l, r, bits, verdict) in pairs {
      agglomeration.set(l, r, weight: Weight(bits: bits), verdict: verdict)
    }
    return agglomeration.merges(atLeast: Weight(bits: 0))
  }

  @Test func closestAreJoinedFirstAndAveragesDecide() {
    let found = merges(3, [(0, 1, 8, .agrees), (1, 2, 6, .agrees)])
    #expect(found.map { [$0.left, $0.right] } == [[0, 1], [0, 2]])
    #expect(found.map(\.average.bits) == [8, 0.5])
  }

  @Test func chainsOfWeakLinksFallApart() {
    #expect(merges(4, [(0, 1, 8, .agrees), (1, 2, 3, .open), (2, 3, 8, .agrees)]).count == 2)
  }

  @Test func recordWithoutANameIsNoBridge() {
    let found = merges(3, [(0, 1, 6, .open), (1, 2, 6, .open), (0, 2, 3, .conflicts)])
    #expect(found.count == 1)
  }

  @Test func oneConflictAmongManyAgreementsPartsNothing() {
    let found = merges(
      4,
      [
        (0, 1, 9, .agrees), (2, 3, 9, .agrees), (0, 2, 5, .agrees), (0, 3, 5, .agrees),
        (1, 2, 5, .agrees), (1, 3, 2, .conflicts),
      ])
    #expect(found.count == 3)
  }

  @Test func oneMemberHasNoMerges() {
    #expect(merges(1, []).isEmpty)
  }

  @Test func recordThatFitsTwoJoinsNeither() {
    let found = merges(3, [(0, 1, 6, .open), (1, 2, 5, .open), (0, 2, 4, .generationApart)])
    #expect(found.isEmpty)
  }

  @Test func recordThatFitsOneOfTwoBetterJoinsIt() {
    let found = merges(3, [(0, 1, 9, .open), (1, 2, 5, .open), (0, 2, 4, .excludes)])
    #expect(found.map { [$0.left, $0.right] } == [[0, 1]])
  }

  @Test func noNumberOfAgreementsJoinsFatherAndSon() {
    let agreeing = (0..<6).flatMap { l in
      (l + 1..<6).map { (l, $0, Float(9), l == 0 && $0 == 5 ? Verdict.excludes : .agrees) }
    }
    let groups = agreeing.map { ($0.0, $0.1, ($0.0 < 3) == ($0.1 < 3) ? 12 : $0.2, $0.3) }
    #expect(merges(6, groups).count == 4)
  }

  @Test func surePairsComeFirstWhateverTheAverage() {
    let found = merges(3, [(0, 1, 9, .agrees), (1, 2, 3, .sure), (0, 2, -4, .open)])
    #expect(found.map { [$0.left, $0.right] } == [[1, 2], [0, 1]])
    #expect(found.first?.average == Agglomeration.sure)
  }

  @Test func whatIsSureIsNoQuestionOfFatherOrSon() {
    let found = merges(3, [(0, 1, 9, .open), (1, 2, 8.5, .open), (0, 2, 8, .generationApart)])
    #expect(found.map { [$0.left, $0.right] } == [[0, 1]])
  }
}
