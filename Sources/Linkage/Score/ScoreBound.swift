/// The most that a pair of one kind can score, by a glance at both rows.
///
/// A comparison that a glance decides is taken as it is; of one that it leaves open, the best level
/// that is still possible counts. What this rules out scores less for sure: nothing is lost.
final class ScoreBound: Sendable {
  /// The logarithms of matches' share against strangers', housemates' and colleagues': a pair
  /// scores no more than the least of them.
  typealias Margins = SIMD4<Float>
  typealias Gist = UnsafePointer<RowGist>

  private let prior: Margins
  /// What comparisons can add at the most, by the bits of their numbers: the sum of a low and a
  /// high byte's, each 256.
  private let most: [Margins]
  /// By comparison << 4 | level: what a level adds less than the most; at level 0, "missing".
  private let losses: [Margins]
  /// The same for a value that all records have; its rarity is still to add.
  private let lossesOfCommon: [Margins]
  let scorer: Scorer
  var comparer: PairComparer { scorer.comparer }
  /// Whether all records lie in one place, so that its frequency says nothing.
  let isOnePlace: Bool
  /// What surnames can lose that are not the same.
  let unequalFamily: Margins

  let gists: RowGists

  init(_ model: KindModel, _ scorer: Scorer, _ gists: RowGists) {
    self.gists = gists
    self.scorer = scorer
    let comparer = scorer.comparer
    prior = margins(of: scorer.priorLogs)
    let rarest = RarestValues(comparer.frequencies)
    var mostOf = [Margins](repeating: .zero, count: 16)
    var plain = [Margins](repeating: .zero, count: 256)
    var common = plain
    for table in model.tables {
      let number = Int(table.comparison.rawValue)
      for (index, level) in table.levels.enumerated() {
        var logs = level.logs
        plain[number << 4 | index + 1] = margins(of: logs)
        let bits = rarest.bits(of: table.comparison, level: UInt8(index + 1))
        mostOf[number] = upper(mostOf[number], margins(of: logs))
        logs.y = 0
        common[number << 4 | index + 1] = margins(of: logs)
        mostOf[number] = upper(mostOf[number], margins(of: logs) + strangers(bits))
      }
    }
    isOnePlace =
      (comparer.frequencies.postalCodes + comparer.frequencies.places).contains { $0 == 0 }
    losses = plain.indices.map { plain[$0] - mostOf[$0 >> 4] }
    lossesOfCommon = common.indices.map { common[$0] - mostOf[$0 >> 4] }
    let families = Int(Comparison.family.rawValue) << 4
    var unequal = Margins(repeating: -1000)
    for level in [FamilyLevel.missing, .close, .phonetic, .similar, .different] {
      unequal = upper(unequal, plain[families | Int(level.rawValue)] - mostOf[families >> 4])
    }
    unequalFamily = unequal
    var most = [Margins](repeating: .zero, count: 512)
    for index in 0..<512 {
      for bit in 0..<8 where index >> bit & 1 == 1 { most[index] += mostOf[index / 256 * 8 + bit] }
    }
    self.most = most
  }

  /// What a glance at two rows says: what they may score at the most, and what each comparison that
  /// it may have left open loses.
  struct Glance {
    var sum: Margins
    var family = Margins.zero
    var given = Margins.zero
    var email = Margins.zero
    var phone = Margins.zero
    var address = Margins.zero
    var organization = Margins.zero

    @inline(__always)
    func isBelow(_ bound: Float) -> Bool { sum.x < bound || sum.y < bound || sum.z < bound }
  }

  /// What a pair must reach at a glance to be looked at: sums in another order may be off in their
  /// last digits.
  static func bound(of least: Float) -> Float { least - 0.05 }

  /// The most that two rows may score; nil when that is below a bound.
  @inline(__always)
  func glance(_ a: Gist, _ b: Gist, bound: Float) -> Glance? {
    let both = a.pointee.present & b.pointee.present
    var glance = Glance(sum: prior + most[Int(both & 255)] + most[256 + Int(both >> 8)])
    if has(.family, both) { glance.family = family(a, b) }
    if has(.given, both) { glance.given = given(a, b) }
    if has(.email, both) { glance.email = email(a, b) }
    if has(.phone, both) { glance.phone = phone(a, b) }
    glance.sum += glance.family + glance.given + glance.email + glance.phone
    if glance.isBelow(bound) { return nil }
    if both & Self.personal != 0 { glance.sum += person(a, b, both) }
    if has(.address, both) { glance.address = address(a, b) }
    glance.sum += glance.address
    if glance.isBelow(bound) { return nil }
    if both & Self.identifying != 0 { glance.sum += identifiers(a, b, both) }
    if has(.organization, both) { glance.organization = organization(a, b) }
    glance.sum += glance.organization
    return glance.isBelow(bound) ? nil : glance
  }

