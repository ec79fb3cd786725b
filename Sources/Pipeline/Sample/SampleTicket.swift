internal import Linkage
internal import Records

/// What a row of a sample says of its pair to the evaluation alone: the stratum it was drawn from.
///
/// It is veiled by the pair's own names, so that who judges sees no score, and one ticket does not
/// look like the next.
struct SampleTicket: Hashable {
  /// The number of the stratum, 0…15.
  var stratum: Int
  /// How many pairs the stratum holds.
  var total: Int

  private static let totalBits: UInt64 = 36
  private static let checkBits: UInt64 = 24

  init(stratum: Int, total: Int) {
    self.stratum = stratum
    self.total = total
  }

  /// - Parameters: left, right: the names of the pair's records.
  /// - Returns: nil when the text is no ticket of this pair.
  init?(_ text: String, left: String, right: String) {
    guard text.hasPrefix("p"), let veiled = UInt64(text.dropFirst(), radix: 16) else { return nil }
    let hash = Self.hash(left, right)
    let bits = veiled ^ hash
    guard bits >> (Self.totalBits + 4) == Self.check(bits, hash) else { return nil }
    stratum = Int(bits & 15)
    total = Int(bits >> 4 & (1 << Self.totalBits - 1))
  }

  /// "p" and 16 digits; never a number, which a spreadsheet would rewrite.
  func text(left: String, right: String) -> String {
    let hash = Self.hash(left, right)
    let total = min(UInt64(max(total, 0)), 1 << Self.totalBits - 1)
    let bits = UInt64(stratum & 15) | total << 4
    return "p" + hexadecimal((bits | Self.check(bits, hash) << (Self.totalBits + 4)) ^ hash)
  }

  /// Tells a damaged ticket, or one on another row.
  private static func check(_ bits: UInt64, _ hash: UInt64) -> UInt64 {
    let content = bits & (1 << (totalBits + 4) - 1)
    return spread(content ^ hash) >> (64 - checkBits)
  }

  private static func hash(_ left: String, _ right: String) -> UInt64 {
    spread(fnv(left) ^ spread(fnv(right)))
  }

  private static func fnv(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// A number with its bits well mixed (the finalizer of SplitMix64).
func spread(_ number: UInt64) -> UInt64 {
  var bits = number &+ 0x9E37_79B9_7F4A_7C15
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}
