internal import Records

/// Adds a mapping's constants to the values of a record.
///
/// Roles, categories and notes are added to every record. Another constant fills what is missing:
/// one of an address or a consent in every address or consent that lacks it, and makes none where
/// there is none.
enum Constants {
  static func add(_ constants: [MappedValue], to values: inout [MappedValue]) {
    for constant in constants {
      let field = constant.target.field
      if let family = FieldFamily(field) {
        fill(constant, family, &values)
      } else if field == .role || field == .category || field == .note
        || !values.contains(where: { $0.target.field == field })
      {
        values.append(constant)
      }
    }
  }

  private static func fill(
    _ constant: MappedValue, _ family: FieldFamily, _ values: inout [MappedValue]
  ) {
    let isForAll = constant.target.label == nil && constant.target.group == 1
    var targets: [FieldTarget] = []
    for value in values where FieldFamily(value.target.field) == family {
      var target = value.target
      target.field = constant.target.field
      let isMeant = isForAll || target == constant.target
      if isMeant && !targets.contains(target) { targets.append(target) }
    }
    for target in targets where !values.contains(where: { $0.target == target }) {
      values.append(MappedValue(target, constant.text))
    }
  }
}
