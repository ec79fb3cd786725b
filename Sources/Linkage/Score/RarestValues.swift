/// How rare an agreeing value can be.
struct RarestValues {
  private let given: Float
  private let family: Float
  private let street: Float
  private let place: Float
  private let address: Float
  private let organization: Float
  private let extra: Float

  init(_ frequencies: Frequencies) {
    func bits(_ shares: [Float]) -> Float { -min(0, shares.min() ?? 0) }
    given = bits(frequencies.givens)
    family = bits(frequencies.families)
    street = bits(frequencies.streets)
    place = max(bits(frequencies.postalCodes), bits(frequencies.places))
    address = bits(frequencies.addresses)
    organization = max(
      Frequencies.mostBits, bits(frequencies.organizations), frequencies.words.max() ?? 0)
    extra = bits(frequencies.extras)
  }

  func bits(of comparison: Comparison, level: UInt8) -> Float {
    switch comparison {
    case .given:
      level == GivenLevel.swapped.rawValue ? max(given, 2 * Frequencies.mostBits) : given
    case .family: family
    case .email: PairComparer.namedMailBits
    case .address: max(address, street + place)
    case .organization: organization
    case .extra1, .extra2, .extra3: extra
    default: 0
    }
  }
}
