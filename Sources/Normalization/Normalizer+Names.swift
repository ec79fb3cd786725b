internal import Records

/// What one name column holds, and whether its case was repaired.
struct NameColumn {
  var parsed: ParsedName
  var isRepaired: Bool
  /// Whether nothing but the one name stands in it, which is so nearly always.
  var isPlain = false
  /// How much speaks for an organization; told for family names without a given name only.
  var evidence = OrganizationEvidence.none
}

extension Normalizer {
  /// Adds salutation, title, name and all that goes with it, then the organization.
  func addNames(to draft: inout Draft) {
    var found = ParsedFullName()
    draft.names.forEachGroup { cells in
      let names = nameValues(of: cells, &draft)
      if found.organization.isEmpty && found.department.isEmpty { found = names }
    }
    addOrganization(beside: found, to: &draft)
    sortNames(&draft)
  }

  // MARK: Person

  /// Adds the values of one group of name columns; returns what else a whole name held.
  private func nameValues(of cells: [Cell], _ draft: inout Draft) -> ParsedFullName {
    let salutation =
      cells.first(.salutation).map { cell in
        salutations.value(for: cell.text, SalutationNormalizer.normalized)
      } ?? cells.first(.title).flatMap(salutation(inTitle:))
    if salutation?.isHousehold == true { draft.isHousehold = true }
    var isRepaired = cells.isAnyRepaired
    var full = ParsedFullName()
    let isOrganization = isOrganization(draft, salutation)
    var parsed = person(of: cells, isOrganization, &full, &isRepaired, draft)
    addParts(of: cells, to: &parsed)
    WholeName(of: cells)?.fill(&parsed.name)
    if parsed.isHousehold { draft.isHousehold = true }
    let given = parsed.name.given
    if JunkDetector.isJunkName(given: given, family: parsed.name.family) {
      parsed.name = PersonName()
      if let cell = cells.first(.family) { draft.report(.placeholder, cell.target) }
    }
    add(parsed, salutation, cells, isRepaired, to: &draft)
    return full
  }

  /// The salutation that stands where the title belongs: a vCard's prefix "Frau" or "Frau Dr.".
  private func salutation(inTitle cell: Cell) -> Salutation? {
    let found = salutations.value(for: cell.text, SalutationNormalizer.normalized)
    return found.isKnown && (found.gender != nil || found.isHousehold) ? found : nil
  }

  /// Whether the record says by itself that it is, or is not, an organization.
  private func isOrganization(_ draft: Draft, _ salutation: Salutation?) -> Bool? {
    if salutation?.isOrganization == true { return true }
    if draft.mapped.isContactPerson { return false }
    if salutation?.gender != nil || salutation?.isHousehold == true { return false }
    switch draft.statedKind {
    case .organization: return !draft.organizations.has(.organization) ? true : nil
    case .person, .contactPerson, .household: return false
    case nil: return nil
    }
  }

  private func person(
    of cells: [Cell], _ isOrganization: Bool?, _ full: inout ParsedFullName,
    _ isRepaired: inout Bool, _ draft: Draft
  ) -> ParsedName {
    let given = cells.text(.given)
    let family = cells.text(.family)
    if given.isEmpty, family.isEmpty {
      return wholeName(cells, isOrganization, &full, &isRepaired, draft)
    }
    if !given.isEmpty { return name(given: given, family: family, &isRepaired) }
    let column = familyNamesAlone.value(for: family, Self.familyAloneColumn)
    let mayBeOrganization = !draft.organizations.has(.organization)
    if mayBeOrganization,
      isOrganization == true || isOrganization == nil && column.evidence == .strong
    {
      full = FullNameNormalizer.parsed(family, isOrganization: isOrganization)
      return full.person
    }
    isRepaired = isRepaired || column.isRepaired
    return column.parsed
  }

  /// The name of a given-name column, and of a family-name column if that is filled.
  private func name(given: String, family: String, _ isRepaired: inout Bool) -> ParsedName {
    let givenColumn = givenNames.number(of: given, Self.givenColumn)
    isRepaired = isRepaired || givenNames[givenColumn].isRepaired
    guard !family.isEmpty else {
      return PersonNameNormalizer.combined(
        given: givenNames[givenColumn].parsed, family: ParsedName())
    }
    let familyColumn = familyNames.number(of: family, Self.familyColumn)
    isRepaired = isRepaired || familyNames[familyColumn].isRepaired
    guard givenNames[givenColumn].isPlain, familyNames[familyColumn].isPlain else {
      return PersonNameNormalizer.combined(
        given: givenNames[givenColumn].parsed, family: familyNames[familyColumn].parsed)
    }
    var parsed = ParsedName()
    parsed.name.given = givenNames[givenColumn].parsed.name.given
    parsed.name.family = familyNames[familyColumn].parsed.name.family
    return parsed
  }

