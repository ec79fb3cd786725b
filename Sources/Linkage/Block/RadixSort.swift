/// Sorts by the upper 32 bits; what is equal there keeps its order.
///
/// - Complexity: O(n), four passes.
func sortByUpperHalf(_ values: inout [UInt64]) {
  let count = values.count
  guard count > 1 else { return }
  var places = placesByDigit(of: values)
  let sorted = [UInt64](unsafeUninitializedCapacity: count) { other, initialized in
    values.withUnsafeMutableBufferPointer { values in
      places.withUnsafeMutableBufferPointer { places in
        var (source, target) = (values, other)
        for pass in 0..<3 {
          let shift = UInt64(32 + 11 * pass)
          for index in 0..<count {
            let value = source[index]
            let digit = pass << 11 | Int(truncatingIfNeeded: value >> shift & 2047)
            target.initializeElement(at: places[digit], to: value)
            places[digit] += 1
          }
          swap(&source, &target)
        }
      }
    }
    initialized = count
  }
  // Three passes end in the other array.
  values = sorted
}

/// Where the first value with each digit belongs, of the three digits one after the other.
private func placesByDigit(of values: [UInt64]) -> [Int] {
  var places = [Int](repeating: 0, count: 3 << 11)
  for value in values {
    places[Int(truncatingIfNeeded: value >> 32 & 2047)] += 1
    places[1 << 11 | Int(truncatingIfNeeded: value >> 43 & 2047)] += 1
    places[2 << 11 | Int(truncatingIfNeeded: value >> 54)] += 1
  }
  for pass in 0..<3 {
    var start = 0
    for digit in pass << 11..<(pass + 1) << 11 {
      (places[digit], start) = (start, start + places[digit])
    }
  }
  return places
}
