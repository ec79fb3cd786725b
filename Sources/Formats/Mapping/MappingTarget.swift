package import Records

/// What a mapping makes of a column.
package enum MappingTarget: Hashable, Sendable {
  case field(FieldTarget)
  /// The value names the label of the values beside it: `Rechnung` → billing.
  case label
  /// The value names the label of the values mapped to this field and group: Google's
  /// "Phone 1 - Type".
  case labelOf(FieldTarget)
  /// The column is left out.
  case ignore

  /// Reads `label`, `label.phone.2`, `ignore` or what `FieldTarget` reads; nil when it is none of
  /// them.
  package init?(text: String) {
    switch text {
    case "label": self = .label
    case "ignore": self = .ignore
    default:
      let isLabel = text.hasPrefix("label.")
      let name = isLabel ? String(text.dropFirst("label.".count)) : text
      guard let target = FieldTarget(text: name) else { return nil }
      self = isLabel ? .labelOf(target) : .field(target)
    }
  }

  /// What `init(text:)` reads.
  package var text: String {
    switch self {
    case .field(let target): target.text
    case .label: "label"
    case .labelOf(let target): "label." + target.text
    case .ignore: "ignore"
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
