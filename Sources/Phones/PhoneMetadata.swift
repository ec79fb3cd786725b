/// One kind of number in a country's metadata: its pattern and its lengths.
struct NumberDescription: Hashable, Sendable {
  /// A regular expression for the whole national number; empty: no number is of this kind.
  var pattern = ""
  /// Lengths a number may have; empty: as the country's general description says.
  var lengths: [Int] = []
  /// Lengths that can be dialled inside an area only.
  var localLengths: [Int] = []
  /// A number of this kind, national and without the prefix; empty when the metadata give none.
  var example = ""
}

/// What the linked library knows of one country, as far as parsing and validity go.
struct CountryMetadata: Hashable, Sendable {
  /// ISO 3166 alpha-2, or "001" for codes of no country.
  var region = ""
  var callingCode = 0
  /// Regular expressions: what is dialled before a calling code, and before an area code.
  var internationalPrefix = ""
  var nationalPrefix = ""
  var transformRule = ""
  var hasOnePatternForMobileAndFixedLine = false
  var general = NumberDescription()
  /// One for each type that has one, in the order of `NumberType`.
  var types: [NumberType: NumberDescription] = [:]
}

/// The linked library's metadata, read from its serialized PhoneMetadataCollection.
///
/// Read from the library and not from a table of ours, so that it can't be of another version.
/// - Source: resources/phonemetadata.proto of libphonenumber for the field numbers.
enum PhoneMetadata {
  /// Every country, or none when the bytes aren't what they should be.
  static let linked: [CountryMetadata] = countries(in: LinkedLibrary.metadata())

  static func countries(in bytes: [UInt8]) -> [CountryMetadata] {
    var reader = WireReader(bytes[...])
    var countries: [CountryMetadata] = []
    while let field = reader.next() {
      if case .bytes(let message) = field.value, field.number == 1 {
        guard let country = country(in: message) else { return [] }
        countries.append(country)
      }
    }
    return reader.isDamaged ? [] : countries
  }

  private static func country(in bytes: ArraySlice<UInt8>) -> CountryMetadata? {
    var reader = WireReader(bytes)
    var country = CountryMetadata()
    while let field = reader.next() {
      switch field.value {
      case .bytes(let value):
        guard take(field.number, value, into: &country) else { return nil }
      case .number(let value):
        if field.number == 10 { country.callingCode = Int(clamping: value) }
        if field.number == 18 { country.hasOnePatternForMobileAndFixedLine = value != 0 }
      }
    }
    return reader.isDamaged ? nil : country
  }

  private static func take(
    _ number: Int, _ value: ArraySlice<UInt8>, into country: inout CountryMetadata
  ) -> Bool {
    switch number {
    case 9: country.region = String(decoding: value, as: UTF8.self)
    case 11: country.internationalPrefix = String(decoding: value, as: UTF8.self)
    case 15: country.nationalPrefix = String(decoding: value, as: UTF8.self)
    case 16: country.transformRule = String(decoding: value, as: UTF8.self)
    case 1:
      guard let general = description(in: value) else { return false }
      country.general = general
    default:
      guard let type = type(ofField: number) else { return true }
      guard let description = description(in: value) else { return false }
      country.types[type] = description
    }
    return true
  }

  private static func type(ofField number: Int) -> NumberType? {
    switch number {
    case 2: .fixedLine
    case 3: .mobile
    case 4: .tollFree
    case 5: .premiumRate
    case 6: .sharedCost
    case 7: .personal
    case 8: .voip
    case 21: .pager
    case 25: .companyNumber
    case 28: .voicemail
    default: nil
    }
  }

  private static func description(in bytes: ArraySlice<UInt8>) -> NumberDescription? {
    var reader = WireReader(bytes)
    var description = NumberDescription()
    while let field = reader.next() {
      switch (field.number, field.value) {
      case (2, .bytes(let value)): description.pattern = String(decoding: value, as: UTF8.self)
      case (6, .bytes(let value)): description.example = String(decoding: value, as: UTF8.self)
      case (9, .number(let value)): description.lengths.append(length(value))
      case (9, .bytes(let value)): description.lengths += lengths(packed: value)
      case (10, .number(let value)): description.localLengths.append(length(value))
      case (10, .bytes(let value)): description.localLengths += lengths(packed: value)
      default: break
      }
    }
    return reader.isDamaged ? nil : description
  }

  /// An int32 travels as 64 bits, so that -1 ("no number is of this kind") has the high bits set.
  private static func length(_ value: UInt64) -> Int { Int(Int64(bitPattern: value)) }

  private static func lengths(packed bytes: ArraySlice<UInt8>) -> [Int] {
    var reader = WireReader(bytes)
    var lengths: [Int] = []
    while let value = reader.number() { lengths.append(length(value)) }
    return lengths
  }
}
