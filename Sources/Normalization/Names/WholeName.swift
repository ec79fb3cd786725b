internal import Records

/// A column of whole names beside one of given and one of family names, which it may complete.
struct WholeName {
  let whole: [String]
  let given: [String]
  let family: [String]

  /// nil where one of the three is missing.
  init?(of cells: [Cell]) {
    let text = cells.text(.fullName)
    if text.isEmpty { return nil }
    whole = words(of: text)
    given = words(of: cells.text(.given))
    family = words(of: cells.text(.family))
    if whole.isEmpty || given.isEmpty || family.isEmpty { return nil }
  }

  /// Adds the middle names that stand between both: "Hans" and "Meier" beside "Hans Otto Meier".
  ///
  /// One word that stands in all three columns is one name, not two.
  func fill(_ name: inout PersonName) {
    if whole.count == 1, given == whole, family == whole {
      name.family = ""
      return
    }
    guard name.middle.isEmpty, name.particle.isEmpty, let middle else { return }
    let start =
      middle.indices.first { FamilyParts.beginsParticle(Array(middle[$0...]) + ["x"], at: 0) }
      ?? middle.endIndex
    name.middle = NameCase.repaired(Array(middle[..<start]))
    name.particle = FamilyParts(Array(middle[start...]) + ["x"]).particle
  }

  /// The words between the given and the family name, when those begin and end the whole name.
  private var middle: [String]? {
    guard whole.count > given.count + family.count, whole.count < 8,
      areEqual(whole.prefix(given.count), given), areEqual(whole.suffix(family.count), family)
    else { return nil }
    let middle = whole.dropFirst(given.count).dropLast(family.count)
    return middle.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
  }

  private func areEqual(_ left: ArraySlice<String>, _ right: [String]) -> Bool {
    zip(left, right).allSatisfy { squashed($0) == squashed($1) }
  }
}