  private func wholeName(
    _ cells: [Cell], _ isOrganization: Bool?, _ full: inout ParsedFullName,
    _ isRepaired: inout Bool, _ draft: Draft
  ) -> ParsedName {
    guard let cell = cells.first(.fullName) else { return ParsedName() }
    let organization = draft.organizations.text(.organization)
    if !organization.isEmpty, squashed(organization) == squashed(cell.text) { return ParsedName() }
    if !organization.isEmpty, words(of: cell.text).count == 1, DepartmentWords.contains(cell.text) {
      full.department = cell.text
      return ParsedName()
    }
    full = FullNameNormalizer.parsed(cell.text, isOrganization: isOrganization)
    if full.organization.isEmpty, LetterCase(of: cell.text) != .mixed { isRepaired = true }
    return full.person
  }

  private func addParts(of cells: [Cell], to parsed: inout ParsedName) {
    for index in cells.indices where !Self.isMain(cells[index].target.field) {
      let cell = cells[index]
      switch cell.target.field {
      case .title:
        let title =
          salutation(inTitle: cell)?.title
          ?? titles.value(for: cell.text, TitleNormalizer.normalized)
        parsed.title = parsed.title.isEmpty ? title : joinedTitles(title, parsed.title)
      case .middle:
        parsed.name.middle = joined([parsed.name.middle, NameCase.repaired(words(of: cell.text))])
      case .particle:
        // "von" beside a family name "von Stein": it stands once.
        let particle = FamilyParts(words(of: cell.text) + ["x"]).particle
        let text = particle.isEmpty ? cell.text : particle
        if parsed.name.particle.isEmpty { parsed.name.particle = text }
      case .suffix:
        let suffix = Self.suffix(cell.text)
        parsed.name.suffix = parsed.name.suffix.isEmpty ? suffix : parsed.name.suffix
      case .birthName:
        let column = familyNames.value(for: cell.text, Self.familyColumn).parsed
        let name =
          column.birthName.isEmpty
          ? joined([column.name.particle, column.name.family]) : column.birthName
        parsed.birthName = Self.birthName(cell.text) ?? name
      case .nickname: parsed.nickname = cell.text
      default: break
      }
    }
  }

  /// Whether a field holds the name itself, which is read before what goes with it.
  private static func isMain(_ field: Field) -> Bool { field == .given || field == .family }

  /// A title of its own column and one found in a name, each once.
  private func joinedTitles(_ first: String, _ second: String) -> String {
    squashed(first).hasPrefix(squashed(second)) ? first : joined([first, second])
  }

  /// "geb. Schmidt" in the column of the birth name.
  private static func birthName(_ text: String) -> String? {
    let tokens = NameTokens.tokens(of: text)
    guard tokens.count > 1, NameWords.birthMarkers.contains(NameTokens.key(tokens[0])) else {
      return nil
    }
    let parts = FamilyParts(Array(tokens.dropFirst()))
    return joined([parts.particle, parts.family])
  }

  private static func suffix(_ text: String) -> String {
    var tokens = ["x"] + NameTokens.tokens(of: text)
    var parsed = ParsedName()
    PersonNameParser.takeSuffixes(from: &tokens, into: &parsed)
    return joined(Array(tokens.dropFirst()) + [parsed.name.suffix])
  }

  private static func givenColumn(_ text: String) -> NameColumn {
    let parsed = PersonNameNormalizer.given(text)
    return NameColumn(
      parsed: parsed, isRepaired: isCaseRepaired(text, parsed.name.given),
      isPlain: PersonNameNormalizer.isPlainWord(text))
  }

  private static func familyColumn(_ text: String) -> NameColumn {
    let parsed = PersonNameNormalizer.family(text)
    return NameColumn(
      parsed: parsed, isRepaired: isCaseRepaired(text, parsed.name.family),
      isPlain: PersonNameNormalizer.isPlainWord(text))
  }

  private static func familyAloneColumn(_ text: String) -> NameColumn {
    let parsed = PersonNameNormalizer.familyAlone(text)
    return NameColumn(
      parsed: parsed, isRepaired: isCaseRepaired(text, parsed.name.family),
      evidence: OrganizationEvidence(in: text))
  }

  private static func isCaseRepaired(_ text: String, _ name: String) -> Bool {
    if text == name { return false }
    let style = LetterCase(of: text)
    return (style == .upper || style == .lower) && LetterCase(of: name) == .mixed
  }

