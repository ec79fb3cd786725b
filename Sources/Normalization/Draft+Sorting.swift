internal import Records

extension Draft {
  /// Cleans the mapped values and sorts them by what they are about; placeholders are left out.
  mutating func sortCells() {
    for index in mapped.values.indices where !mapped.values[index].text.isEmpty {
      let value = mapped.values[index]
      let field = value.target.field
      var cell = Cell(target: value.target, raw: value.text, clean: CleanText(text: value.text))
      if !TextCleaner.isClean(value.text) {
        cell.clean = TextCleaner.clean(value.text)
        if !keepsLines(field), cell.clean.text.has("\n") {
          cell.clean = TextCleaner.line(value.text)
        }
        guard !cell.clean.text.isEmpty else { continue }
      }
      if let context = junkContext(field), JunkDetector.isJunk(cell.clean.text, in: context) {
        report(.placeholder, value.target)
        continue
      }
      if cell.clean.isRepaired { report(.garbledText, value.target) }
      sort(cell)
    }
  }

  private mutating func sort(_ cell: consuming Cell) {
    switch cell.target.field {
    case .salutation, .title, .given, .middle, .particle, .family, .birthName, .suffix, .nickname,
      .fullName, .gender:
      if cell.target.field == .fullName, cell.text.has("@"), !cell.text.has(" ") {
        emails.append(cell)  // a display name that is an address
      } else {
        names.append(cell)
      }
    case .organization, .organization2, .department, .position: organizations.append(cell)
    case .street, .houseNumber, .addressAddition, .poBox, .postalCode, .place, .region, .country,
      .fullAddress:
      addresses.append(cell)
    case .phone, .mobile, .fax: phones.append(cell)
    case .email: emails.append(cell)
    case .consentChannel, .consentAddress, .consentState, .consentDate, .consentSource,
      .consentEvidence, .consentWithdrawnAt:
      consents.append(cell)
    case .key: break
    case .recordID: recID = cell.text
    case .kind: setKind(cell.text)
    case .parentKey: parentKey = parentKey ?? cell.text
    case .customerNumber, .website, .birthDate, .birthYear, .birthMonth, .birthDay, .vatID, .iban,
      .role, .status, .category, .language, .note, .createdAt, .changedAt:
      others.append(cell)
    }
  }

  private func keepsLines(_ field: Field) -> Bool {
    switch field {
    case .fullName, .fullAddress, .note, .phone, .mobile, .fax, .email, .role, .website: true
    default: false
    }
  }

  /// What a placeholder looks like in a field; nil where every word may be meant.
  private func junkContext(_ field: Field) -> JunkDetector.Context? {
    switch field {
    case .given, .middle: .given
    case .family, .birthName, .fullName, .particle: .family
    case .organization, .organization2: .organization
    case .phone, .mobile, .fax, .postalCode, .customerNumber, .vatID, .iban, .houseNumber: .number
    case .title, .suffix, .nickname, .department, .position, .street, .addressAddition, .poBox,
      .place,
      .region, .country, .fullAddress, .email, .website, .category, .language:
      .text
    case .note, .status, .role, .kind, .key, .recordID, .parentKey, .salutation, .gender,
      .birthDate, .birthYear, .birthMonth, .birthDay, .createdAt, .changedAt, .consentChannel,
      .consentAddress, .consentState, .consentDate,
      .consentSource, .consentEvidence, .consentWithdrawnAt:
      nil
    }
  }
}
