import Records

@testable import Linkage

/// Records of invented people, written in one line.
enum Sample {
  static func person(
    _ key: String, _ given: String = "", _ family: String = "", organization: String = "",
    street: String = "", number: String = "", code: String = "", place: String = "",
    email: String = "", phone: String = "", mobile: String = "", born: PartialDate? = nil,
    suffix: String = "", customer: String = "", extra: String = "", salutation: String = ""
  ) -> Record {
    var values: [FieldValue] = []
    if !salutation.isEmpty { values.append(FieldValue(.salutation, .text(salutation), raw: "")) }
    if !given.isEmpty || !family.isEmpty {
      let name = PersonName(given: given, family: family, suffix: suffix)
      values.append(FieldValue(.name, .name(name), raw: ""))
    }
    if !organization.isEmpty { values.append(self.organization(organization)) }
    let address = Address(street: street, houseNumber: number, postalCode: code, place: place)
    if !address.isEmpty { values.append(FieldValue(.address, .address(address), raw: "")) }
    for (number, kind) in [(phone, PhoneNumber.Kind.landline), (mobile, .mobile)]
    where !number.isEmpty {
      let value = PhoneNumber(number: number, kind: kind, isValid: true)
      values.append(FieldValue(.phone, .phone(value), raw: ""))
    }
    if !email.isEmpty { values.append(FieldValue(.email, .text(email), raw: "")) }
    if let born { values.append(FieldValue(.birthDate, .date(born), raw: "")) }
    if !customer.isEmpty { values.append(FieldValue(.customerNumber, .text(customer), raw: "")) }
    if !extra.isEmpty { values.append(FieldValue(.extra, .text(extra), name: "member", raw: "")) }
    return record(key, kind: .person, values)
  }

  static func organization(
    _ key: String, _ name: String, form: String = "", street: String = "", number: String = "",
    code: String = "", place: String = "", email: String = "", phone: String = "", vat: String = ""
  ) -> Record {
    var values = person(
      key, street: street, number: number, code: code, place: place, email: email, phone: phone
    ).values
    values.append(organization(name, form: form))
    if !vat.isEmpty { values.append(FieldValue(.vatID, .text(vat), raw: "")) }
    return record(key, kind: .organization, values)
  }

  static func columns(_ records: [Record]) -> Columns {
    var columns = Columns()
    for record in records { columns.append(record, numbering: "erp") }
    return columns
  }

  static func comparer(_ records: [Record]) -> PairComparer {
    let columns = columns(records)
    return PairComparer(columns: columns, frequencies: Frequencies(columns))
  }

  /// The level of one comparison of two records, which must be the same in both orders.
  static func level(_ comparison: Comparison, _ left: Record, _ right: Record) -> UInt8? {
    let comparer = comparer([left, right])
    let rows = comparer.columns.rows
    let found = comparer.agreement(comparison, rows[0], rows[1])
    return found == comparer.agreement(comparison, rows[1], rows[0]) ? found.level : nil
  }

  /// Many people without duplicates, and every fifth of them once more with a slip.
  static func crowd(_ count: Int) -> [Record] {
    let givens = [
      "Anna", "Bernd", "Clara", "Dirk", "Emma", "Frank", "Greta", "Horst", "Ida", "Jens",
    ]
    let stems = [
      "Acker", "Berg", "Dorn", "Eich", "Falken", "Grund", "Heide", "Kalt", "Linden", "Moos",
    ]
    let ends = ["mann", "hauer", "stein", "bach", "feld", "hofer", "wald", "berger", "ing", "rich"]
    return (0..<count).flatMap { index -> [Record] in
      let given = givens[index % 10]
      let family = stems[index / 10 % 10] + ends[index / 100 % 10]
      let code = String(10000 + index * 37 % 80000)
      let first = person(
        "a\(index)", given, family, street: "Hauptstraße", number: "\(index % 90 + 1)", code: code,
        place: "Ort\(index % 50)", email: "\(given).\(family)@example.org")
      guard index % 5 == 0 else { return [first] }
      let again = person(
        "b\(index)", given, family + (index % 2 == 0 ? "" : "n"), code: code,
        place: "Ort\(index % 50)", email: "\(given).\(family)@example.org")
      return [first, again]
    }
  }

  private static func organization(_ name: String, form: String = "") -> FieldValue {
    let value = OrganizationName(
      text: form.isEmpty ? name : "\(name) \(form)", core: name, legalForm: form)
    return FieldValue(.organization, .organization(value), raw: "")
  }

  private static func record(_ key: String, kind: Record.Kind, _ values: [FieldValue]) -> Record {
    Record(
      source: "test", key: key, location: Location(file: "test.csv", line: 1, ordinal: 1),
      kind: kind, values: values)
  }
}

/// Runs parts in descending order: what a result must not depend on.
struct ReverseExecutor: Executor {
  func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    for part in (0..<count).reversed() { body(part) }
  }
}
