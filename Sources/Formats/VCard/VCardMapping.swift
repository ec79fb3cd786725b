internal import Records

/// The targets of a vCard's columns, as the reader names them.
package enum VCardMapping {
  /// For `Mapping(columns:)`; a pipeline's own `map:` goes before. What isn't here becomes an extra field.
  package static let columns: [String: MappingTarget] = {
    var columns: [String: MappingTarget] = [:]
    for (name, field) in plain { columns[name] = .field(FieldTarget(field)) }
    for name in ignored { columns[name] = .ignore }
    for (suffix, label) in places {
      for (part, field) in address {
        columns["ADR\(suffix).\(part)"] = .field(FieldTarget(field, label: label))
      }
      columns["LABEL\(suffix)"] = .field(FieldTarget(.fullAddress, label: label))
      columns["EMAIL\(suffix)"] = .field(FieldTarget(.email, label: label))
      columns["URL\(suffix)"] = .field(FieldTarget(.website, label: label))
      columns["TEL\(suffix)"] = .field(FieldTarget(.phone, label: label))
      columns["TEL\(suffix);cell"] = .field(FieldTarget(.mobile, label: label))
      columns["TEL\(suffix);fax"] = .field(FieldTarget(.fax, label: label))
    }
    return columns
  }()

  private static let places: [(suffix: String, label: ValueLabel?)] = [
    ("", nil), (";home", .home), (";work", .work), (";home;work", nil),
  ]

  private static let plain: [String: Field] = [
    "UID": .key, "KIND": .kind, "REV": .changedAt,
    "N.family": .family, "N.given": .given, "N.additional": .middle, "N.prefix": .title,
    "N.suffix": .suffix, "FN": .fullName, "NICKNAME": .nickname, "GENDER": .gender,
    "X-GENDER": .gender, "X-MAIDENNAME": .birthName, "ORG.name": .organization,
    "ORG.unit": .department,
    "TITLE": .position, "BDAY": .birthDate, "NOTE": .note, "CATEGORIES": .category,
    "LANG": .language, VCardProperty.Own.language: .language,
    VCardProperty.Own.customerNumber: .customerNumber,
    "X-KONTOR-SALUTATION": .salutation, "X-KONTOR-VAT-ID": .vatID, "X-KONTOR-IBAN": .iban,
    "X-KONTOR-ROLE": .role, "X-KONTOR-STATUS": .status, "X-KONTOR-CREATED": .createdAt,
    "X-KONTOR-INVALID-EMAIL": .email, "X-KONTOR-INVALID-TEL": .phone,
    "X-KONTOR-INVALID-URL": .website, "X-KONTOR-INVALID-BDAY": .birthDate,
  ]

  private static let address: [String: Field] = [
    "po_box": .poBox, "extended": .addressAddition, "street": .street, "place": .place,
    "region": .region, "postal_code": .postalCode, "country": .country,
  ]

  /// What is about the card or the program that wrote it, not about the contact.
  private static let ignored = [
    "CLASS", "MAILER", "SOURCE", "NAME", "SORT-STRING", "TZ", "GEO", "FBURL", "CALURI",
    "CALADRURI", "X-ABUID", "X-EVOLUTION-FILE-AS", "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
    "X-MOZILLA-HTML", "X-ACCOUNT", "X-ANDROID-CUSTOM", "X-EVOLUTION-WEBDAV-HREF",
    "X-EVOLUTION-WEBDAV-ETAG", "X-RADICALE-NAME",
  ]

  /// Whether a column's name is surely a property's: registered, or an extension as programs call it.
  ///
  /// What stands before a colon in a damaged card may be part of a value.
  package static func isPropertyName(_ column: String) -> Bool {
    let name = column.prefix { !";.[".contains($0) }
    let isToken = name.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    return isToken && (name.hasPrefix("X-") || registered.contains(name))
  }

  /// RFC 2426, RFC 6350 and the extensions that IANA lists.
  private static let registered = Set(
    """
    ADR AGENT ANNIVERSARY BDAY BIRTHPLACE CALADRURI CALURI CATEGORIES CLASS CLIENTPIDMAP \
    CONTACT-URI CREATED DEATHDATE DEATHPLACE EMAIL EXPERTISE FBURL FN GENDER GEO GRAMGENDER HOBBY \
    IMPP INTEREST JSPROP KEY KIND LABEL LANG LANGUAGE LOGO MAILER MEMBER N NAME NICKNAME NOTE ORG \
    ORG-DIRECTORY PHOTO PRODID PROFILE PRONOUNS RELATED REV ROLE SOCIALPROFILE SORT-STRING SOUND \
    SOURCE TEL TITLE TZ UID URL XML
    """.split(separator: " "))
}
