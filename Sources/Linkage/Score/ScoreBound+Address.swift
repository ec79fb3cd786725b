/// How two addresses may lie to each other, by a glance.
extension ScoreBound {
  @inline(__always)
  func address(_ a: Gist, _ b: Gist) -> Margins {
    guard a.pointee.flags.intersection(b.pointee.flags).contains(.oneAddress) else { return .zero }
    let places = placeOptions(a, b)
    var best = apart(places)
    let isSameTown = places & PlaceOption.same != 0
    if a.pointee.street == 0 || b.pointee.street == 0 {
      return isSameTown ? upper(best, inTown(.samePlaceNoStreet, a, b)) : best
    }
    if isSameTown { best = upper(best, inTown(.samePlace, a, b)) }
    guard a.pointee.street == b.pointee.street || areStreetsClose(a, b) else { return best }
    let (house, other) = (a.pointee.house, b.pointee.house)
    if house != 0 && house == other {
      let share = max(a.pointee.addressShare, b.pointee.addressShare)
      if isSameTown { best = upper(best, loss(.address, AddressLevel.equal, share: share)) }
      if places != PlaceOption.elsewhere {
        best = upper(best, loss(.address, AddressLevel.nearlyEqual, share: share))
      }
    } else if isSameTown {
      let level = house == 0 || other == 0 ? AddressLevel.street : .otherNumber
      best = upper(best, common(level, min(a.pointee.cornerShare, b.pointee.cornerShare)))
    }
    return best
  }

  /// What two places may be to each other: a bit for each.
  private enum PlaceOption {
    static let same: UInt8 = 1
    static let nearby: UInt8 = 2
    static let elsewhere: UInt8 = 4
    static let unknown: UInt8 = 8
  }

  @inline(__always)
  private func placeOptions(_ a: Gist, _ b: Gist) -> UInt8 {
    let (code, otherCode) = (a.pointee.postalCode, b.pointee.postalCode)
    let (place, otherPlace) = (a.pointee.place, b.pointee.place)
    let areCodesKnown = code != 0 && otherCode != 0
    if areCodesKnown && code == otherCode { return PlaceOption.same }
    // Two postal codes of one place's name are one town when they begin alike.
    let beginAlike = a.pointee.codeHead >> 8 == b.pointee.codeHead >> 8
    let ofOneName = !areCodesKnown || beginAlike ? PlaceOption.same : PlaceOption.nearby
    let arePlacesKnown = place != 0 && otherPlace != 0
    if arePlacesKnown && place == otherPlace { return ofOneName }
    guard areCodesKnown || arePlacesKnown else { return PlaceOption.unknown }
    var options = PlaceOption.elsewhere
    // Codes that begin differently are near each other only by a slip, which is left open.
    if areCodesKnown {
      options =
        a.pointee.codeHead == b.pointee.codeHead
        ? PlaceOption.nearby : PlaceOption.nearby | PlaceOption.elsewhere
    }
    return arePlacesKnown && arePlacesClose(a, b) ? options | ofOneName : options
  }

  /// The levels of addresses that are not in one town.
  @inline(__always)
  private func apart(_ places: UInt8) -> Margins {
    var best = Margins(repeating: -1000)
    if places & PlaceOption.nearby != 0 { best = upper(best, loss(.address, AddressLevel.nearby)) }
    if places & PlaceOption.elsewhere != 0 {
      best = upper(best, loss(.address, AddressLevel.elsewhere))
    }
    if places & PlaceOption.unknown != 0 {
      best = upper(best, loss(.address, AddressLevel.missing))
    }
    return best
  }

  @inline(__always)
  private func inTown(_ level: AddressLevel, _ a: Gist, _ b: Gist) -> Margins {
    common(level, min(a.pointee.placeShare, b.pointee.placeShare))
  }

  /// A level whose value is at most so rare; what all records share has the level's average.
  @inline(__always)
  private func common(_ level: AddressLevel, _ share: Int16) -> Margins {
    let margins = loss(.address, level, share: share)
    return isOnePlace ? upper(margins, loss(.address, level)) : margins
  }

  @inline(__always)
  private func arePlacesClose(_ a: Gist, _ b: Gist) -> Bool {
    areWordsClose(
      (a.pointee.placeLength, a.pointee.placeBag), (b.pointee.placeLength, b.pointee.placeBag),
      shortest: 4, long: 7)
  }

  @inline(__always)
  private func areStreetsClose(_ a: Gist, _ b: Gist) -> Bool {
    areWordsClose(
      (a.pointee.streetLength, a.pointee.streetBag), (b.pointee.streetLength, b.pointee.streetBag),
      shortest: 5, long: 9)
  }

  /// Whether two words may be equal but for an edit, or for two in long ones.
  @inline(__always)
  private func areWordsClose(
    _ a: (length: UInt8, bag: UInt32), _ b: (length: UInt8, bag: UInt32), shortest: UInt8,
    long: UInt8
  ) -> Bool {
    let (shorter, longer) = a.length < b.length ? (a.length, b.length) : (b.length, a.length)
    let most = shorter >= long ? 2 : 1
    return shorter >= shortest && Int(longer - shorter) <= most
      && (a.bag ^ b.bag).nonzeroBitCount <= 2 * most
  }
}
