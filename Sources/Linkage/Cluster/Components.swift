/// Sets of records that are joined one by one.
struct UnionFind {
  private var parents: [UInt32]

  init(count: Int) { parents = (0..<UInt32(count)).map { $0 } }

  /// The lowest record of the set.
  mutating func root(of record: UInt32) -> UInt32 {
    var record = record
    while parents[Int(record)] != record {
      parents[Int(record)] = parents[Int(parents[Int(record)])]
      record = parents[Int(record)]
    }
    return record
  }

  mutating func join(_ left: UInt32, _ right: UInt32) {
    let a = root(of: left)
    let b = root(of: right)
    if a != b { parents[Int(max(a, b))] = min(a, b) }
  }
}

/// Records that edges connect, and the edges among them where it is too large.
struct Component: Sendable {
  var members: [UInt32]
  var edges: [Edge]
}

/// The components of edges at or above a cut; one too large is cut again, one bit higher.
func components(of edges: [Edge], records: Int, cut: Weight, mostMembers: Int) -> [Component] {
  var sets = UnionFind(count: records)
  for edge in edges where edge.weight >= cut { sets.join(edge.left, edge.right) }
  /// The number of each root's component, from 1; 0 for none.
  var numbers = [UInt32](repeating: 0, count: records)
  var found: [Component] = []
  var isMember = [Bool](repeating: false, count: records)
  for edge in edges {
    let root = Int(sets.root(of: edge.left))
    guard root == sets.root(of: edge.right) else { continue }
    if numbers[root] == 0 {
      found.append(Component(members: [], edges: []))
      numbers[root] = UInt32(found.count)
    }
    isMember[Int(edge.left)] = true
    isMember[Int(edge.right)] = true
  }
  for record in 0..<UInt32(records) where isMember[Int(record)] {
    found[Int(numbers[Int(sets.root(of: record))]) - 1].members.append(record)
  }
  guard found.contains(where: { $0.members.count > mostMembers }) else { return found }
  // Only what is cut again needs its edges.
  for edge in edges {
    let root = sets.root(of: edge.left)
    guard root == sets.root(of: edge.right) else { continue }
    let number = Int(numbers[Int(root)]) - 1
    if found[number].members.count > mostMembers { found[number].edges.append(edge) }
  }
  return found.flatMap { split($0, cut: cut, mostMembers: mostMembers) }
}

private func split(_ component: Component, cut: Weight, mostMembers: Int) -> [Component] {
  guard component.members.count > mostMembers else { return [component] }
  let places = Dictionary(uniqueKeysWithValues: zip(component.members, UInt32(0)...))
  let local = component.edges.compactMap { edge -> Edge? in
    guard let left = places[edge.left], let right = places[edge.right] else { return nil }
    return Edge(left: left, right: right, weight: edge.weight)
  }
  let higher = Weight(units: cut.units + Int32(Weight.unitsOfBit))
  let parts = components(
    of: local, records: component.members.count, cut: higher, mostMembers: mostMembers)
  return parts.map { part in
    Component(
      members: part.members.map { component.members[Int($0)] },
      edges: part.edges.map {
        Edge(
          left: component.members[Int($0.left)], right: component.members[Int($0.right)],
          weight: $0.weight)
      })
  }
}
