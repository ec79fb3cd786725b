internal import Records

/// What attributes of directories hold.
///
/// Source: RFC 4519, RFC 2798 (inetOrgPerson), and Thunderbird's mozillaAbPersonAlpha.
package enum LDIFMapping {
  /// For `Mapping(columns:)`; what isn't here becomes an extra field.
  package static let columns: [String: MappingTarget] = {
    var columns = fields.mapValues { MappingTarget.field($0) }
    for name in ignored { columns[name] = .ignore }
    return columns
  }()

  private static let fields: [String: FieldTarget] = [
    "dn": FieldTarget(.key), "kind": FieldTarget(.kind), "category": FieldTarget(.category),
    "businesscategory": FieldTarget(.category),
    "givenname": FieldTarget(.given), "sn": FieldTarget(.family), "cn": FieldTarget(.fullName),
    "mozillanickname": FieldTarget(.nickname), "xmozillanickname": FieldTarget(.nickname),
    "personaltitle": FieldTarget(.title), "generationqualifier": FieldTarget(.suffix),
    "o": FieldTarget(.organization), "company": FieldTarget(.organization),
    "ou": FieldTarget(.department), "department": FieldTarget(.department),
    "title": FieldTarget(.position),
    "mail": FieldTarget(.email), "mozillasecondemail": FieldTarget(.email),
    "telephonenumber": FieldTarget(.phone, label: .work),
    "homephone": FieldTarget(.phone, label: .home), "mobile": FieldTarget(.mobile),
    "cellphone": FieldTarget(.mobile), "fax": FieldTarget(.fax),
    "facsimiletelephonenumber": FieldTarget(.fax),
    "street": FieldTarget(.street, label: .work),
    "mozillaworkstreet2": FieldTarget(.addressAddition, label: .work),
    "l": FieldTarget(.place, label: .work), "st": FieldTarget(.region, label: .work),
    "postalcode": FieldTarget(.postalCode, label: .work),
    "postofficebox": FieldTarget(.poBox, label: .work),
    "c": FieldTarget(.country, label: .work), "co": FieldTarget(.country, label: .work),
    "countryname": FieldTarget(.country, label: .work),
    "postaladdress": FieldTarget(.fullAddress, label: .work),
    "homepostaladdress": FieldTarget(.fullAddress, label: .home),
    "mozillahomestreet": FieldTarget(.street, label: .home),
    "mozillahomestreet2": FieldTarget(.addressAddition, label: .home),
    "mozillahomelocalityname": FieldTarget(.place, label: .home),
    "mozillahomestate": FieldTarget(.region, label: .home),
    "mozillahomepostalcode": FieldTarget(.postalCode, label: .home),
    "mozillahomecountryname": FieldTarget(.country, label: .home),
    "labeleduri": FieldTarget(.website), "mozillaworkurl": FieldTarget(.website, label: .work),
    "mozillahomeurl": FieldTarget(.website, label: .home),
    "birthdate": FieldTarget(.birthDate), "description": FieldTarget(.note),
    "info": FieldTarget(.note), "preferredlanguage": FieldTarget(.language),
    "modifytimestamp": FieldTarget(.changedAt), "createtimestamp": FieldTarget(.createdAt),
  ]

  /// What is about the directory or the program, not about the contact.
  private static let ignored = [
    "objectclass", "mozillausehtmlmail", "xmozillausehtmlmail", "entryuuid", "entrycsn",
    "creatorsname", "modifiersname", "structuralobjectclass", "subschemasubentry",
    "hassubordinates", "uidnumber", "gidnumber", "homedirectory", "loginshell",
  ]

  /// Whether a column alone makes no contact.
  static func saysNothing(_ column: String) -> Bool {
    let name = String(column.prefix { $0 != "[" })
    return ["dn", "kind", "category", "birthdate", "modifytimestamp", "createtimestamp"]
      .contains(name) || ignored.contains(name)
  }

  /// The values of an entry by column: a birth date from its parts, one name, dates of machines.
  static func values(of entry: LDIFEntry) -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    let hasName = !entry["sn"].isEmpty && !entry["givenname"].isEmpty
    for attribute in entry.attributes {
      switch attribute.name {
      case "objectclass", "birthyear", "birthmonth", "birthday": break
      case "surname": values.append(("sn", attribute.text))
      case "gn": values.append(("givenname", attribute.text))
      case "cn", "commonname", "displayname":
        let known = values.contains { $0.name == "cn" && $0.text == attribute.text }
        if known || hasName && isRestated(attribute.text, entry) { break }
        let isFirst = !hasName && !values.contains { $0.name == "cn" }
        values.append((isFirst ? "cn" : "displayname", attribute.text))
      case "labeleduri":
        // A label follows the address.
        values.append((attribute.name, String(attribute.text.prefix { $0 != " " })))
      case "postaladdress", "homepostaladdress":
        // "$" is a line end there.
        let lines = attribute.text.split(separator: "$").map { trimmed(String($0)) }
        values.append((attribute.name, lines.joined(separator: "\n")))
      case "modifytimestamp", "createtimestamp":
        if let date = date(attribute.text) { values.append((attribute.name, date)) }
      default: values.append((attribute.name, attribute.text))
      }
    }
    if let birth = birthDate(of: entry) { values.append(("birthdate", birth)) }
    if entry.classes.contains("organization") && !entry.classes.contains("person") {
      values.append(("kind", "org"))
    }
    return values
  }

  /// Whether a whole name says only what its parts say.
  private static func isRestated(_ name: String, _ entry: LDIFEntry) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }
    let parts = ["givenname", "sn", "personaltitle", "o"].map { entry[$0] }
    return words(name).isSubset(of: words(parts.joined(separator: " ")))
  }

  private static func birthDate(of entry: LDIFEntry) -> String? {
    guard let month = Int(entry["birthmonth"]), let day = Int(entry["birthday"]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = two(month) + "-" + two(day)
    guard let year = Int(entry["birthyear"]), year > 1800 else { return "--" + date }
    return "\(year)-" + date
  }

  /// "20200101120000Z" and seconds since 1970 become ISO 8601; nil for "0Z" and the like.
  static func date(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 14 {
      let parts = Array(digits)
      func part(_ range: Range<Int>) -> String { String(parts[range]) }
      return part(0..<4) + "-" + part(4..<6) + "-" + part(6..<8) + "T" + part(8..<10) + ":"
        + part(10..<12) + ":" + part(12..<14) + "Z"
    }
    // Before 2000 nobody counted so.
    guard digits.count == text.count, let seconds = Int(digits), seconds > 946_684_800 else {
      return nil
    }
    let days = Double(seconds) / 86_400 + 25_569
    return CellDate.text(days, .dateOrTime, is1904: false).map { $0.contains("T") ? $0 + "Z" : $0 }
  }
}
