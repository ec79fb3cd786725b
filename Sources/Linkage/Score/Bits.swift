/// The probability that odds of 2^bits stand for, from 0 to 1.
package func probabilityOf(bits: Double) -> Double {
  1 / (1 + exp2(-bits))
}

/// 2 to the power of `x`, without Foundation: exact for whole numbers, else to about 1e-12.
package func exp2(_ x: Double) -> Double {
  guard x > -1000 else { return 0 }
  guard x < 1000 else { return Double.greatestFiniteMagnitude }
  let whole = x.rounded(.down)
  let t = (x - whole) * 0.693147180559945309
  // The series of e^t, from its last term to its first.
  var sum = inverseFactorials[14]
  for n in (0..<14).reversed() { sum = sum * t + inverseFactorials[n] }
  return sum * Double(bitPattern: UInt64(1023 + Int(whole)) << 52)
}

/// 1 / n! for n from 0 to 14.
private let inverseFactorials: InlineArray<15, Double> = {
  var values = InlineArray<15, Double>(repeating: 1)
  for n in 1...14 { values[n] = values[n - 1] / Double(n) }
  return values
}()

/// The logarithm of `x` to the base 2, for positive `x`, without Foundation: to about 1e-12.
package func log2(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return -1074 }
  // significand in [1, 2): ln(s) = 2 atanh((s - 1) / (s + 1))
  let z = (x.significand - 1) / (x.significand + 1)
  let square = z * z
  var power = z
  var sum = 0.0
  var n = 1.0
  while n < 27 {
    sum += power / n
    power *= square
    n += 2
  }
  return Double(x.exponent) + 2 * sum * 1.442695040888963407
}
