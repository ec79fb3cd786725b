/// What birth dates say of two given names at one place: whether they are housemates', or one
/// person's, who bears two names or whose name was written wrongly.
///
/// Housemates hardly ever have one birth date: of their pairs about one in fifty are twins. So where
/// pairs whose given names conflict mostly have *one* date, they are one person's. Nothing else but
/// dates can tell, for a household shares all else.
struct HouseholdEvidence: Equatable, Sendable {
  /// Expected matches of one birth date: by given names that agree, and that conflict.
  var agreeing = 0.0
  var conflicting = 0.0
  /// Expected pairs of housemates whose given names and birth dates differ.
  var housemates = 0.0
  /// Expected matches, and those of which both birth dates are known.
  var matches = 0.0
  var dated = 0.0

  /// With fewer conflicts than this nothing follows.
  static let fewestConflicts = 30.0
  /// So many times the housemates' number the conflicts must be: far from what households hold.
  static let conflictsPerHousemates = 3.0
  /// Twins among housemates, at most.
  static let twins = 0.05

  /// Whether there are households to speak of; so it is until dates show that there are none.
  var showsHouseholds: Bool {
    conflicting < Self.fewestConflicts
      || conflicting < Self.conflictsPerHousemates * housemates
  }

  /// The share of conflicts among matches of one birth date, as far as twins don't explain it.
  var conflictShare: Double {
    let excess = max(0, conflicting - Self.twins * housemates)
    return excess / max(agreeing + excess, 1)
  }

  /// The number of housemates a record has, going by those whose dates differ.
  func housemates(perRecordOf records: Int) -> Double {
    guard dated > 0 else { return 0 }
    return max(2 * housemates * matches / dated / Double(max(records, 1)), Self.fewestHousemates)
  }

  /// Where none is seen, one record in 10,000 has one all the same.
  private static let fewestHousemates = 1e-4

  /// Adds pairs of one pattern.
  ///
  /// - Parameter shares: how many of them are expected to be matches, strangers, housemates and
  ///   colleagues.
  mutating func add(given: Int, birthDate: Int, _ shares: SIMD4<Double>) {
    matches += shares.x
    guard birthDate != 0 else { return }
    dated += shares.x
    guard given != 0 else { return }
    let isConflict = given >= Int(GivenLevel.otherInitial.rawValue)
    switch BirthDateLevel(rawValue: UInt8(birthDate)) {
    case .equal, .swapped, .oneOff:
      if isConflict { conflicting += shares.x } else { agreeing += shares.x }
    case .near, .different:
      if isConflict { housemates += shares.z }
    default: break
    }
  }
}
