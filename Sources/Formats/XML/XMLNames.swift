/// What the names of a file mean to a shape: which steps of its paths they match, and how they are written in columns.
struct XMLNames {
  private let parser: XMLParser
  /// The record's path, then those of the nested ones.
  private let patterns: [XMLPath]
  private let columns: [XMLPath]
  private let prefixes: [String: String]
  /// For each pattern and name: bit n is set when step n matches the name.
  private var matched: [[UInt64]]
  private var isIgnored: [Bool] = []

  init(shape: XMLShape, parser: XMLParser) {
    self.parser = parser
    patterns = ([shape.record] + shape.nested).map { XMLPath($0, namespaces: shape.namespaces) }
    columns = shape.columns.map { XMLPath($0, namespaces: shape.namespaces) }
    prefixes = Dictionary(
      shape.namespaces.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
    matched = Array(repeating: [], count: patterns.count)
  }

  var patternCount: Int { patterns.count }

  /// Makes a name known; names are numbered as they come.
  mutating func learn(_ name: UInt32) {
    while isIgnored.count <= Int(name) {
      let (local, namespace) = parser.name(UInt32(isIgnored.count))
      for (index, pattern) in patterns.enumerated() {
        var bits: UInt64 = 0
        for (step, wanted) in pattern.steps.prefix(64).enumerated()
        where wanted.matches(local: local, namespace: namespace) {
          bits |= 1 << UInt64(step)
        }
        matched[index].append(bits)
      }
      // xsi:nil, xsi:type and their like speak about the element, not about the contact.
      isIgnored.append(namespace == "http://www.w3.org/2001/XMLSchema-instance")
    }
  }

  /// Whether an attribute says nothing about the record.
  func isIgnored(_ attribute: UInt32) -> Bool { isIgnored[Int(attribute)] }

  /// Whether the open elements from `base` on, the last of which just began, match a pattern.
  func matches(_ pattern: Int, _ path: [UInt32], from base: Int) -> Bool {
    let steps = patterns[pattern].steps.count
    guard let last = path.last, steps > 0, steps <= 64,
      matched[pattern][Int(last)] >> UInt64(steps - 1) & 1 == 1
    else { return false }
    let depth = path.count - base
    guard patterns[pattern].isAbsolute ? depth == steps : depth >= steps else { return false }
    return (0..<steps).allSatisfy { step in
      matched[pattern][Int(path[path.count - steps + step])] >> UInt64(step) & 1 == 1
    }
  }

  /// How the steps of a path in a record are written.
  func texts(of steps: [(name: UInt32, isAttribute: Bool)]) -> [String] {
    let names = steps.map { parser.name($0.name) }
    let mapped = columns.first { column in
      column.steps.count == steps.count
        && column.steps.indices.allSatisfy { index in
          column.steps[index].isAttribute == steps[index].isAttribute
            && column.steps[index].matches(
              local: names[index].local, namespace: names[index].namespace)
        }
    }
    if let mapped { return mapped.steps.map(\.text) }
    return zip(steps, names).map { step, name in
      let prefix = prefixes[name.namespace].map { $0.isEmpty ? "" : $0 + ":" } ?? ""
      return (step.isAttribute ? "@" : "") + prefix + name.local
    }
  }
}
