internal import Records

enum AddressLevel: UInt8, AgreementLevel {
  case missing, equal, nearlyEqual, street, samePlaceNoStreet, otherNumber, samePlace, nearby
  case elsewhere

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Anschrift fehlt", en: "address missing")
    case .equal: Phrase(de: "Anschrift gleich", en: "address equal")
    case .nearlyEqual: Phrase(de: "Anschrift fast gleich", en: "address nearly equal")
    case .street: Phrase(de: "Straße gleich, Hausnummer fehlt", en: "street equal, no house number")
    case .samePlaceNoStreet: Phrase(de: "gleicher Ort, Straße fehlt", en: "same place, no street")
    case .otherNumber:
      Phrase(de: "gleiche Straße, andere Hausnummer", en: "same street, other number")
    case .samePlace: Phrase(de: "gleicher Ort, andere Straße", en: "same place, other street")
    case .nearby: Phrase(de: "benachbarter Ort", en: "place nearby")
    case .elsewhere: Phrase(de: "anderer Ort", en: "another place")
    }
  }
}

extension PairComparer {
  func address(_ left: Row, _ right: Row) -> Agreement {
    var best = Agreement(level: .max)
    for l in left.range(of: .addresses) {
      for r in right.range(of: .addresses) {
        let found = addressAgreement(columns.lists[l], columns.lists[r])
        if found.level < best.level { best = found }
      }
    }
    return best.level == .max ? .missing : best
  }

  private func addressAgreement(_ left: UInt32, _ right: UInt32) -> Agreement {
    let a = columns.addresses[left]
    let b = columns.addresses[right]
    let place = placeRelation(a, b)
    let placeFrequency = frequencies.place(a, b)
    if a.street == 0 || b.street == 0 {
      guard place == .same else { return apart(place) }
      return Agreement(AddressLevel.samePlaceNoStreet, log2Frequency: placeFrequency)
    }
    switch streetRelation(a, b) {
    case .equal where place == .same:
      return Agreement(AddressLevel.equal, log2Frequency: frequencies.address(left, right))
    case .equal where place != .elsewhere, .close where place != .elsewhere:
      return Agreement(AddressLevel.nearlyEqual, log2Frequency: frequencies.address(left, right))
    case .streetOnly where place == .same:
      return Agreement(
        AddressLevel.street, log2Frequency: frequencies.street(a.street) + placeFrequency)
    case .otherNumber where place == .same:
      return Agreement(
        AddressLevel.otherNumber, log2Frequency: frequencies.street(a.street) + placeFrequency)
    default:
      guard place == .same else { return apart(place) }
      return Agreement(AddressLevel.samePlace, log2Frequency: placeFrequency)
    }
  }

  private enum PlaceRelation { case same, nearby, elsewhere, unknown }

  private enum StreetRelation { case equal, close, streetOnly, otherNumber, different }

  private func apart(_ place: PlaceRelation) -> Agreement {
    switch place {
    case .nearby: Agreement(AddressLevel.nearby)
    case .elsewhere: Agreement(AddressLevel.elsewhere)
    case .same, .unknown: .init(level: .max)
    }
  }

  private func placeRelation(_ a: AddressEntry, _ b: AddressEntry) -> PlaceRelation {
    let codesKnown = a.postalCode != 0 && b.postalCode != 0
    let placesKnown = a.place != 0 && b.place != 0
    if codesKnown && a.postalCode == b.postalCode { return .same }
    if placesKnown && a.place == b.place { return codesKnown ? sameTown(a, b) : .same }
    guard codesKnown || placesKnown else { return .unknown }
    if placesKnown && isPlaceClose(a.place, b.place) { return codesKnown ? sameTown(a, b) : .same }
    return codesKnown && isCodeClose(a.postalCode, b.postalCode) ? .nearby : .elsewhere
  }

  /// Two postal codes of one place's name: the same town when they begin alike.
  private func sameTown(_ a: AddressEntry, _ b: AddressEntry) -> PlaceRelation {
    let l = columns.addresses.postalCodeWords[Int(a.postalCode)]
    let r = columns.addresses.postalCodeWords[Int(b.postalCode)]
    return l.bytes[0] == r.bytes[0] ? .same : .nearby
  }

  /// Whether two codes share two of their beginning digits, or differ in one digit or a swap.
  private func isCodeClose(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.addresses.postalCodeWords[Int(left)]
    let b = columns.addresses.postalCodeWords[Int(right)]
    if a.bytes[0] == b.bytes[0] && a.bytes[1] == b.bytes[1] { return true }
    return a.edits(to: b, most: 1) != nil
  }

  private func isPlaceClose(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.addresses.places[left]
    let b = columns.addresses.places[right]
    let shorter = min(a.word.length, b.word.length)
    return shorter >= 4 && a.word.edits(to: b.word, most: shorter >= 7 ? 2 : 1) != nil
  }

  private func streetRelation(_ a: AddressEntry, _ b: AddressEntry) -> StreetRelation {
    let sameStreet = a.street == b.street
    guard sameStreet || isStreetClose(a.street, b.street) else { return .different }
    if a.house == 0 || b.house == 0 { return .streetOnly }
    guard a.house == b.house else { return .otherNumber }
    let restDiffers = a.houseRest != b.houseRest
    return sameStreet && !restDiffers ? .equal : .close
  }

  private func isStreetClose(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.addresses.streets[left].word
    let b = columns.addresses.streets[right].word
    let shorter = min(a.length, b.length)
    guard shorter >= 5, let edits = a.edits(to: b, most: shorter >= 9 ? 2 : 1) else { return false }
    return edits > 0
  }
}
