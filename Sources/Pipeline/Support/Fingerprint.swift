/// A value with all its parts as text, the same in every process.
///
/// `String(reflecting:)` is not: it tells dictionaries and sets in the order of their hashes, which
/// is another in each process.
///
/// - Parameter value: structs, enums, tuples and collections of plain values; no reference cycles.
func fingerprint(of value: Any) -> String {
  // Where a setting stands in its file changes nothing.
  if value is FilePosition { return "" }
  let mirror = Mirror(reflecting: value)
  let parts = mirror.children.map { child in
    (child.label.map { $0 + ":" } ?? "") + fingerprint(of: child.value)
  }
  switch mirror.displayStyle {
  case .dictionary, .set: return "{" + parts.sorted().joined(separator: ",") + "}"
  case .collection: return "[" + parts.joined(separator: ",") + "]"
  case .optional: return parts.first.map { "some(\($0))" } ?? "nil"
  case .some where !parts.isEmpty: return "(" + parts.joined(separator: ",") + ")"
  default: return String(reflecting: value)
  }
}
