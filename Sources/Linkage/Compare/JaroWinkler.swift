/// The Jaro similarity of two words, from 0 to 1.
///
/// - Complexity: O(n) for words of up to 16 bytes; the rest of a word is not looked at.
/// - Source: M. A. Jaro, Journal of the American Statistical Association 84 (1989), 414–420.
func jaro(_ left: Word, _ right: Word) -> Float {
  if left.length == 0 || right.length == 0 { return left.length == right.length ? 1 : 0 }
  let window = max(left.length, right.length) / 2
  let reach = window > 0 ? window - 1 : 0
  var leftMatched: UInt32 = 0
  var rightMatched: UInt32 = 0
  for index in 0..<left.length {
    let lower = index > reach ? index - reach : 0
    let upper = min(index + reach, right.length - 1)
    guard lower <= upper else { continue }
    let inWindow = (UInt32(2) << UInt32(upper)) &- (UInt32(1) << UInt32(lower))
    let free = positions(of: left.bytes[index], in: right) & inWindow & ~rightMatched
    guard free != 0 else { continue }
    rightMatched |= free & (~free &+ 1)
    leftMatched |= 1 << UInt32(index)
  }
  let matches = Float(leftMatched.nonzeroBitCount)
  guard matches > 0 else { return 0 }
  let swaps = Float(outOfOrder(left, leftMatched, right, rightMatched) / 2)
  let shares = matches / Float(left.length) + matches / Float(right.length)
  return (shares + (matches - swaps) / matches) / 3
}

/// Jaro similarity, raised for a common beginning of up to four letters.
///
/// - Source: W. E. Winkler, Proceedings of the Section on Survey Research Methods, American
///   Statistical Association (1990), 354–359. The rise is given above .7 only, as in his code.
func jaroWinkler(_ left: Word, _ right: Word) -> Float {
  let similarity = jaro(left, right)
  guard similarity > 0.7 else { return similarity }
  let most = min(4, left.length, right.length)
  var prefix = 0
  while prefix < most && left.bytes[prefix] == right.bytes[prefix] { prefix += 1 }
  return similarity + Float(prefix) * 0.1 * (1 - similarity)
}

/// The number of matched letters that stand in another order.
private func outOfOrder(
  _ left: Word, _ leftMatched: UInt32, _ right: Word, _ rightMatched: UInt32
) -> Int {
  var leftRest = leftMatched
  var rightRest = rightMatched
  var count = 0
  while leftRest != 0 && rightRest != 0 {
    let l = leftRest.trailingZeroBitCount
    let r = rightRest.trailingZeroBitCount
    if left.bytes[l] != right.bytes[r] { count += 1 }
    leftRest &= leftRest &- 1
    rightRest &= rightRest &- 1
  }
  return count
}
