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

  /// The lowest record of each record's set.
  consuming func roots() -> [UInt32] {
    // A parent is never above its record, and so is its set's root when its turn has come.
    for record in parents.indices { parents[record] = parents[Int(parents[record])] }
    return parents
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
  let roots = sets.roots()
  /// The number of each root's component, from 1; 0 for none.
  var numbers = [UInt32](repeating: 0, count: records)
  var sizes: [Int] = []
  var isMember = [Bool](repeating: false, count: records)
  for edge in edges {
    let root = Int(roots[Int(edge.left)])
    guard root == roots[Int(edge.right)] else { continue }
    if numbers[root] == 0 {
      sizes.append(0)
      numbers[root] = UInt32(sizes.count)
    }
    let new = (isMember[Int(edge.left)] ? 0 : 1) + (isMember[Int(edge.right)] ? 0 : 1)
    sizes[Int(numbers[root]) - 1] += new
    isMember[Int(edge.left)] = true
    isMember[Int(edge.right)] = true
  }
  var found = sizes.map { size in
    var component = Component(members: [], edges: [])
    component.members.reserveCapacity(size)
    return component
  }
  for record in 0..<records where isMember[record] {
    found[Int(numbers[Int(roots[record])]) - 1].members.append(UInt32(record))
  }
  guard sizes.contains(where: { $0 > mostMembers }) else { return found }
  // Only what is cut again needs its edges.
  for edge in edges {
    let root = roots[Int(edge.left)]
    guard root == roots[Int(edge.right)] else { continue }
    let number = Int(numbers[Int(root)]) - 1
    if sizes[number] > mostMembers { found[number].edges.append(edge) }
  }
  return found.flatMap { split($0, cut: cut, mostMembers: mostMembers) }
}

private func split(_ component: Component, cut: Weight, mostMembers: Int) -> [Component] {
  // What people said to be one is never cut, however much it is.
  guard component.members.count > mostMembers, cut < Weight(bits: 500) else { return [component] }
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
