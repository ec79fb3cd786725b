internal import Foundation
internal import Records

/// What a mapping knows of a column before any value is seen.
struct ResolvedColumn {
  var target: MappingTarget?
  /// The column's name as the source writes it.
  var name: String
  /// Of the name, for the content hash.
  var hash: UInt64
  /// The number of the repeated part it stands in; 0 in none.
  var instance: Int
  /// The number of the path around it: where a label holds.
  var parent: Int
  /// The numbers of all its prefixes, itself included; only where labels are mapped.
  var prefixes: [Int]
}

/// Finds the target of a column by its name.
///
/// The name as it is wins; then the name without occurrence numbers; then both without outer
/// blanks, in NFC, whatever the case.
struct ColumnResolver {
  private let exact: [String: MappingTarget]
  private let folded: [String: (name: String, target: MappingTarget)]
  private let hasLabels: Bool
  /// Numbers of paths, from 1.
  private var numbers: [Substring: Int] = [:]
  private var known: [String: ResolvedColumn] = [:]
  /// Names of the mapping that a column had.
  private(set) var used: Set<String> = []
  /// Columns without a target, each once, without occurrence numbers, in the order met.
  private(set) var unmapped: [String] = []
  private var unmappedNames: Set<String> = []

  init(_ columns: [String: MappingTarget]) {
    exact = ElementGroups.separated(columns)
    var folded: [String: (name: String, target: MappingTarget)] = [:]
    for (name, target) in exact.sorted(by: { $0.key < $1.key }) {
      folded[Self.folded(name)] = folded[Self.folded(name)] ?? (name, target)
    }
    self.folded = folded
    hasLabels = columns.values.contains(.label)
  }

  /// The largest group that the mapping itself gives.
  var largestGroup: Int {
    exact.values.reduce(1) { largest, target in
      if case .field(let field) = target { max(largest, field.group) } else { largest }
    }
  }

  mutating func resolve(_ name: String) -> ResolvedColumn {
    if let column = known[name] { return column }
    let column = resolved(name)
    known[name] = column
    return column
  }

  private mutating func resolved(_ name: String) -> ResolvedColumn {
    let path = ColumnPath(name)
    let target = target(of: name, stripped: path.stripped)
    if target == nil && unmappedNames.insert(path.stripped).inserted {
      unmapped.append(path.stripped)
    }
    // A part of an address may be repeated inside one address: that makes no second address.
    var isPart = false
    if case .field(let field) = target { isPart = FieldFamily(field.field) != nil }
    var hash = ContentHash()
    hash.combine(name)
    return ResolvedColumn(
      target: target, name: name, hash: hash.value,
      instance: number(path.instance(withLeaf: !isPart)), parent: number(path.parent),
      prefixes: hasLabels ? path.prefixes.map { number($0) } : [])
  }

  private mutating func target(of name: String, stripped: String) -> MappingTarget? {
    for candidate in [name, stripped] {
      if let target = exact[candidate] {
        used.insert(candidate)
        return target
      }
    }
    for candidate in [name, stripped] {
      if let found = folded[Self.folded(candidate)] {
        used.insert(found.name)
        return found.target
      }
    }
    return nil
  }

  private mutating func number(_ path: Substring) -> Int {
    guard !path.isEmpty else { return 0 }
    if let number = numbers[path] { return number }
    numbers[path] = numbers.count + 1
    return numbers.count
  }

  private static func folded(_ name: String) -> String {
    name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
      .lowercased()
  }
}
