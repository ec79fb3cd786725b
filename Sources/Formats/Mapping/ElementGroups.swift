internal import Records

/// Keeps apart what stands in different elements and was mapped to the same fields.
///
/// `Anschrift/Ort` and `Lieferung/Ort`, both mapped to `place`, are the places of two addresses:
/// the second element gets a group of its own. Elements that share no field stay together:
/// `Anschrift/Strasse` and `Anschrift/Ort/PLZ` are one address.
enum ElementGroups {
  private struct Key: Hashable {
    var family: FieldFamily
    var label: ValueLabel?
    var group: Int
  }

  static func separated(_ columns: [String: MappingTarget]) -> [String: MappingTarget] {
    var result = columns
    var nextGroup = 1
    var members: [Key: [(parent: String, column: String, target: FieldTarget)]] = [:]
    for (column, target) in columns.sorted(by: { $0.key < $1.key }) {
      guard case .field(let field) = target else { continue }
      nextGroup = max(nextGroup, field.group + 1)
      guard let family = FieldFamily(field.field) else { continue }
      let key = Key(family: family, label: field.label, group: field.group)
      members[key, default: []].append((String(ColumnPath(column).parent), column, field))
    }
    let order = members.keys.sorted {
      ($0.group, $0.label?.rawValue ?? "") < ($1.group, $1.label?.rawValue ?? "")
    }
    for key in order {
      let elements = Dictionary(grouping: members[key] ?? [], by: \.parent)
      var taken: Set<Field> = []
      for parent in elements.keys.sorted() {
        let parts = elements[parent] ?? []
        let fields = Set(parts.map(\.target.field))
        // One field alone makes no element: "Land/Region" and "Land" are spellings of one column.
        if parent.isEmpty || fields.count < 2 || fields.isDisjoint(with: taken) {
          taken.formUnion(fields)
          continue
        }
        for part in parts {
          var target = part.target
          target.group = nextGroup
          result[part.column] = .field(target)
        }
        nextGroup += 1
      }
    }
    return result
  }
}
