/// The paths of a kind of record, as a tree of names: gives each element and attribute its column without building a string.
struct XMLPathTree {
  /// A place in the tree.
  typealias Node = Int32
  /// The record's own element.
  static let root: Node = 0
  /// What lies past the limits: its values are left out.
  static let outside: Node = -1

  /// An element repeats at most so often in its parent.
  static let repeatLimit: Int32 = 999
  /// Places in a tree; an honest export has some hundred.
  static let nodeLimit = 100_000

  /// The columns' names; grows with the file.
  private(set) var columns: [String] = []

  private struct Place {
    let parent: Node
    /// What leads here from the parent: a name, an attribute's name, or an occurrence.
    let key: UInt32
    var column: Int32 = -1
    /// The parent element in which this place was seen last, and how often there.
    var instance = 0
    var count: Int32 = 0
  }

  private static let attributeBit: UInt32 = 1 << 31
  private static let occurrenceBit: UInt32 = 1 << 30

  private var places = [Place(parent: -1, key: 0)]
  // Open addressing: parent and key give the child; a child 0 (the root is none) is a free slot.
  private var slots: [Node] = Array(repeating: 0, count: 1024)

  /// The place of a child element.
  ///
  /// - Parameter instance: A number that only this one parent element has.
  mutating func element(_ name: UInt32, under parent: Node, instance: Int) -> Node {
    let node = child(of: parent, key: name)
    guard node != Self.outside else { return node }
    if places[Int(node)].instance != instance {
      places[Int(node)].instance = instance
      places[Int(node)].count = 1
      return node
    }
    places[Int(node)].count += 1
    let count = places[Int(node)].count
    if count > Self.repeatLimit { return Self.outside }
    return child(of: node, key: Self.occurrenceBit | UInt32(count))
  }

  /// The place of an attribute.
  mutating func attribute(_ name: UInt32, of parent: Node) -> Node {
    child(of: parent, key: Self.attributeBit | name)
  }

  /// The column of a place that had a value before.
  func knownColumn(at node: Node) -> Int? {
    let column = places[Int(node)].column
    return column >= 0 ? Int(column) : nil
  }

  /// The column of a place; `naming` is asked only for the first value there.
  mutating func column(
    at node: Node, naming: (_ steps: [(name: UInt32, isAttribute: Bool)]) -> [String]
  ) -> Int {
    if let known = knownColumn(at: node) { return known }
    columns.append(name(of: node, naming: naming))
    places[Int(node)].column = Int32(columns.count - 1)
    return columns.count - 1
  }

  private func name(
    of node: Node, naming: (_ steps: [(name: UInt32, isAttribute: Bool)]) -> [String]
  ) -> String {
    var steps: [(name: UInt32, isAttribute: Bool)] = []
    var occurrences: [String] = []
    var at = node
    var occurrence = ""
    while at > 0 {
      let key = places[Int(at)].key
      if key & (Self.attributeBit | Self.occurrenceBit) == Self.occurrenceBit {
        occurrence = "[\(key & ~Self.occurrenceBit)]"
      } else {
        steps.append((key & ~Self.attributeBit, key & Self.attributeBit != 0))
        occurrences.append(occurrence)
        occurrence = ""
      }
      at = places[Int(at)].parent
    }
    // The record's own text has no name in the record.
    guard !steps.isEmpty else { return "." }
    return zip(naming(steps.reversed()), occurrences.reversed()).map { $0 + $1 }
      .joined(separator: "/")
  }

  private mutating func child(of parent: Node, key: UInt32) -> Node {
    guard parent != Self.outside else { return parent }
    var slot = firstSlot(parent, key)
    while slots[slot] != 0 {
      let node = slots[slot]
      if places[Int(node)].key == key && places[Int(node)].parent == parent { return node }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard places.count < Self.nodeLimit else { return Self.outside }
    let node = Node(places.count)
    places.append(Place(parent: parent, key: key))
    slots[slot] = node
    if places.count * 2 > slots.count { grow() }
    return node
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for node in 1..<places.count {
      var slot = firstSlot(places[node].parent, places[node].key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Node(node)
    }
  }

  private func firstSlot(_ parent: Node, _ key: UInt32) -> Int {
    // Fibonacci hashing: the golden ratio times 2^64 spreads neighboring numbers.
    let mixed = (UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(key)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 32) & (slots.count - 1)
  }
}
