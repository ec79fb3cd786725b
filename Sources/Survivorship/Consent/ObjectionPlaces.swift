package import Records

/// Names a channel and an address in 32 bits: equal ones have equal numbers.
///
/// Two different ones may have one number too: who looks at what was said of it looks once too often.
package typealias ObjectionPlace = UInt32

extension Objections {
  /// A hash of what has been said at each place.
  package var digests: [ObjectionPlace: UInt64] {
    var digests: [ObjectionPlace: UInt64] = [:]
    forEachPlace { channel, address, digest in
      digests[objectionPlace(channel, address), default: 0] &+= digest
    }
    return digests
  }

  /// Every place where an objection may concern a contact that is merged from the record.
  package static func places(of record: Record) -> [ObjectionPlace] {
    var places: [ObjectionPlace] = []
    for value in record.values {
      switch value.value {
      case .phone(let phone):
        places.append(objectionPlace(.phone, addressKey(phone.text, channel: .phone)))
        // A denial for a line is one for each of its extensions.
        if !phone.extension.isEmpty {
          places.append(objectionPlace(.phone, addressKey(phone.number, channel: .phone)))
        }
      default:
        guard value.attribute == .email else { continue }
        places.append(objectionPlace(.email, addressKey(value.value.text, channel: .email)))
      }
    }
    return places + letterKeys(of: record).map { objectionPlace(.post, $0) }
  }
}

/// FNV-1a of the channel's and the address's bytes, folded to 32 bits.
private func objectionPlace(_ channel: Consent.Channel, _ address: String) -> ObjectionPlace {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in channel.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
}
