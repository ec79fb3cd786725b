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
  /// Where the values of each attribute stand in the contact.
  private var runs: [(attribute: Attribute, range: Range<Int>)] = []

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
    let contact = findRuns(contact)
    cells.append(name(contact.id))
    cells.append(contact.kind.rawValue)
    cells.append(String(contact.records.count))
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
  /// Finds where each attribute's values stand; gives the contact with those of one attribute side
  /// by side, as they nearly always are.
  private mutating func findRuns(_ contact: Contact) -> Contact {
    runs.removeAll(keepingCapacity: true)
    var start = 0
    for index in contact.values.indices {
      let attribute = contact.values[index].value.attribute
      let next = index + 1
      if next < contact.values.count, contact.values[next].value.attribute == attribute {
        continue
      }
      if !places(of: attribute).isEmpty { return findRuns(grouped(contact)) }
      runs.append((attribute, start..<next))
      start = next
    }
    return contact
  }

  private func grouped(_ contact: Contact) -> Contact {
    var grouped = contact
    grouped.values = Attribute.allCases.flatMap { contact.values(of: $0) }
    return grouped
  }

  /// Where an attribute's values stand: by place, as a copy of a value would retain all its texts.
  private func places(of attribute: Attribute) -> Range<Int> {
    for run in runs where run.attribute == attribute { return run.range }
    return 0..<0
  }

  private mutating func addPerson(_ contact: Contact) {
    add(contact, [.salutation, .title])
    let place = places(of: .name).first
    if let place, case .name(let name) = contact.values[place].value.value {
      cells.append(name.given)
      cells.append(name.middle)
      cells.append(name.particle)
      cells.append(name.family)
      cells.append(name.suffix)
    } else {
      addEmpty(3)
      cells.append(place.map { contact.values[$0].value.value.text } ?? "")
      addEmpty(1)
    }
    add(contact, [.birthName, .nickname, .gender])
  }

  private mutating func addOrganization(_ contact: Contact) {
    add(contact, [.organization])
    if let place = places(of: .organization).first,
      case .organization(let organization) = contact.values[place].value.value
    {
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
    for index in places(of: .address) {
      guard count < 2, case .address(let address) = contact.values[index].value.value else {
        join(contact.values[index].value.value.text, to: &more)
        continue
      }
      count += 1
      cells.append(contact.values[index].value.label?.rawValue ?? "")
      add(address)
    }
    addEmpty(max(0, 2 - count) * ContactColumn.address.count)
    cells.append(more)
  }

  private mutating func add(_ address: Address) {
    cells.append(address.street)
    cells.append(address.houseNumber)
    cells.append(address.addition)
    cells.append(address.poBox)
    cells.append(address.postalCode)
    cells.append(address.place)
    cells.append(address.region)
    cells.append(address.country)
  }

  /// - Returns: The first number that is neither mobile nor fax, and the first mobile number.
  private mutating func addPhones(_ contact: Contact) -> (line: String?, mobile: String?) {
    var lines: [PhoneNumber] = []
    var mobile: PhoneNumber?
    var fax: PhoneNumber?
    var more = ""
    for index in places(of: .phone) {
      guard case .phone(let phone) = contact.values[index].value.value else { continue }
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
    for index in places(of: .email) {
      let text = contact.values[index].value.value.text
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
    for index in places(of: .customerNumber) {
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
    for index in places(of: attribute) where contact.values[index].value.name == name {
      join(contact.values[index].value.value.text, to: &texts)
    }
    return texts
  }

  private func join(_ text: String, to texts: inout String) {
    texts = texts.isEmpty ? text : texts + "; " + text
  }
}
