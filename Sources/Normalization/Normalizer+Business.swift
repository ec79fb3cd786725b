internal import Records

extension Normalizer {
  /// Adds birth date, customer number, VAT id and IBAN.
  func addIdentity(to draft: inout Draft) {
    guard !draft.others.isEmpty else { return }
    addBirthDateParts(to: &draft)
    for cell in draft.others where cell.target.field == .birthDate {
      guard let date = DateNormalizer.birthDate(cell.text) else {
        draft.report(.badDate, cell.target)
        draft.add(.birthDate, .text(cell.text), raw: cell.raw, mark: .invalid)
        continue
      }
      if date != PartialDate() { draft.add(.birthDate, .date(date), raw: cell.raw) }
    }
    for cell in draft.others where cell.target.field == .customerNumber {
      let number = CustomerNumber.normalized(cell.text)
      draft.add(.customerNumber, .text(number), label: cell.target.label, raw: cell.raw)
    }
    for cell in draft.others where cell.target.field == .vatID { addVATID(cell, to: &draft) }
    for cell in draft.others where cell.target.field == .iban { addIBAN(cell, to: &draft) }
  }

  /// A birth date whose year, month and day stand in columns of their own.
  private func addBirthDateParts(to draft: inout Draft) {
    let parts = [Field.birthYear, .birthMonth, .birthDay].map { draft.others.first($0) }
    guard parts.contains(where: { $0 != nil }) else { return }
    let raw = parts.map { $0?.raw ?? "" }.joined(separator: "-")
    let texts = parts.map { $0?.text ?? "" }
    guard
      let date = DateNormalizer.birthDate(year: texts[0], month: texts[1], day: texts[2])
    else {
      draft.report(.badDate, parts.lazy.compactMap { $0?.target }.first)
      draft.add(.birthDate, .text(raw), raw: raw, mark: .invalid)
      return
    }
    if date != PartialDate() { draft.add(.birthDate, .date(date), raw: raw) }
  }

  private func addVATID(_ cell: Cell, to draft: inout Draft) {
    let region = draft.country.isEmpty ? country : draft.country
    let id = VATIDNormalizer.normalized(cell.text, country: region)
    switch id.finding {
    case .form: draft.report(.vatForm, cell.target)
    case .checkDigit: draft.report(.vatCheckDigit, cell.target)
    case nil: break
    }
    draft.add(.vatID, .text(id.text), raw: cell.raw, mark: id.finding == nil ? .good : .invalid)
  }

  private func addIBAN(_ cell: Cell, to draft: inout Draft) {
    let iban = IBANNormalizer.normalized(cell.text)
    switch iban.finding {
    case .form: draft.report(.ibanForm, cell.target)
    case .checkDigit: draft.report(.ibanCheckDigit, cell.target)
    case nil: break
    }
    draft.add(.iban, .text(iban.text), raw: cell.raw, mark: iban.finding == nil ? .good : .invalid)
  }

  /// Adds roles, status and the plain texts, in the order of the attributes.
  func addBusiness(to draft: inout Draft) {
    guard !draft.others.isEmpty else { return }
    let cells = draft.others
    var roles: [String] = []
    for cell in cells where cell.target.field == .role {
      for role in RoleNormalizer.roles(in: cell.text) where !roles.contains(role) {
        roles.append(role)
        draft.add(.role, .text(role), raw: cell.raw)
      }
    }
    for cell in cells where cell.target.field == .status {
      guard let status = StatusNormalizer.status(cell.text) else { continue }
      if !StatusNormalizer.isKnown(status) { draft.report(.unknownStatus, cell.target) }
      draft.add(.status, .text(status), raw: cell.raw)
    }
    for (field, attribute) in [
      (Field.category, Attribute.category), (.language, .language), (.note, .note),
    ] {
      for cell in cells where cell.target.field == field {
        draft.add(attribute, .text(cell.text), label: cell.target.label, raw: cell.raw)
      }
    }
    for (field, attribute) in [(Field.createdAt, Attribute.createdAt), (.changedAt, .changedAt)] {
      for cell in cells where cell.target.field == field { addDate(cell, attribute, to: &draft) }
    }
  }

