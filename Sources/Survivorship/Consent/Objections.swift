package import Records

/// Who has objected to what, over all records: channel and address with the latest denial.
///
/// An objection is about an address, whatever contact its record came to: a duplicate that waits
/// for review, a spouse who shares the number. It stays when its row leaves the file, since lists
/// delete who unsubscribes. Memory: denials alone, some 100 bytes each.
package struct Objections: Sendable {
  private var denials: [Place: Latest] = [:]
  private var sources: [String] = []

  /// Nobody has objected.
  package init() {}

  /// Adds the denials of a record.
  ///
  /// - Parameter isGone: Whether its row has left the file.
  package mutating func add(_ record: Record, isGone: Bool = false) {
    for value in record.values {
      guard case .consent(let consent) = value.value, consent.state == .denied else { continue }
      let moment = ConsentMoment(consent.date)
      let denial = Denial(
        latest: moment?.latest ?? Int.max, source: number(of: record.source), isGone: isGone)
      for address in addresses(of: consent, in: record) {
        add(
          denial, isZoned: moment?.isZoned ?? false,
          at: Place(channel: consent.channel, address: address))
      }
    }
  }

  /// What has been denied at any of some addresses.
  ///
  /// - Parameter addresses: As `addressKey` or `letterKeys` gives them.
  func found(_ channel: Consent.Channel, at addresses: [String]) -> [Objection] {
    if denials.isEmpty { return [] }
    var found: [Objection] = []
    for address in addresses {
      guard let latest = denials[Place(channel: channel, address: address)] else { continue }
      if let denial = latest.local { found.append(objection(denial, isZoned: false)) }
      if let denial = latest.zoned { found.append(objection(denial, isZoned: true)) }
    }
    return found
  }

  /// Every reason that an objection elsewhere may give.
  var phrases: [Phrase] {
    sources.flatMap { source in
      [false, true].map { Objection(moment: nil, source: source, isGone: $0).phrase }
    }
  }

  /// Whether anybody has objected to letters.
  private(set) var hasLetters = false

  /// Calls `body` with each place and a hash of what has been said there.
  func forEachPlace(_ body: (Consent.Channel, String, UInt64) -> Void) {
    for (place, latest) in denials {
      let digest = hash(of: latest.local) &* 31 &+ hash(of: latest.zoned)
      body(place.channel, place.address, digest)
    }
  }

  private func hash(of denial: Denial?) -> UInt64 {
    guard let denial else { return 1 }
    var hash = UInt64(bitPattern: Int64(denial.latest)) ^ 0xcbf2_9ce4_8422_2325
    for byte in sources[denial.source].utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (hash ^ (denial.isGone ? 3 : 2)) &* 0x100_0000_01b3
  }

  private func addresses(of consent: Consent, in record: Record) -> [String] {
    if consent.channel == .post { return letterKeys(of: record) }
    if !consent.address.isEmpty { return [addressKey(consent.address, channel: consent.channel)] }
    return record.values.compactMap { addressKey(of: $0, channel: consent.channel) }
  }

  private mutating func add(_ denial: Denial, isZoned: Bool, at place: Place) {
    if place.channel == .post { hasLetters = true }
    var latest = denials[place] ?? Latest()
    if isZoned {
      latest.zoned = later(latest.zoned, denial)
    } else {
      latest.local = later(latest.local, denial)
    }
    denials[place] = latest
  }

  /// The later of two; of equal ones that of a row that is still there, then by the source's name.
  private func later(_ known: Denial?, _ new: Denial) -> Denial {
    guard let known else { return new }
    if known.latest != new.latest { return known.latest > new.latest ? known : new }
    if known.isGone != new.isGone { return known.isGone ? new : known }
    return sources[known.source] <= sources[new.source] ? known : new
  }

  private mutating func number(of source: String) -> Int {
    if let known = sources.firstIndex(of: source) { return known }
    sources.append(source)
    return sources.count - 1
  }

  private func objection(_ denial: Denial, isZoned: Bool) -> Objection {
    Objection(
      moment: denial.latest == Int.max
        ? nil : ConsentMoment(latest: denial.latest, isZoned: isZoned),
      source: sources[denial.source], isGone: denial.isGone)
  }
}

/// A denial of an address, and where it comes from.
struct Objection: Hashable {
  /// Nil when it is undated: then no grant is later.
  var moment: ConsentMoment?
  var source: String
  var isGone: Bool

  /// "objected in another record of this address (newsletter)".
  var phrase: Phrase {
    let reason: PermissionReason = isGone ? .objectedFormerly : .objectedElsewhere
    return Phrase(
      de: "\(reason.phrase.german) (\(source))", en: "\(reason.phrase.english) (\(source))")
  }
}

private struct Place: Hashable {
  let channel: Consent.Channel
  let address: String
}

/// The latest denials of an address; a time with a zone and one without can't be put in order.
private struct Latest {
  var local: Denial?
  var zoned: Denial?
}

private struct Denial {
  /// Seconds since 1970; the largest number when it is undated.
  let latest: Int
  let source: Int
  let isGone: Bool
}

/// What a letter to a record would bear: its names with its doors, folded.
///
/// Letters have no address of their own to object to: only the same name at the same door is taken
/// for the same addressee, so that a spouse's objection stays a spouse's.
func letterKeys(of record: Record) -> [String] {
  var names: [String] = []
  var organizations: [String] = []
  var doors: [String] = []
  for value in record.values {
    switch value.value {
    case .name(let name) where !name.given.isEmpty && !name.family.isEmpty:
      names.append(folded("\(name.given) \(name.particle) \(name.family) \(name.suffix)"))
    case .organization(let name): organizations.append(folded("\(name.core) \(name.legalForm)"))
    case .address(let address) where address.isPostable:
      let parts = [
        address.street, address.houseNumber, address.poBox, address.postalCode, address.place,
      ]
      doors.append(parts.map(folded).joined(separator: "|"))
    default: break
    }
  }
  let addressees = names.isEmpty ? organizations : names
  return addressees.flatMap { name in doors.map { "\(name)|\($0)" } }
}
