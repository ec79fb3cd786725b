internal import Records

/// Turns the properties of one card into values.
struct VCardValues {
  /// Parts of N and ADR, in their order.
  static let nameParts = ["family", "given", "additional", "prefix", "suffix"]
  static let addressParts = [
    "po_box", "extended", "street", "place", "region", "postal_code", "country",
  ]

  private(set) var values: [RawValue] = []
  private(set) var isGroup = false
  /// Whether a property says anything of a contact.
  private(set) var isContact = false
  /// Whether a property says how to reach it.
  private(set) var isReachable = false

  private var columns: VCardColumns
  private var counts: [VCardColumns.Property: Int] = [:]
  private var isVersion2 = false
  private var isOrganization = false
  private var displayNames: [String] = []
  private var nameWords: [String] = []
  private var organizations: [String] = []
  private var hasAddress: Set<VCardProperty.Types> = []

  /// - Parameter columns: The file's; given back by `finish`.
  init(columns: VCardColumns) { self.columns = columns }

  /// Adds all properties of a card; gives back the columns.
  mutating func add(_ properties: [VCardProperty]) -> VCardColumns {
    var properties = properties
    addLabels(to: &properties)
    survey(properties)
    for property in properties { add(property) }
    addDisplayNames(properties)
    if (isOrganization || isGroup) && counts[VCardColumns.Property(name: "KIND")] == nil {
      append("org", VCardColumns.Property(name: "KIND"))
    }
    return columns
  }

  /// Apple keeps what a number is for in an X-ABLabel of the same group.
  private func addLabels(to properties: inout [VCardProperty]) {
    for label in properties where label.name == "X-ABLABEL" && !label.group.isEmpty {
      let text = VCardText.unescaped(VCardText.decoded(label)[...])
      for index in properties.indices where properties[index].group == label.group {
        properties[index].add(label: text)
      }
    }
  }

  /// What must be known before the first value is added.
  private mutating func survey(_ properties: [VCardProperty]) {
    for property in properties {
      switch property.name {
      case "VERSION": isVersion2 = property.value.starts(with: Array("2".utf8))
      case "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-KIND":
        isGroup = isGroup || isMarker("group", property.value)
        isOrganization = isOrganization || isMarker("org", property.value)
      case "X-ABSHOWAS": isOrganization = isOrganization || isMarker("company", property.value)
      case "ADR":
        let isFilled = property.value.contains { !$0.isBlank && $0 != 0x3B }
        if isFilled { hasAddress.insert(property.types.intersection([.home, .work])) }
      default: break
      }
    }
  }

  private mutating func add(_ property: VCardProperty) {
    if property.isBinary || property.value.starts(with: Array("data:".utf8)) { return }
    if ["EMAIL", "TEL", "ADR"].contains(property.name) {
      isReachable = isReachable || property.value.contains { !$0.isBlank && $0 != 0x3B }
    }
    switch property.name {
    case "KIND" where isGroup: break
    case "N": addName(property)
    case "FN":
      let text = VCardText.unescaped(VCardText.decoded(property)[...])
      if !text.isEmpty { displayNames.append(text) }
    case "ORG": addOrganization(property)
    case "ADR": addAddress(property)
    case "LABEL":
      let places = property.types.intersection([.home, .work])
      if !hasAddress.contains(places) { addText(property, places) }
    case "TEL": addNumber(property)
    case "EMAIL":
      addText(property, property.types.intersection([.home, .work]), without: "mailto:")
    case "URL": addText(property, property.types.intersection([.home, .work]))
    case "CATEGORIES": addList(property)
    case VCardProperty.Own.extra: addExtra(property)
    case "BDAY": addDate(property)
    case "GENDER", "X-GENDER": addText(property, [], isStructured: true)
    case "BEGIN", "END", "VERSION", "PRODID", "PROFILE", "AGENT", "PHOTO", "LOGO", "SOUND", "KEY",
      "X-ABLABEL", "X-ABADR", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND", "X-MS-OL-DESIGN", "XML",
      "CLIENTPIDMAP", "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER":
      break
    default: addText(property, [])
    }
  }
}

