/// A person's name in parts; empty parts are empty strings. NFC, spaces collapsed.
public struct PersonName: Hashable, Sendable {
  /// "Hans Peter", "Anna-Lena", "H."
  public var given: String
  public var middle: String
  /// "von der", "van"; kept apart from the family name and compared with and without.
  public var particle: String
  public var family: String
  /// "jun.", "III", "a. D."
  public var suffix: String

  public init(
    given: String = "", middle: String = "", particle: String = "", family: String = "",
    suffix: String = ""
  ) {
    self.given = given
    self.middle = middle
    self.particle = particle
    self.family = family
    self.suffix = suffix
  }

  public var isEmpty: Bool { given.isEmpty && middle.isEmpty && family.isEmpty }

  /// "Hans von der Heide jun."
  public var text: String { joined([given, middle, particle, family, suffix]) }
}

/// An organization's name, split into its core and its legal form.
public struct OrganizationName: Hashable, Sendable {
  /// As it is shown: "Müller & Söhne GmbH & Co. KG".
  public var text: String
  /// Without the legal form: "Müller & Söhne".
  public var core: String
  /// The canonical legal form, "GmbH & Co. KG"; empty when none was recognized.
  public var legalForm: String

  public init(text: String, core: String, legalForm: String = "") {
    self.text = text
    self.core = core
    self.legalForm = legalForm
  }
}

/// A postal address; empty parts are empty strings.
public struct Address: Hashable, Sendable {
  /// The street's name alone, abbreviations spelled out: "Hauptstraße".
  public var street: String
  /// "12", "12a", "12-14", "3/2/5" (Austrian stair and door).
  public var houseNumber: String
  /// c/o, back building, floor, district.
  public var addition: String
  /// The number alone, "12 34" as "1234".
  public var poBox: String
  public var postalCode: String
  public var place: String
  public var region: String
  /// ISO 3166 alpha-2, upper case; empty when unknown.
  public var country: String

  public init(
    street: String = "", houseNumber: String = "", addition: String = "", poBox: String = "",
    postalCode: String = "", place: String = "", region: String = "", country: String = ""
  ) {
    self.street = street
    self.houseNumber = houseNumber
    self.addition = addition
    self.poBox = poBox
    self.postalCode = postalCode
    self.place = place
    self.region = region
    self.country = country
  }

  public var isEmpty: Bool {
    street.isEmpty && poBox.isEmpty && postalCode.isEmpty && place.isEmpty && addition.isEmpty
      && houseNumber.isEmpty && region.isEmpty && country.isEmpty
  }

  /// "Hauptstraße 12, Hinterhaus, 01067 Dresden, AT"; the country only when it is not Germany.
  public var text: String {
    let box = poBox.isEmpty ? "" : "Postfach \(poBox)"
    let abroad = country == "DE" ? "" : country
    let lines = [
      joined([street, houseNumber]), addition, box, joined([postalCode, place]), region, abroad,
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// A telephone or fax number.
public struct PhoneNumber: Hashable, Sendable {
  public enum Kind: String, Sendable { case landline, mobile, fax, service, unknown }
  /// E.164, "+4930123456"; when the number can't be judged, the digits as they were typed.
  public var number: String
  /// "23" of "030 123456-23" when the source marks it; else empty.
  public var `extension`: String
  public var kind: Kind
  /// Whether libphonenumber calls it valid. An invalid number is kept and never matched on.
  public var isValid: Bool

  public init(number: String, extension: String = "", kind: Kind = .unknown, isValid: Bool) {
    self.number = number
    self.extension = `extension`
    self.kind = kind
    self.isValid = isValid
  }

  public var text: String { `extension`.isEmpty ? number : "\(number);ext=\(`extension`)" }
}

/// A date of which parts may be unknown: 0 stands for an unknown part.
public struct PartialDate: Hashable, Comparable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int = 0, month: Int = 0, day: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// "1980-04-03", "--04-03", "1980-04", "1980".
  public var text: String {
    let monthAndDay = month == 0 ? "" : "-" + padded(month) + (day == 0 ? "" : "-" + padded(day))
    return (year == 0 ? "-" : String(year)) + monthAndDay
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// One statement of consent, as one record makes it.
public struct Consent: Hashable, Sendable {
  public enum Channel: String, CaseIterable, Sendable { case email, phone, post }
  public enum State: String, CaseIterable, Sendable { case granted, denied, unknown }
  public var channel: Channel
  /// The normalized e-mail address or E.164 number it is about; empty for post.
  public var address: String
  public var state: State
  /// ISO 8601 date or date and time as the source gives it, "2023-05-17T07:35:02"; empty when undated.
  public var date: String
  /// Where it was given ("web", "paper").
  public var source: String
  /// What proves it ("double-opt-in").
  public var evidence: String

  public init(
    channel: Channel, address: String = "", state: State, date: String = "", source: String = "",
    evidence: String = ""
  ) {
    self.channel = channel
    self.address = address
    self.state = state
    self.date = date
    self.source = source
    self.evidence = evidence
  }
}

func joined(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: " ")
}
