internal import Records

extension Normalizer {
  /// Adds birth date, customer number, VAT id and IBAN.
  func addIdentity(to draft: inout Draft) {
    guard !draft.others.isEmpty else { return }
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
    for cells in draft.consents.groups {
      var input = ConsentInput()
      for cell in cells { fill(&input, with: cell) }
      if !input.date.isEmpty, DateNormalizer.timestamp(input.date) == nil,
        let cell = cells.first(.consentDate)
      {
        draft.report(.badDate, cell.target)
      }
      let raw = cells.raw { _ in true }
      for statement in ConsentNormalizer.statements(input) {
        for address in addresses(of: statement, label: cells[0].target.label, in: draft) {
          var consent = statement
          consent.address = address
          draft.add(.consent, .consent(consent), label: cells[0].target.label, raw: raw)
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

  /// What a statement is about: its own address, else the record's of that channel.
  ///
  /// A grant reaches the first address alone; a denial reaches all of them.
  private func addresses(
    of statement: Consent, label: ValueLabel?, in draft: Draft
  ) -> [String] {
    if statement.channel == .post { return [""] }
    if !statement.address.isEmpty { return [own(statement, in: draft)] }
    let attribute: Attribute = statement.channel == .email ? .email : .phone
    let all = draft.values.filter { $0.attribute == attribute && $0.mark != .invalid && !$0.isFax }
    let labelled = label == nil ? all : all.filter { $0.label == label }
    var addresses: [String] = []
    for value in labelled.isEmpty ? all : labelled {
      let address = value.consentAddress
      if !addresses.contains(address) { addresses.append(address) }
    }
    if addresses.isEmpty { return [""] }
    return statement.state == .denied ? addresses : [addresses[0]]
  }

  private func own(_ statement: Consent, in draft: Draft) -> String {
    switch statement.channel {
    case .email: return EmailNormalizer.addresses(in: statement.address).first?.text ?? ""
    case .phone:
      let region = draft.country.isEmpty ? country : draft.country
      return phones.judge(statement.address, region: region, expecting: .unknown)?.number
        ?? statement.address
    case .post: return ""
    }
  }
}

extension FieldValue {
  fileprivate var isFax: Bool {
    if case .phone(let number) = value { return number.kind == .fax }
    return false
  }

  fileprivate var consentAddress: String {
    if case .phone(let number) = value { return number.number }
    return value.text
  }
}