// The kinds of properties.
extension VCardValues {
  private mutating func addName(_ property: VCardProperty) {
    let parts = VCardText.components(of: VCardText.decoded(property))
    let texts = parts.prefix(5).map { part in
      // From 3.0 on commas separate several names of one part.
      isVersion2
        ? VCardText.unescaped(part)
        : VCardText.components(of: String(part), separator: UInt8(ascii: ","))
          .map { VCardText.unescaped($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    // A second name is the same in another script (ALTID): it is kept, but is no second person.
    let name = nameWords.isEmpty ? "N" : "N;other"
    if nameWords.isEmpty { nameWords = texts.filter { !$0.isEmpty } }
    let column = next(VCardColumns.Property(name: name))
    for (part, text) in zip(Self.nameParts, texts) { append(text, column, part) }
    isContact = true
  }

  private mutating func addOrganization(_ property: VCardProperty) {
    let texts = VCardText.components(of: VCardText.decoded(property)).map {
      VCardText.unescaped($0)
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    let column = next(VCardColumns.Property(name: "ORG"))
    append(texts[0], column, "name")
    if !texts[0].isEmpty { organizations.append(texts[0]) }
    let units = texts.dropFirst().filter { !$0.isEmpty }
    append(units.joined(separator: ", "), column, "unit")
    isContact = true
  }

  private mutating func addAddress(_ property: VCardProperty) {
    let types = property.types.intersection([.home, .work])
    let texts = VCardText.components(of: VCardText.decoded(property)).prefix(7).map {
      VCardText.unescaped($0)
    }
    guard texts.contains(where: { !$0.isEmpty }) else {
      if property.label.isEmpty || hasAddress.contains(types) { return }
      let text = VCardText.unescaped(property.label[...])
      append(text, next(VCardColumns.Property(name: "LABEL", types: types)))
      isContact = isContact || !text.isEmpty
      return
    }
    let column = next(VCardColumns.Property(name: "ADR", types: types))
    for (part, text) in zip(Self.addressParts, texts) { append(text, column, part) }
    isContact = true
  }

  private mutating func addNumber(_ property: VCardProperty) {
    var text = VCardText.unescaped(VCardText.decoded(property)[...])
    if let rest = VCardText.withoutScheme("tel:", text) {
      // RFC 3966: parameters follow the number; only the extension is part of it.
      let parts = rest.split(separator: ";")
      let number = parts.first.map(String.init) ?? ""
      let ext = parts.dropFirst().first { $0.lowercased().hasPrefix("ext=") }
      text = number + (ext.map { " ext. " + $0.dropFirst(4) } ?? "")
    }
    guard !text.isEmpty else { return }
    append(text, next(VCardColumns.Property(name: "TEL", types: property.types)))
    isContact = true
  }

  private mutating func addDate(_ property: VCardProperty) {
    var text = VCardText.unescaped(VCardText.decoded(property)[...])
    if !property.omittedYear.isEmpty, text.hasPrefix(property.omittedYear) {
      text = "-" + text.dropFirst(property.omittedYear.count)
      if !text.hasPrefix("--") { text = "-" + text }
    }
    // 0000-00-00 is no date.
    let isDate = text.utf8.contains { (0x31...0x39).contains($0) || $0 >= UInt8(ascii: "a") }
    guard isDate else { return }
    addText(text, VCardColumns.Property(name: "BDAY"))
  }

  private mutating func addList(_ property: VCardProperty) {
    let text = VCardText.decoded(property)
    for part in VCardText.components(of: text, separator: UInt8(ascii: ",")) {
      let text = VCardText.unescaped(part)
      if text.isEmpty { continue }
      append(text, next(VCardColumns.Property(name: property.name)))
      isContact = true
    }
  }

  /// A column of the contact's source under its own name; one that a property has keeps Kontor's.
  private mutating func addExtra(_ property: VCardProperty) {
    let parts = VCardText.components(of: VCardText.decoded(property)).map {
      VCardText.unescaped($0)
    }
    guard parts.count == 2, !parts[0].isEmpty else { return addText(property, []) }
    let isTaken = VCardMapping.columns[parts[0]] != nil
    let name = isTaken ? VCardProperty.Own.extra + " " + parts[0] : parts[0]
    addText(parts[1], VCardColumns.Property(name: name))
  }

  private mutating func addText(
    _ property: VCardProperty, _ types: VCardProperty.Types, without scheme: String = "",
    isStructured: Bool = false
  ) {
    let decoded = VCardText.decoded(property)
    let part = isStructured ? VCardText.components(of: decoded).first ?? "" : decoded[...]
    var text = VCardText.unescaped(part)
    if !scheme.isEmpty, let rest = VCardText.withoutScheme(scheme, text) { text = String(rest) }
    addText(text, VCardColumns.Property(name: property.name, types: types))
  }

  private mutating func addText(_ text: String, _ column: VCardColumns.Property) {
    guard !text.isEmpty else { return }
    append(text, next(column))
    switch column.name {
    case "UID", "REV", "KIND", "CLASS", "MAILER", "SOURCE", "NAME", "TZ", "GEO", "LANG",
      "SORT-STRING", "X-ABUID":
      break
    default: isContact = true
    }
  }

  /// FN repeats N or ORG in most cards; it is the name where there is no N.
  private mutating func addDisplayNames(_ properties: [VCardProperty]) {
    if displayNames.isEmpty && nameWords.isEmpty && organizations.isEmpty {
      // Better a nickname than none.
      let nickname = properties.first { $0.name == "NICKNAME" && !$0.value.isEmpty }
      if let nickname {
        displayNames = [VCardText.unescaped(VCardText.decoded(nickname)[...])]
      }
    }
    var isFirst = nameWords.isEmpty
    let name = [nameWords, nameWords.reversed()].map { $0.joined(separator: " ") }
    let inverted = nameWords.joined(separator: ", ")
    lazy var known = Self.words(nameWords + organizations)
    for text in displayNames where !text.isEmpty {
      isContact = true
      if isFirst && !organizations.contains(text) {
        append(text, VCardColumns.Property(name: "FN"))
        isFirst = false
      } else if !name.contains(text), text != inverted,
        !Self.words([text]).isSubset(of: known)
      {
        append(text, next(VCardColumns.Property(name: "FN")), "display")
      }
    }
  }

  private static func words(_ texts: [String]) -> Set<Substring> {
    Set(texts.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } })
  }

  private mutating func next(_ property: VCardColumns.Property) -> VCardColumns.Property {
    var numbered = property
    counts[property, default: 0] += 1
    numbered.occurrence = counts[property] ?? 1
    return numbered
  }

  private mutating func append(
    _ text: String, _ property: VCardColumns.Property, _ part: String = ""
  ) {
    guard !text.isEmpty else { return }
    values.append(RawValue(column: columns.index(of: property, part: part), text: text))
  }
}
