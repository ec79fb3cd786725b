internal import Records

/// The parts of one address as its columns spell them, each cleaned; empty where there is none.
struct AddressInput: Hashable {
  var street = ""
  var houseNumber = ""
  var addition = ""
  var poBox = ""
  var postalCode = ""
  var place = ""
  var region = ""
  var country = ""
  /// A whole address in one column, lines kept; used when street, code and place are empty.
  var full = ""

  /// Whether anything but the country is there.
  var isEmpty: Bool {
    street.isEmpty && houseNumber.isEmpty && addition.isEmpty && poBox.isEmpty
      && postalCode.isEmpty && place.isEmpty && region.isEmpty && full.isEmpty
  }
}

/// A normalized address, and what was found wrong or undone.
struct ParsedAddress: Hashable {
  enum Finding: Hashable {
    case lostZero, postalCodeForm, unknownCountry, excelNumber
  }
  var address = Address()
  var isRepaired = false
  var findings: [Finding] = []
}

/// Puts an address together from its columns.
struct AddressNormalizer {
  /// The country of addresses that name none, when their postal code has its form.
  var defaultCountry: String
  /// Keeps what was read of a street and a place.
  var streets = Memo<StreetLine>(limit: 50_000)
  var streetsBesideNumber = Memo<StreetLine>(limit: 100_000)
  var places = Memo<Place>(limit: 20_000)
  var countries = Memo<String?>(limit: 1_000)

  init(defaultCountry: String) { self.defaultCountry = defaultCountry }

  /// - Parameter evidence: The country that VAT id, e-mail, site or phone speak for; used only to
  ///   tell whether a leading zero is lost.
  mutating func normalized(_ input: AddressInput, evidence: @autoclosure () -> String?)
    -> ParsedAddress
  {
    var input = input
    var result = ParsedAddress()
    if !input.full.isEmpty, input.street.isEmpty, input.postalCode.isEmpty, input.place.isEmpty {
      input = FullAddressNormalizer.divided(input.full, beside: input)
    }
    readStreet(input, into: &result)
    readPlace(input, into: &result)
    readCountry(input, into: &result, evidence: evidence())
    useNationalSpelling(&result)
    return result
  }

  /// The alpha-2 code of a country's name or sign; nil when it is none.
  mutating func country(_ text: String) -> String? {
    countries.value(for: text) { CountryNormalizer.code(of: $0) }
  }

  // MARK: Street

  private mutating func readStreet(_ input: AddressInput, into result: inout ParsedAddress) {
    let hasNumber = !input.houseNumber.isEmpty
    let line = hasNumber ? besideNumber(input.street) : street(input.street)
    result.address.street = line.street
    result.address.houseNumber =
      hasNumber ? StreetNormalizer.houseNumber(input.houseNumber) : line.houseNumber
    if hasNumber {
      let number = result.address.houseNumber
      // "Am Wald 32" beside "32": the number stands twice.
      if line.street.utf8.contains(where: \.isASCIIDigit), let last = words(of: line.street).last,
        StreetNormalizer.houseNumber(last) == number,
        last.utf8.first?.isASCIIDigit == true, last.utf8.count < line.street.utf8.count
      {
        result.address.street = joined(Array(words(of: line.street).dropLast()))
      }
      if StreetNormalizer.isDate(number) { result.findings.append(.excelNumber) }
    }
    result.address.poBox = poBox(input, line)
    guard !input.addition.isEmpty || !line.addition.isEmpty else {
      result.isRepaired = line.isRepaired
      return
    }
    let addition = line.poBox.isEmpty ? input.addition : withoutBox(input.addition)
    result.address.addition = joined([line.addition, withoutBox(addition)], by: ", ")
    result.isRepaired = line.isRepaired
  }

  private mutating func street(_ text: String) -> StreetLine {
    text.isEmpty ? StreetLine() : streets.value(for: text) { StreetNormalizer.normalized($0) }
  }

  private mutating func besideNumber(_ text: String) -> StreetLine {
    guard !text.isEmpty else { return StreetLine() }
    return streetsBesideNumber.value(for: text) {
      StreetNormalizer.normalized($0, splitsNumber: false)
    }
  }

  private func poBox(_ input: AddressInput, _ line: StreetLine) -> String {
    if !input.poBox.isEmpty {
      let digits = StreetNormalizer.poBox(input.poBox) ?? words(of: input.poBox).joined()
      return digits
    }
    if !line.poBox.isEmpty { return line.poBox }
    return input.addition.isEmpty ? "" : StreetNormalizer.poBox(input.addition) ?? ""
  }

  private func withoutBox(_ addition: String) -> String {
    addition.isEmpty || StreetNormalizer.poBox(addition)?.isEmpty == false ? "" : addition
  }

  // MARK: Place

  private mutating func readPlace(_ input: AddressInput, into result: inout ParsedAddress) {
    var code = PostalCodeNormalizer.normalized(input.postalCode)
    var place = Place(text: "")
    let text = input.place.isEmpty ? code.place : input.place
    if !text.isEmpty { place = places.value(for: text) { PlaceNormalizer.normalized($0) } }
    if code.code.isEmpty, let own = place.postalCode { code = own }
    result.address.postalCode = code.code
    result.address.country = code.country
    result.address.place = place.text
    result.address.region = input.region
    if !place.district.isEmpty {
      result.address.addition = joined([result.address.addition, place.district], by: ", ")
    }
    result.isRepaired = result.isRepaired || code.isRepaired || place.isRepaired
  }

  // MARK: Country

  private mutating func readCountry(
    _ input: AddressInput, into result: inout ParsedAddress, evidence: @autoclosure () -> String?
  ) {
    if !input.country.isEmpty {
      if let code = country(input.country) {
        result.address.country = code
      } else {
        result.findings.append(.unknownCountry)
      }
    }
    let code = result.address.postalCode
    guard !code.isEmpty else { return }
    if code.utf8.count == 4, restoreZero(&result, evidence: evidence()) { return }
    if result.address.country.isEmpty {
      let fits = PostalCodeNormalizer.isPlausible(code, in: defaultCountry)
      if fits { result.address.country = defaultCountry }
    } else if !PostalCodeNormalizer.isPlausible(code, in: result.address.country) {
      result.findings.append(.postalCodeForm)
    }
  }

  /// Austrian and Swiss codes have four digits too, so the country must be certain.
  private func restoreZero(
    _ result: inout ParsedAddress, evidence: @autoclosure () -> String?
  ) -> Bool {
    let code = result.address.postalCode
    if result.address.country.isEmpty, defaultCountry == "DE",
      let told = TownsByCode.country(of: code, place: result.address.place) ?? evidence()
    {
      result.address.country = told
    }
    guard result.address.country == "DE", let restored = PostalCodeNormalizer.withLeadingZero(code)
    else { return false }
    result.address.postalCode = restored
    result.isRepaired = true
    result.findings.append(.lostZero)
    return true
  }

  /// Swiss spelling has no "ß"; Austrian streets end in "g." where a "gasse" is meant.
  private func useNationalSpelling(_ result: inout ParsedAddress) {
    switch result.address.country {
    case "CH", "LI":
      guard result.address.street.utf8.contains(0x9F) else { return }
      result.address.street = result.address.street.replacing("ß", with: "ss")
    case "AT":
      let street = result.address.street
      let isOther = ["weg.", "ring.", "berg.", "burg.", "steig."].contains { street.hasSuffix($0) }
      guard street.hasSuffix("g."), street.utf8.count > 5, !isOther else { return }
      result.address.street = String(street.dropLast()) + "asse"
    default: break
    }
  }
}
