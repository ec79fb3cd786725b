package import Records

/// Whether values read well as a field: what tells a column's kind where its name doesn't.
///
/// It asks the same readers that normalizing asks, so what fits here is read there.
package struct FieldFit {
  private let phones: any PhoneJudge
  private let country: String

  /// - Parameters:
  ///   - phones: Judges numbers; used by this value alone.
  ///   - country: ISO 3166 alpha-2: where phones without a country are.
  package init(phones: any PhoneJudge, country: String) {
    self.phones = phones
    self.country = country
  }

  /// The fields whose values are known by their form.
  package static let fields: [Field] = [
    .email, .website, .phone, .mobile, .birthDate, .createdAt, .vatID, .iban, .salutation, .title,
    .given, .organization, .street, .houseNumber, .postalCode, .fullAddress, .country, .kind,
    .role, .status, .consentState, .gender, .poBox,
  ]

  /// Whether a value reads well as a field; nil when the field takes any text.
  ///
  /// - Parameter text: As the source spells it.
  package func fits(_ text: String, _ field: Field) -> Bool? {
    let text = TextCleaner.line(text).text
    guard !text.isEmpty else { return nil }
    switch field {
    case .email:
      let addresses = EmailNormalizer.addresses(in: text)
      return !addresses.isEmpty && addresses.allSatisfy { $0.isValid || $0.finding == .exchange }
    case .website: return Self.isSite(text)
    case .phone, .fax: return isPhone(text)
    case .mobile: return isPhone(text, expecting: .mobile)
    case .birthDate: return Self.isDate(text)
    case .createdAt, .changedAt, .consentDate, .consentWithdrawnAt:
      return Self.isDate(text) && DateNormalizer.timestamp(text) != nil
    case .vatID: return Self.isVATID(text, country: country)
    case .iban: return IBANNormalizer.normalized(text).finding == nil
    default: return Self.fitsWord(text, field)
    }
  }

  /// Fields whose values are words or parts of an address.
  private static func fitsWord(_ text: String, _ field: Field) -> Bool? {
    switch field {
    case .salutation: SalutationNormalizer.normalized(text).isKnown
    case .gender: SalutationNormalizer.gender(text) != nil
    case .title: isTitle(text)
    case .given: words(of: text).allSatisfy { GivenNames.contains($0) }
    case .family, .middle, .particle, .place, .region: !hasManyDigits(text) && !text.has("@")
    case .organization: !OrganizationNormalizer.normalized(text).name.legalForm.isEmpty
    case .street: isStreet(text)
    case .houseNumber: text.utf8.first?.isASCIIDigit == true && text.utf8.count <= 12
    case .postalCode: isPostalCode(text)
    case .poBox: text.isAllDigits || StreetNormalizer.poBox(text) != nil
    case .fullAddress: isAddress(text)
    case .country: CountryNormalizer.code(of: text) != nil
    case .kind: KindNormalizer.kind(text) != nil
    case .role: RoleNormalizer.areKnown(in: text)
    case .status: StatusNormalizer.status(text).map(StatusNormalizer.isKnown) ?? true
    case .consentState:
      ConsentWords.answer(text) == .granted || ConsentWords.answer(text) == .denied
    default: nil
    }
  }

  private func isPhone(_ text: String, expecting kind: PhoneNumber.Kind = .unknown) -> Bool {
    if PhoneSplitter.isExcelDamaged(text) { return kind == .unknown }
    guard text.utf8.count(where: \.isASCIIDigit) >= 5 else { return false }
    let numbers = PhoneSplitter.parts(of: text).map {
      phones.judge($0.text, region: country, expecting: $0.kind ?? .unknown)
    }
    return !numbers.isEmpty
      && numbers.allSatisfy { $0?.isValid == true && (kind == .unknown || $0?.kind == kind) }
  }

  private static func isSite(_ text: String) -> Bool {
    guard !text.has("@"), !text.has(" "), text.has(".") else { return false }
    let site = WebsiteNormalizer.normalized(text)
    return site.isValid && text.utf8.contains { $0.isASCIILetter }
  }

  /// A number alone may be a day for Excel, and is most often something else.
  private static func isDate(_ text: String) -> Bool {
    !text.isAllDigits && text.utf8.count >= 6 && DateNormalizer.birthDate(text) != nil
  }

  private static func isVATID(_ text: String, country: String) -> Bool {
    text.utf8.first?.isASCIILetter == true
      && VATIDNormalizer.normalized(text, country: country).finding == nil
  }

  private static func isTitle(_ text: String) -> Bool {
    let tokens = NameTokens.tokens(of: text)
    return !tokens.isEmpty && TitleNormalizer.leadingTitles(of: tokens[...]).count == tokens.count
  }

  /// A name and a number behind it, "Hauptstr. 12", or a word that ends as streets do.
  private static func isStreet(_ text: String) -> Bool {
    guard !text.has("@"), text.utf8.first?.isASCIILetter == true || text.utf8.first ?? 0 >= 0x80
    else { return false }
    let line = StreetNormalizer.normalized(text)
    return !line.houseNumber.isEmpty || !line.poBox.isEmpty || namesStreet(text)
  }

  /// Whether a text, without a number behind it, ends as streets' names do: what tells them from
  /// other texts with a number behind them.
  package static func namesStreet(_ text: String) -> Bool {
    let key = squashed(StreetNormalizer.normalized(TextCleaner.line(text).text).street)
    return streetEnds.contains { key.hasSuffix($0) }
  }

  private static let streetEnds = [
    "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "chaussee",
  ]

  private static func isPostalCode(_ text: String) -> Bool {
    let code = PostalCodeNormalizer.normalized(text)
    return code.code.isAllDigits && (4...5).contains(code.code.utf8.count) && code.place.isEmpty
  }

  /// A street with its number, and a postal code with its place.
  private static func isAddress(_ text: String) -> Bool {
    let parts = FullAddressNormalizer.divided(text, beside: AddressInput())
    return !parts.postalCode.isEmpty && !parts.place.isEmpty
  }

  private static func hasManyDigits(_ text: String) -> Bool {
    text.utf8.count(where: \.isASCIIDigit) * 2 > text.utf8.count
  }
}

extension RoleNormalizer {
  /// Whether all words of a cell are known roles.
  static func areKnown(in text: String) -> Bool {
    let roles = roles(in: text)
    return !roles.isEmpty && roles.allSatisfy(canonical.contains)
  }
}

extension FieldFit {
  /// The one channel that a column's name says a consent is about, as pipeline files spell it; nil
  /// when it names none, several, or one among words that are not understood.
  package static func consentChannel(inName name: String) -> String? {
    let words = name.map { $0.isLetter || $0.isNumber || "-/,&+".contains($0) ? $0 : " " }
    let channels = ConsentChannels(in: String(words))
    guard channels.isClear, channels.certain.count == 1 else { return nil }
    return channels.certain[0].rawValue
  }
}

/// What else is wrong with a text, for a look at a column.
package enum TextOddity {
  /// A placeholder like "n/a" or "-".
  package static func isPlaceholder(_ text: String) -> Bool {
    JunkDetector.isJunk(TextCleaner.line(text).text, in: .text)
  }

  /// Doubly encoded, or with HTML entities.
  package static func isGarbled(_ text: String) -> Bool { TextCleaner.line(text).isRepaired }

  /// Rewritten by Excel: "4,91712E+11", "#NAME?".
  package static func isExcelDamaged(_ text: String) -> Bool {
    text.first == "#" && isPlaceholder(text) || PhoneSplitter.isExcelDamaged(text)
  }
}
