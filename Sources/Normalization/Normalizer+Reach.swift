internal import Records

extension Normalizer {
  // MARK: Addresses

  func addAddresses(to draft: inout Draft) {
    guard !draft.addresses.isEmpty else { return }
    draft.addresses.forEachGroup { cells in
      var input = AddressInput()
      for index in cells.indices { fill(&input, with: cells[index]) }
      guard !input.isEmpty else {
        if draft.country.isEmpty { draft.country = addresses.country(input.country) ?? "" }
        return
      }
      let parsed = addresses.normalized(input, evidence: draft.spokenCountry())
      for finding in parsed.findings { report(finding, cells, &draft) }
      if draft.country.isEmpty { draft.country = parsed.address.country }
      guard !parsed.address.isEmpty else { return }
      let isRepaired = parsed.isRepaired || cells.isAnyRepaired
      draft.add(
        .address, .address(parsed.address), label: cells[0].target.label,
        raw: draft.raw(of: cells), mark: isRepaired ? .repaired : .good)
    }
  }

  private func fill(_ input: inout AddressInput, with cell: Cell) {
    switch cell.target.field {
    case .street: input.street = joined([input.street, cell.text], by: ", ")
    case .houseNumber: input.houseNumber = cell.text
    case .addressAddition: input.addition = joined([input.addition, cell.text], by: ", ")
    case .poBox: input.poBox = cell.text
    case .postalCode: input.postalCode = cell.text
    case .place: input.place = cell.text
    case .region: input.region = cell.text
    case .country: input.country = cell.text
    case .fullAddress: input.full = input.full.isEmpty ? cell.text : input.full + "\n" + cell.text
    default: break
    }
  }

  private func report(
    _ finding: ParsedAddress.Finding, _ cells: [Cell], _ draft: inout Draft
  ) {
    func target(_ field: Field) -> FieldTarget? { (cells.first(field) ?? cells.first)?.target }
    switch finding {
    case .lostZero: draft.report(.lostZero, target(.postalCode))
    case .postalCodeForm: draft.report(.postalCodeForm, target(.postalCode))
    case .unknownCountry: draft.report(.unknownCountry, target(.country))
    case .excelNumber: draft.report(.excelNumber, target(.houseNumber))
    }
  }

  // MARK: Phones

  func addPhones(to draft: inout Draft, inheriting inherited: String?) {
    guard !draft.phones.isEmpty else { return }
    let spoken = draft.country.isEmpty ? draft.spokenCountry() ?? inherited : nil
    let region = draft.country.isEmpty ? spoken ?? country : draft.country
    for cell in draft.phones {
      let expected: PhoneNumber.Kind =
        switch cell.target.field {
        case .mobile: .mobile
        case .fax: .fax
        default: .unknown
        }
      if PhoneSplitter.isExcelDamaged(cell.text) {
        draft.report(.excelNumber, cell.target)
        add(unreadable: cell, expected, to: &draft)
        continue
      }
      for part in PhoneSplitter.parts(of: cell.text) {
        add(part, expected, region, cell, to: &draft)
      }
    }
  }

  private func add(
    _ part: PhonePart, _ expected: PhoneNumber.Kind, _ region: String, _ cell: Cell,
    to draft: inout Draft
  ) {
    guard let number = phones.judge(part.text, region: region, expecting: part.kind ?? expected)
    else {
      draft.report(.noNumber, cell.target)
      return add(unreadable: cell, expected, to: &draft)
    }
    if !number.isValid { draft.report(.invalidPhone, cell.target) }
    if draft.has(.phone, .phone(number), label: cell.target.label) { return }
    draft.add(
      .phone, .phone(number), label: cell.target.label, raw: cell.raw,
      mark: number.isValid ? (cell.clean.isRepaired ? .repaired : .good) : .invalid)
  }

  /// Keeps what stands in a phone column and is no number.
  private func add(unreadable cell: Cell, _ kind: PhoneNumber.Kind, to draft: inout Draft) {
    let text = joined(split(cell.text, at: UInt8(ascii: "\n")))
    draft.add(
      .phone, .phone(PhoneNumber(number: text, kind: kind, isValid: false)),
      label: cell.target.label, raw: cell.raw, mark: .invalid)
  }

  // MARK: E-mails and sites

  func addEmailsAndSites(to draft: inout Draft) {
    for cell in draft.emails {
      for email in EmailNormalizer.addresses(in: cell.text) { add(email, cell, to: &draft) }
    }
    for cell in draft.others where cell.target.field == .website {
      for text in split(cell.text, at: UInt8(ascii: "\n")) {
        let (site, isValid) = WebsiteNormalizer.normalized(text)
        if !isValid { draft.report(.badWebsite, cell.target) }
        draft.add(
          .website, .text(site), label: cell.target.label, raw: cell.raw,
          mark: isValid ? .good : .invalid)
      }
    }
  }

  private func add(_ email: Email, _ cell: Cell, to draft: inout Draft) {
    switch email.finding {
    case .noAt: draft.report(.noAt, cell.target)
    case .badForm: draft.report(.badEmail, cell.target)
    case .exchange: draft.report(.exchangeAddress, cell.target)
    case .placeholder: draft.report(.placeholderEmail, cell.target)
    case nil: break
    }
    if draft.has(.email, .text(email.text), label: cell.target.label) { return }
    let repaired = email.isRepaired || cell.clean.isRepaired
    draft.add(
      .email, .text(email.text), label: cell.target.label, raw: cell.raw,
      mark: email.isValid ? (repaired ? .repaired : .good) : .invalid)
  }
}

extension Draft {
  /// The country that VAT id, phone prefix, e-mail or site speak for; nil when none or several do.
  func spokenCountry() -> String? {
    var found: String?
    func add(_ country: String?) -> Bool {
      guard let country else { return true }
      if let found, found != country { return false }
      found = country
      return true
    }
    if let id = others.first(.vatID)?.text {
      let key = squashed(id)
      let country =
        key.hasPrefix("de") ? "DE" : key.hasPrefix("atu") ? "AT" : key.hasPrefix("che") ? "CH" : nil
      if country != nil { return country }
    }
    for phone in phones {
      let digits = squashed(phone.text)
      let isInternational = phone.text.hasPrefix("+") || digits.hasPrefix("00")
      let bare = digits.drop { $0 == "0" }
      guard isInternational else { continue }
      let country =
        bare.hasPrefix("49")
        ? "DE" : bare.hasPrefix("43") ? "AT" : bare.hasPrefix("41") ? "CH" : nil
      if !add(country) { return nil }
    }
    for cell in emails where !add(Self.country(ofDomain: cell.text)) { return nil }
    for cell in others where cell.target.field == .website {
      if !add(Self.country(ofDomain: cell.text)) { return nil }
    }
    return found
  }

  /// The country at the end of an address: "DE" of "info@muster.de".
  private static func country(ofDomain text: String) -> String? {
    var end: UInt32 = 0
    for byte in text.utf8.suffix(3) { end = end << 8 | UInt32(byte | 0x20) }
    switch end {
    case 0x2E6465: return "DE"
    case 0x2E6174: return "AT"
    case 0x2E6368: return "CH"
    default: return nil
    }
  }
}
