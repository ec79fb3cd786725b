package import Records

/// Writes `contacts.csv`: one row for each contact, in columns a spreadsheet can use.
///
/// What has no column of its own (a fourth e-mail address, a third postal address) stands in the
/// `more_…` columns. Extras have the columns `extra.NAME`.
package struct ContactCSVWriter {
  private var writer: CSVWriter
  private let language: Language
  private let extraNames: [String]
  private let name: (ContactID) -> String
  /// The cells of the row that is being made, in the order of `ContactColumn`.
  private var cells: [String]

  /// - Parameters:
  ///   - extras: The names of all extras that contacts have, in the order of their columns.
  ///   - name: What `contact_id` says of a contact; its number.
  ///   - language: In which the reasons of permissions are given.
  ///   - hasHeader: false where the rows go behind others.
  package init(
    _ output: ByteOutput, extras: [String], language: Language,
    delimiter: UInt8 = UInt8(ascii: ","), hasHeader: Bool = true,
    name: @escaping (ContactID) -> String = { String($0) }
  ) throws {
    self.name = name
    writer = CSVWriter(output, delimiter: delimiter)
    self.language = language
    var taken: Set<String> = []
    extraNames = extras.filter { taken.insert($0).inserted }
    cells = ContactColumn.all + extraNames.map { "extra." + $0 }
    if hasHeader { try writer.write(cells) }
  }

  /// Appends a contact.
  package mutating func write(_ contact: Contact) throws {
    cells.removeAll(keepingCapacity: true)
    cells += [name(contact.id), contact.kind.rawValue, String(contact.records.count)]
    addPerson(contact)
    addOrganization(contact)
    addAddresses(contact)
    let phones = addPhones(contact)
    let emails = addEmails(contact)
    add(contact, [.website, .birthDate])
    addCustomerNumbers(contact)
    add(contact, [.vatID, .iban])
    add(contact, [.role, .status, .category, .language, .note, .createdAt, .changedAt])
    for place in 0..<3 {
      addPermission(.email, emails.dropFirst(place).first ?? (place == 0 ? "" : nil), contact)
    }
    addPermission(.phone, phones.line ?? "", contact)
    addPermission(.phone, phones.mobile, contact)
    addPermission(.post, "", contact)
    for name in extraNames {
      cells.append(texts(contact, .extra, name: name))
    }
    try writer.write(cells)
  }

  /// Ends the file.
  package func close() throws { try writer.close() }
}

extension ContactCSVWriter {
  private mutating func addPerson(_ contact: Contact) {
    add(contact, [.salutation, .title])
    if case .name(let name)? = contact.first(.name)?.value {
      cells += [name.given, name.middle, name.particle, name.family, name.suffix]
    } else {
      cells += ["", "", "", contact.first(.name)?.value.text ?? "", ""]
    }
    add(contact, [.birthName, .nickname, .gender])
  }

  private mutating func addOrganization(_ contact: Contact) {
    add(contact, [.organization])
    if case .organization(let organization)? = contact.first(.organization)?.value {
      cells.append(organization.legalForm)
    } else {
      cells.append("")
    }
    add(contact, [.department, .position])
  }

  /// Two addresses in cells, the others in one.
  private mutating func addAddresses(_ contact: Contact) {
    var count = 0
    var more = ""
    for index in contact.values.indices
    where contact.values[index].value.attribute == .address {
      let value = contact.values[index]
      guard count < 2, case .address(let address) = value.value.value else {
        join(value.value.value.text, to: &more)
        continue
      }
      count += 1
      cells += [
        value.value.label?.rawValue ?? "", address.street, address.houseNumber, address.addition,
        address.poBox, address.postalCode, address.place, address.region, address.country,
      ]
    }
    addEmpty(max(0, 2 - count) * ContactColumn.address.count)
    cells.append(more)
  }

  /// - Returns: The first number that is neither mobile nor fax, and the first mobile number.
  private mutating func addPhones(_ contact: Contact) -> (line: String?, mobile: String?) {
    var lines: [PhoneNumber] = []
    var mobile: PhoneNumber?
    var fax: PhoneNumber?
    var more = ""
    for index in contact.values.indices
    where contact.values[index].value.attribute == .phone {
      let value = contact.values[index]
      guard case .phone(let phone) = value.value.value else { continue }
      if phone.kind == .mobile && mobile == nil {
        mobile = phone
      } else if phone.kind == .fax && fax == nil {
        fax = phone
      } else if phone.kind != .mobile && phone.kind != .fax && lines.count < 2 {
        lines.append(phone)
      } else {
        join(phone.text, to: &more)
      }
    }
    for place in 0..<2 { cells.append(place < lines.count ? lines[place].text : "") }
    cells += [mobile?.text ?? "", fax?.text ?? "", more]
    return (lines.first?.text, mobile?.text)
  }

  /// - Returns: The addresses that have a column.
  private mutating func addEmails(_ contact: Contact) -> [String] {
    var emails: [String] = []
    var more = ""
    for index in contact.values.indices
    where contact.values[index].value.attribute == .email {
      let value = contact.values[index]
      let text = value.value.value.text
      if emails.count < 3 { emails.append(text) } else { join(text, to: &more) }
    }
    cells += emails
    addEmpty(3 - emails.count)
    cells.append(more)
    return emails
  }

  /// The numbers, and in the same order what each counts in.
  private mutating func addCustomerNumbers(_ contact: Contact) {
    var numbers = ""
    var numberings = ""
    for index in contact.values.indices
    where contact.values[index].value.attribute == .customerNumber {
      join(contact.values[index].value.value.text, to: &numbers)
      join(contact.values[index].value.name, to: &numberings)
    }
    cells += [numbers, numberings]
  }

  /// "yes" or "no" and why; empty where there is nothing to permit.
  private mutating func addPermission(
    _ channel: Consent.Channel, _ address: String?, _ contact: Contact
  ) {
    let permission = contact.permissions.first { $0.channel == channel && $0.address == address }
    guard address != nil, let permission else {
      addEmpty(2)
      return
    }
    cells.append(permission.isAllowed ? "yes" : "no")
    cells.append(permission.reason(language))
  }

  /// A cell for each attribute, with all its values.
  private mutating func add(_ contact: Contact, _ attributes: [Attribute]) {
    for attribute in attributes { cells.append(texts(contact, attribute)) }
  }

  private mutating func addEmpty(_ count: Int) {
    for _ in 0..<max(0, count) { cells.append("") }
  }

  private func texts(_ contact: Contact, _ attribute: Attribute, name: String = "") -> String {
    var texts = ""
    // By index: a copy of a value would retain all of its texts, for each attribute anew.
    for index in contact.values.indices
    where contact.values[index].value.attribute == attribute
      && contact.values[index].value.name == name
    {
      join(contact.values[index].value.value.text, to: &texts)
    }
    return texts
  }

  private func join(_ text: String, to texts: inout String) {
    texts = texts.isEmpty ? text : texts + "; " + text
  }
}