  private func add(
    _ parsed: ParsedName, _ salutation: Salutation?, _ cells: [Cell], _ isRepaired: Bool,
    to draft: inout Draft
  ) {
    let nameRaw = draft.raw(of: cells) { Self.isNamePart($0) }
    let mark: ValueMark = isRepaired ? .repaired : .good
    let spoken = salutation ?? parsed.salutation
    let spokenCell = cells.first(.salutation) ?? (salutation == nil ? nil : cells.first(.title))
    if let spoken {
      draft.add(.salutation, .text(spoken.text), raw: spokenCell?.raw ?? nameRaw)
    }
    let title = joinedTitle(spoken?.title ?? "", parsed.title)
    if !title.isEmpty {
      let raw =
        cells.first(.title)?.raw
        ?? (spoken?.title.isEmpty == false ? spokenCell?.raw : nil)
      draft.add(.title, .text(title), raw: raw ?? nameRaw)
    }
    if !parsed.name.isEmpty { draft.add(.name, .name(parsed.name), raw: nameRaw, mark: mark) }
    if !parsed.status.isEmpty { draft.addStatus(parsed.status, raw: nameRaw) }
    if !parsed.birthName.isEmpty {
      draft.add(.birthName, .text(parsed.birthName), raw: cells.first(.birthName)?.raw ?? nameRaw)
    }
    if !parsed.nickname.isEmpty {
      draft.add(.nickname, .text(parsed.nickname), raw: cells.first(.nickname)?.raw ?? nameRaw)
    }
    if let cell = cells.first(.gender), let gender = SalutationNormalizer.gender(cell.text) {
      draft.add(.gender, .text(gender.rawValue), raw: cell.raw)
    } else if let gender = spoken?.gender {
      draft.add(.gender, .text(gender.rawValue), raw: spokenCell?.raw ?? nameRaw)
    }
  }

  private func joinedTitle(_ first: String, _ second: String) -> String {
    first.isEmpty ? second : second.isEmpty ? first : joinedTitles(first, second)
  }

  private static func isNamePart(_ field: Field) -> Bool {
    switch field {
    case .given, .middle, .particle, .family, .suffix, .fullName: true
    default: false
    }
  }

  // MARK: Organization

  private func addOrganization(beside full: ParsedFullName, to draft: inout Draft) {
    var contact = ""
    let cells = draft.organizations
    if cells.isEmpty, full.organization.isEmpty, full.department.isEmpty { return }
    var rest = ""
    if cells.has(.organization) || cells.has(.organization2) {
      let text = joinedLines(cells.text(.organization), cells.text(.organization2), &rest)
      let raw = draft.raw(of: cells) { $0 == .organization || $0 == .organization2 }
      contact = add(organization: text, raw: raw, isRepaired: cells.isAnyRepaired, to: &draft)
    } else if !full.organization.isEmpty {
      let raw = draft.raw(of: draft.names) { $0 == .fullName || $0 == .family }
      contact = add(organization: full.organization, raw: raw, isRepaired: false, to: &draft)
    }
    var department = full.department.isEmpty ? rest : full.department
    if !contact.isEmpty {
      if DepartmentWords.contains(contact) {
        if department.isEmpty { department = contact }
      } else if !draft.has(.name), OrganizationEvidence(in: contact) < .strong {
        let raw = draft.raw(of: cells) { $0 == .organization || $0 == .organization2 }
        let parsed = PersonNameParser.parsed(contact)
        add(parsed, nil, [], false, to: &draft)
        if let index = draft.values.lastIndex(where: { $0.attribute == .name }) {
          draft.values[index].raw = raw
        }
      }
    }
    for cell in cells where cell.target.field == .department {
      draft.add(.department, .text(cell.text), label: cell.target.label, raw: cell.raw)
    }
    if !department.isEmpty, !cells.has(.department) {
      draft.add(.department, .text(department), raw: department)
    }
    for cell in cells where cell.target.field == .position {
      draft.add(.position, .text(cell.text), label: cell.target.label, raw: cell.raw)
    }
  }

  /// The two lines of a name as one; a department in the second is set apart.
  private func joinedLines(_ first: String, _ second: String, _ rest: inout String) -> String {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    let isTorn = first.hasSuffix("&") || first.hasSuffix("+") || first.hasSuffix("-")
    if !isTorn, DepartmentWords.contains(second),
      OrganizationNormalizer.legalForm(in: words(of: first)) != nil
    {
      rest = second
      return first
    }
    if first.hasSuffix("-"), second.utf8.first?.isASCIILower == true {
      return String(first.dropLast()) + second
    }
    return first + " " + second
  }

  /// Adds an organization; returns who stands behind "z. Hd.".
  private func add(
    organization text: String, raw: String, isRepaired: Bool, to draft: inout Draft
  ) -> String {
    let parsed = organizations.value(for: text, OrganizationNormalizer.normalized)
    guard !parsed.name.text.isEmpty else { return parsed.contact }
    let mark: ValueMark = isRepaired || parsed.isRepaired ? .repaired : .good
    draft.add(.organization, .organization(parsed.name), raw: raw, mark: mark)
    if !parsed.status.isEmpty { draft.addStatus(parsed.status, raw: raw) }
    return parsed.contact
  }

  /// A name found behind "z. Hd." comes after the organization: puts the order right.
  private func sortNames(_ draft: inout Draft) {
    guard let organization = draft.firstIndex(of: .organization),
      (organization..<draft.values.count).contains(where: { index in
        let attribute = draft.values[index].attribute
        return attribute == .name || attribute == .gender
      })
    else { return }
    let order: [Attribute] = [
      .salutation, .title, .name, .birthName, .nickname, .gender, .organization, .department,
      .position,
    ]
    draft.values = order.flatMap { attribute in draft.values.filter { $0.attribute == attribute } }
  }
}
