package import Records

/// Whether a contact may be reached by a channel at all, where, and why.
package struct Reachability: Hashable, Sendable {
  package var isAllowed: Bool
  /// The preferred address that is allowed, in one line; empty when none is.
  package var address: String
  package var reason: Phrase
}

extension Contact {
  /// Whether, and to which address, an advertising e-mail may go.
  package var mayEmail: Reachability { reachability(by: .email) }

  /// Whether, and at which number, an advertising call may be made.
  package var mayPhone: Reachability { reachability(by: .phone) }

  /// Whether, and to which address, an advertising letter may go.
  package var mayPost: Reachability {
    var letter = reachability(by: .post)
    if letter.isAllowed { letter.address = postalAddress?.text ?? "" }
    return letter
  }

  /// The preferred address a letter can be delivered to.
  package var postalAddress: Address? {
    for value in values {
      if case .address(let address) = value.value.value, value.value.mark != .invalid,
        address.isPostable
      {
        return address
      }
    }
    return nil
  }

  private func reachability(by channel: Consent.Channel) -> Reachability {
    let known = permissions.filter { $0.channel == channel }
    if let allowed = known.first(where: \.isAllowed) {
      return Reachability(isAllowed: true, address: allowed.address, reason: allowed.reason)
    }
    return Reachability(
      isAllowed: false, address: "", reason: known.first?.reason ?? nothingKnown(of: channel))
  }

  private func nothingKnown(of channel: Consent.Channel) -> Phrase {
    switch channel {
    case .email: PermissionReason.noEmail.phrase
    case .phone: PermissionReason.noPhone.phrase
    case .post: PermissionReason.noPostalAddress.phrase
    }
  }
}

extension Address {
  /// Whether a letter can be delivered: a street or PO box, and a place.
  package var isPostable: Bool { (!street.isEmpty || !poBox.isEmpty) && !place.isEmpty }
}