  private func addDate(_ cell: Cell, _ attribute: Attribute, to draft: inout Draft) {
    guard let date = DateNormalizer.timestamp(cell.text) else {
      draft.report(.badDate, cell.target)
      draft.add(attribute, .text(cell.text), raw: cell.raw, mark: .invalid)
      return
    }
    if !date.isEmpty { draft.add(attribute, .text(date), raw: cell.raw) }
  }

  // MARK: Consent

  func addConsents(to draft: inout Draft) {
    guard !draft.consents.isEmpty else { return }
    draft.consents.forEachGroup { cells in
      var input = ConsentInput()
      for cell in cells { fill(&input, with: cell) }
      let reading = ConsentNormalizer.reading(input)
      for (finding, field) in reading.findings {
        draft.report(finding, cells.first(field)?.target)
      }
      let raw = draft.raw(of: cells)
      let label = cells[0].target.label
      for statement in reading.statements {
        for consent in placed(statement, label: label, in: draft) {
          draft.add(.consent, .consent(consent), label: label, raw: raw)
        }
      }
    }
  }

  private func fill(_ input: inout ConsentInput, with cell: Cell) {
    switch cell.target.field {
    case .consentChannel: input.channel = cell.text
    case .consentAddress: input.address = cell.text
    case .consentState: input.state = cell.text
    case .consentDate: input.date = cell.text
    case .consentSource: input.source = cell.text
    case .consentEvidence: input.evidence = cell.text
    case .consentWithdrawnAt: input.withdrawnAt = cell.text
    default: break
    }
  }

  /// A statement with the address it is about: its own, else the record's of that channel.
  ///
  /// A denial is about each of several; a grant that names none of them is about none.
  private func placed(_ statement: Consent, label: ValueLabel?, in draft: Draft) -> [Consent] {
    var statement = statement
    var about: [String] = []
    if statement.channel != .post {
      about = named(statement, in: draft)
      if about.isEmpty {
        // A yes to what can't be read as an address of the channel is a yes to nothing.
        if statement.state == .granted, !statement.address.isEmpty { statement.state = .unknown }
        about = addresses(for: statement, label: label, in: draft)
        if statement.state != .denied, about.count > 1 { about = [] }
      }
    }
    return (about.isEmpty ? [""] : about).map { address in
      var consent = statement
      consent.address = address
      return consent
    }
  }

  /// The record's addresses of the statement's channel; only those with its label, where some are.
  private func addresses(
    for statement: Consent, label: ValueLabel?, in draft: Draft
  ) -> [String] {
    let attribute: Attribute = statement.channel == .email ? .email : .phone
    let isDenied = statement.state == .denied
    let all = draft.values.filter { value in
      guard value.attribute == attribute, value.mark != .invalid else { return false }
      // A yes to calls is none to faxes.
      if case .phone(let number) = value.value { return number.kind != .fax || isDenied }
      return true
    }
    let labelled = label == nil ? all : all.filter { $0.label == label }
    var addresses: [String] = []
    for value in labelled.isEmpty ? all : labelled where !addresses.contains(value.value.text) {
      addresses.append(value.value.text)
    }
    return addresses
  }

  /// The addresses of its channel that a statement names itself.
  private func named(_ statement: Consent, in draft: Draft) -> [String] {
    guard !statement.address.isEmpty else { return [] }
    if statement.channel == .email {
      return EmailNormalizer.addresses(in: statement.address).filter(\.isValid).map(\.text)
    }
    guard !statement.address.has("@") else { return [] }
    let region = draft.country.isEmpty ? country : draft.country
    return PhoneSplitter.parts(of: statement.address).compactMap { part in
      let number = phones.judge(part.text, region: region, expecting: part.kind ?? .unknown)
      return number.flatMap { $0.isValid ? $0.text : nil }
    }
  }
}