  /// The agreements of two rows; nil as soon as what is still open can't lift them over a bound.
  func agreements(_ left: Row, _ right: Row, _ glance: Glance, bound: Float) -> Agreements? {
    let both = left.present & right.present
    var glance = glance
    var found = Agreements(repeating: .missing)
    for comparison in Self.order where has(comparison, both) {
      let agreement = comparer.agreement(comparison, left, right)
      found[Int(comparison.rawValue)] = agreement
      switch comparison {
      case .phone: glance.sum += loss(of: agreement, comparison) - glance.phone
      case .email: glance.sum += loss(of: agreement, comparison) - glance.email
      case .family: glance.sum += loss(of: agreement, comparison) - glance.family
      case .given: glance.sum += loss(of: agreement, comparison) - glance.given
      case .address: glance.sum += loss(of: agreement, comparison) - glance.address
      case .organization: glance.sum += loss(of: agreement, comparison) - glance.organization
      // These are known, or so rare that they may stay open.
      default: continue
      }
      if glance.isBelow(bound) { return nil }
    }
    return found
  }

  /// What a glance leaves open most often, and what is told soonest, comes first.
  private static let order: [Comparison] = [
    .phone, .email, .family, .given, .address, .organization, .birthDate, .gender, .generation,
    .customerNumber, .vatID, .iban, .extra1, .extra2, .extra3,
  ]

  @inline(__always)
  private func loss(of agreement: Agreement, _ comparison: Comparison) -> Margins {
    let place = Int(comparison.rawValue) << 4 | Int(agreement.level)
    if agreement.log2Frequency == 0 { return losses[place] }
    return lossesOfCommon[place] + strangers(-agreement.log2Frequency)
  }

  private static let personal: UInt16 =
    1 << UInt16(Comparison.birthDate.rawValue) | 1 << UInt16(Comparison.gender.rawValue)
    | 1 << UInt16(Comparison.generation.rawValue)

  private static let identifying: UInt16 =
    1 << UInt16(Comparison.customerNumber.rawValue) | 1 << UInt16(Comparison.vatID.rawValue)

  @inline(__always)
  private func has(_ comparison: Comparison, _ both: UInt16) -> Bool {
    both & 1 << UInt16(comparison.rawValue) != 0
  }

  @inline(__always)
  func loss(_ comparison: Comparison, _ level: some AgreementLevel) -> Margins {
    losses[Int(comparison.rawValue) << 4 | Int(level.rawValue)]
  }

  /// The loss of a level whose agreeing value has a share, in 1/512 bits.
  @inline(__always)
  func loss(_ comparison: Comparison, _ level: some AgreementLevel, share: Int16) -> Margins {
    let place = Int(comparison.rawValue) << 4 | Int(level.rawValue)
    // Where rarity says nothing, the level's average counts.
    if share == 0 { return losses[place] }
    return lossesOfCommon[place] + strangers(Float(share) * (-1 / 512))
  }

  /// The loss of a level whose agreeing value is worth so many bits.
  @inline(__always)
  func loss(_ comparison: Comparison, _ level: some AgreementLevel, bits: Float) -> Margins {
    lossesOfCommon[Int(comparison.rawValue) << 4 | Int(level.rawValue)] + strangers(bits)
  }

  @inline(__always)
  private func identifiers(_ a: Gist, _ b: Gist, _ both: UInt16) -> Margins {
    var sum = Margins.zero
    if has(.customerNumber, both) { sum += customerNumber(a, b) }
    if has(.vatID, both) { sum += vatID(a, b) }
    return sum
  }

  @inline(__always)
  private func person(_ a: Gist, _ b: Gist, _ both: UInt16) -> Margins {
    var sum = Margins.zero
    if has(.birthDate, both) {
      let level = comparer.birthDateLevel(a.pointee.birthDate, b.pointee.birthDate)
      sum += loss(.birthDate, level)
    }
    if has(.gender, both) {
      sum += loss(
        .gender, a.pointee.gender == b.pointee.gender ? SameOrNotLevel.equal : .different)
    }
    if has(.generation, both) {
      sum += loss(
        .generation,
        a.pointee.generation == b.pointee.generation ? SameOrNotLevel.equal : .different)
    }
    return sum
  }
}

private func margins(of logs: SIMD4<Float>) -> ScoreBound.Margins {
  ScoreBound.Margins(logs.x - logs.y, logs.x - logs.z, logs.x - logs.w, 0)
}

/// Margins that only strangers' shares make.
@inline(__always)
private func strangers(_ bits: Float) -> ScoreBound.Margins { ScoreBound.Margins(bits, 0, 0, 0) }

/// The greater of each.
@inline(__always)
func upper(_ a: ScoreBound.Margins, _ b: ScoreBound.Margins) -> ScoreBound.Margins {
  a.replacing(with: b, where: a .< b)
}
