package import Records

/// Writes `contacts.csv`: one row for each contact, in columns a spreadsheet can use.
///
/// What has no column of its own (a fourth e-mail address, a third postal address) stands in the
/// `more_…` columns. Extras have the columns `extra.NAME`.
package struct ContactCSVWriter {
  private var writer: CSVWriter
  private let language: Language
  private let extraColumns: [String: Int]
  private var cells: [String]

  /// - Parameters:
  ///   - extras: The names of all extras that contacts have, in the order of their columns.
  ///   - language: In which the reasons of permissions are given.
  package init(
    _ output: ByteOutput, extras: [String], language: Language,
    delimiter: UInt8 = UInt8(ascii: ",")
  ) throws {
    writer = CSVWriter(output, delimiter: delimiter)
    self.language = language
    var columns: [String: Int] = [:]
    for name in extras where columns[name] == nil {
      columns[name] = ContactColumn.allCases.count + columns.count
    }
    extraColumns = columns
    let names = columns.sorted { $0.value < $1.value }.map { "extra." + $0.key }
    cells = ContactColumn.allCases.map(\.rawValue) + names
    try writer.write(cells)
  }

  /// Appends a contact.
  package mutating func write(_ contact: Contact) throws {
    for index in cells.indices { cells[index] = "" }
    self[.id] = String(contact.id)
    self[.kind] = contact.kind.rawValue
    self[.recordCount] = String(contact.records.count)
    setPerson(contact)
    setAddresses(contact)
    setPhones(contact)
    setEmails(contact)
    for (attribute, column) in Self.plainColumns {
      self[column] = joined(contact.values(of: attribute).map(\.value.value.text))
    }
    for value in contact.values where value.value.attribute == .extra {
      guard let column = extraColumns[value.value.name] else { continue }
      let text = value.value.value.text
      cells[column] = cells[column].isEmpty ? text : joined([cells[column], text])
    }
    let post = contact.permissions.first { $0.channel == .post }
    setPermission(post, .mayPost, reason: .mayPostReason)
    try writer.write(cells)
  }

  /// Ends the file.
  package func close() throws { try writer.close() }

  private subscript(column: ContactColumn) -> String {
    get { cells[column.index] }
    set { cells[column.index] = newValue }
  }

  /// Attributes that fill one column with all their values.
  private static let plainColumns: [(Attribute, ContactColumn)] = [
    (.salutation, .salutation), (.title, .title), (.birthName, .birthName),
    (.nickname, .nickname), (.gender, .gender), (.department, .department),
    (.position, .position), (.website, .website), (.birthDate, .birthDate),
    (.customerNumber, .customerNumbers), (.vatID, .vatID), (.iban, .iban), (.role, .roles),
    (.status, .status), (.category, .categories), (.language, .language), (.note, .note),
    (.createdAt, .createdAt), (.changedAt, .changedAt),
  ]

  private func joined(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}

extension ContactCSVWriter {
  private mutating func setPerson(_ contact: Contact) {
    if case .name(let name)? = contact.first(.name)?.value {
      self[.given] = name.given
      self[.middle] = name.middle
      self[.particle] = name.particle
      self[.family] = name.family
      self[.suffix] = name.suffix
    } else {
      self[.family] = contact.first(.name)?.value.text ?? ""
    }
    let organizations = contact.values(of: .organization).map(\.value.value)
    self[.organization] = joined(organizations.map(\.text))
    if case .organization(let first)? = organizations.first { self[.legalForm] = first.legalForm }
  }

  private mutating func setAddresses(_ contact: Contact) {
    let addresses = contact.values(of: .address).map(\.value)
    for (place, value) in addresses.prefix(2).enumerated() {
      guard case .address(let address) = value.value else { continue }
      let cells = [
        value.label?.rawValue ?? "", address.street, address.houseNumber, address.addition,
        address.poBox, address.postalCode, address.place, address.region, address.country,
      ]
      let first = place == 0 ? ContactColumn.addressLabel : .addressLabel2
      for (offset, cell) in cells.enumerated() { self.cells[first.index + offset] = cell }
    }
    self[.moreAddresses] = joined(addresses.dropFirst(2).map(\.value.text))
  }

  private mutating func setPhones(_ contact: Contact) {
    var lines: [PhoneNumber] = []
    var mobiles: [PhoneNumber] = []
    var faxes: [PhoneNumber] = []
    for value in contact.values(of: .phone) {
      guard case .phone(let phone) = value.value.value else { continue }
      switch phone.kind {
      case .mobile: mobiles.append(phone)
      case .fax: faxes.append(phone)
      case .landline, .service, .unknown: lines.append(phone)
      }
    }
    self[.phone] = lines.first?.text ?? ""
    self[.phone2] = lines.dropFirst().first?.text ?? ""
    self[.mobile] = mobiles.first?.text ?? ""
    self[.fax] = faxes.first?.text ?? ""
    let rest = lines.dropFirst(2) + mobiles.dropFirst() + faxes.dropFirst()
    self[.morePhones] = joined(rest.map(\.text))
    setPermission(
      permission(of: lines.first?.number, .phone, contact), .mayPhone, reason: .mayPhoneReason)
    setPermission(
      permission(of: mobiles.first?.number, .phone, contact), .mayMobile, reason: .mayMobileReason)
  }

  private mutating func setEmails(_ contact: Contact) {
    let emails = contact.values(of: .email).map(\.value.value.text)
    let columns: [(ContactColumn, ContactColumn, ContactColumn)] = [
      (.email, .mayEmail, .mayEmailReason), (.email2, .mayEmail2, .mayEmailReason2),
      (.email3, .mayEmail3, .mayEmailReason3),
    ]
    for (email, (column, may, reason)) in zip(emails, columns) {
      self[column] = email
      setPermission(permission(of: email, .email, contact), may, reason: reason)
    }
    self[.moreEmails] = joined(Array(emails.dropFirst(3)))
  }

  private func permission(
    of address: String?, _ channel: Consent.Channel, _ contact: Contact
  ) -> Permission? {
    contact.permissions.first { $0.channel == channel && $0.address == address }
  }

  /// "yes" or "no"; empty where there is nothing to permit.
  private mutating func setPermission(
    _ permission: Permission?, _ column: ContactColumn, reason: ContactColumn
  ) {
    guard let permission else { return }
    self[column] = permission.isAllowed ? "yes" : "no"
    self[reason] = permission.reason(language)
  }
}
