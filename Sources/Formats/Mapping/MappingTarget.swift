package import Records

/// What a mapping makes of a column.
package enum MappingTarget: Hashable, Sendable {
  case field(FieldTarget)
  /// The value names the label of the values beside it: `Rechnung` → billing.
  case label
  /// The column is left out.
  case ignore

  /// Reads `label`, `ignore` or what `FieldTarget` reads; nil when it is none of them.
  package init?(text: String) {
    switch text {
    case "label": self = .label
    case "ignore": self = .ignore
    default:
      guard let target = FieldTarget(text: text) else { return nil }
      self = .field(target)
    }
  }
}

/// Fields whose values belong together when label and group are equal.
enum FieldFamily {
  case address, consent

  init?(_ field: Field) {
    switch field {
    case .street, .houseNumber, .addressAddition, .poBox, .postalCode, .place, .region, .country,
      .fullAddress:
      self = .address
    case .consentChannel, .consentAddress, .consentState, .consentDate, .consentSource,
      .consentEvidence, .consentWithdrawnAt:
      self = .consent
    default: return nil
    }
  }
}
