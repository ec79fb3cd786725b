/// A scored pair on its way to clusters: 12 bytes.
struct Edge: Hashable, Sendable {
  var left: UInt32
  var right: UInt32
  var weight: Weight
}

/// A score in 1/1024 bits: sums of it are exact, and so the same in any order.
struct Weight: Hashable, Comparable, Sendable {
  var units: Int32

  static let unitsOfBit: Float = 1024

  init(units: Int32) { self.units = units }

  init(bits: Float) { units = Int32((max(-1000, min(1000, bits)) * Self.unitsOfBit).rounded()) }

  var bits: Double { Double(units) / Double(Self.unitsOfBit) }

  static func < (left: Weight, right: Weight) -> Bool { left.units < right.units }
}
