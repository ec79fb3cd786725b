/// Sorts by the upper 32 bits; what is equal there keeps its order.
///
/// - Complexity: O(n), three passes.
func sortByUpperHalf(_ values: inout [UInt64]) {
  guard values.count > 1 else { return }
  var other = [UInt64](repeating: 0, count: values.count)
  for shift: UInt64 in [32, 43, 54] {
    var counts = [Int](repeating: 0, count: 2048)
    for value in values { counts[Int(value >> shift & 2047)] += 1 }
    var start = 0
    for digit in 0..<2048 {
      let count = counts[digit]
      counts[digit] = start
      start += count
    }
    values.withUnsafeBufferPointer { source in
      other.withUnsafeMutableBufferPointer { target in
        for value in source {
          let digit = Int(value >> shift & 2047)
          target[counts[digit]] = value
          counts[digit] += 1
        }
      }
    }
    swap(&values, &other)
  }
}
