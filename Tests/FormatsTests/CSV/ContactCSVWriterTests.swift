import Formats
import Records
import Support
import Testing

@Suite struct ContactCSVWriterTests {
  private func cells(_ contacts: [Contact], extras: [String]) throws -> [[String: String]] {
    let output = ByteOutput()
    var writer = try ContactCSVWriter(output, extras: extras, language: .german)
    for contact in contacts { try writer.write(contact) }
    try writer.close()
    return try Reading(output.bytes, options: CSVOptions(header: true)).rows
  }

  @Test func contactIsOneFlatRow() throws {
    let row = try #require(try cells([.sample], extras: ["Größe", "Farbe"]).first)
    #expect(row["contact_id"] == "42" && row["kind"] == "person" && row["record_count"] == "2")
    #expect(row["given"] == "Anna" && row["particle"] == "von der" && row["family"] == "Heide")
    #expect(row["organization"] == "Öz GmbH" && row["legal_form"] == "GmbH")
    #expect(row["address_label"] == "home" && row["postal_code"] == "01067")
    #expect(row["place"] == "Dresden" && row["country"] == "DE" && row["street_2"] == nil)
    #expect(row["phone"] == "+4930123456" && row["mobile"] == "+49171123456")
    #expect(row["fax"] == "+4930123457" && row["email_2"] == "a.heide@example.org")
    #expect(row["birth_date"] == "--04-03" && row["roles"] == "customer; press")
    #expect(row["note"] == "says \"hi\",\n=twice\\")
    #expect(row["extra.Farbe"] == "rot; blau" && row["extra.Größe"] == nil)
    #expect(row["may_email"] == "yes" && row["may_email_reason"] == "eingewilligt")
    #expect(row["may_email_2"] == nil && row["may_phone"] == "no" && row["may_post"] == "yes")
  }

  @Test func nothingIsLostWhereColumnsEnd() throws {
    var contact = Contact(id: 1, kind: .person, values: [], records: [1])
    for number in 1...5 {
      let address = Address(street: "Weg", houseNumber: "\(number)", place: "Ulm", country: "DE")
      for (attribute, value) in [
        (Attribute.email, Value.text("a\(number)@example.org")), (.address, .address(address)),
        (.phone, .phone(PhoneNumber(number: "+49\(number)", isValid: false))),
      ] {
        contact.values.append(
          ContactValue(
            value: FieldValue(attribute, value, raw: ""), record: 1, rule: .union))
      }
    }
    let row = try #require(try cells([contact], extras: []).first)
    #expect(row["more_emails"] == "a4@example.org; a5@example.org")
    #expect(row["more_addresses"] == "Weg 3, Ulm; Weg 4, Ulm; Weg 5, Ulm")
    #expect(row["more_phones"] == "+493; +494; +495")
    #expect(row["house_number_2"] == "2")
  }

  @Test func permissionsOfExtensionsAndOfNothingAreTold() throws {
    let no = Phrase(de: "nein", en: "no")
    let phone = PhoneNumber(number: "+4930123456", extension: "23", isValid: true)
    let value = FieldValue(.phone, .phone(phone), raw: "")
    let contact = Contact(
      id: 1, kind: .person, values: [ContactValue(value: value, record: 1, rule: .onlyValue)],
      records: [1],
      permissions: [
        Permission(channel: .phone, address: phone.text, isAllowed: true, reason: no),
        Permission(channel: .email, address: "", isAllowed: false, reason: no),
        Permission(channel: .post, address: "", isAllowed: false, reason: no),
      ])
    let row = try #require(try cells([contact], extras: []).first)
    #expect(row["may_phone"] == "yes" && row["may_email"] == "no" && row["may_post"] == "no")
    #expect(row["may_email_reason"] == "nein" && row["may_mobile"] == nil)
  }

  @Test func customerNumbersStandWithTheirNumbering() throws {
    var contact = Contact(id: 1, kind: .person, values: [], records: [1])
    for numbering in ["erp", "shop"] {
      let number = FieldValue(.customerNumber, .text("10023"), name: numbering, raw: "10023")
      contact.values.append(ContactValue(value: number, record: 1, rule: .union))
    }
    let row = try #require(try cells([contact], extras: []).first)
    #expect(row["customer_numbers"] == "10023; 10023" && row["numberings"] == "erp; shop")
  }

  @Test func rowsDoNotLeakIntoTheNext() throws {
    let empty = Contact(id: 2, kind: .organization, values: [], records: [3])
    let rows = try cells([.sample, empty], extras: ["Farbe"])
    #expect(rows.last == ["contact_id": "2", "kind": "organization", "record_count": "1"])
  }
}
