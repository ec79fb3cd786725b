internal import Records

/// A part of an addressee: one family of the household, or one person of another name.
struct AddresseeUnit {
  var text: String
  var contacts: [ContactID]
}

/// Names the people of a household as an envelope does.
///
/// Two of one family are "Hans und Erika Müller", three or more "Familie Müller"; people of
/// different names stand in full. Nobody who may not get letters is named, and where one of a
/// family objected, "Familie" would address them too: then the others are named one by one.
///
/// Two contacts of one name are one addressee, as long as no suffix and no birth date tells father
/// from son: they are duplicates that wait for review, and a letter to "Katrin und Katrin" is none.
struct Addressees {
  private let language: Language
  private var families: [Family] = []
  /// Contacts that others' objections leave with nobody to name, and why.
  private(set) var silenced: [ContactID: LeftOutReason] = [:]

  private struct Person {
    var title: String
    var name: PersonName
    var salutation: String
    var birth = PartialDate()
    var contacts: [ContactID]

    /// Takes in what another contact of the same person says.
    mutating func add(_ other: Person) {
      contacts += other.contacts
      if title.isEmpty { title = other.title }
      if salutation.isEmpty { salutation = other.salutation }
      if NameShape(other.name).given.count > NameShape(name).given.count { name = other.name }
    }
  }

  private struct Family {
    let key: String
    let name: String
    var people: [Person] = []
    /// Contacts that stand for the family as a whole: "Familie Müller".
    var wholes: [ContactID] = []
    var hasObjection = false
    var hasHouseholdObjection = false
  }

  init(allowed: [Contact], barred: [Contact], language: Language) {
    self.language = language
    let people = barred.flatMap(people(of:))
    // People first, so that a household's "Hans" is found among them and not named twice.
    for contact in allowed where contact.kind != .household { add(contact, barred: people) }
    for contact in allowed where contact.kind == .household { add(contact, barred: people) }
    for contact in barred where contact.letterBar == .objection { noteObjection(of: contact) }
  }

  /// The parts of the addressee, in the order of their first contacts.
  mutating func units() -> [AddresseeUnit] {
    var units: [AddresseeUnit] = []
    for family in families {
      if let unit = unit(of: family) {
        units.append(unit)
      } else {
        for contact in family.wholes + family.people.flatMap(\.contacts) {
          silenced[contact] = .objection
        }
      }
    }
    return units.sorted { ($0.contacts.min() ?? 0) < ($1.contacts.min() ?? 0) }
  }

  // MARK: Collecting

  private mutating func add(_ contact: Contact, barred: [Person]) {
    let people = people(of: contact)
    if people.isEmpty, let name = wholeName(of: contact) {
      families[indexOfFamily(name)].wholes.append(contact.id)
    }
    let isCouple = contact.kind == .household
    func isMeant(_ person: Person, by other: Person) -> Bool {
      isCouple ? isSame(other.name, person.name) : isOne(other, person)
    }
    // A couple's record names the other one too, who may be dead or have objected.
    let named = people.filter { person in !barred.contains { isMeant(person, by: $0) } }
    if named.isEmpty, !people.isEmpty { silenced[contact.id] = isCouple ? .objection : .namesake }
    for person in named {
      let index = indexOfFamily(person.name)
      let known = families[index].people.firstIndex { isMeant(person, by: $0) }
      if let known {
        families[index].people[known].add(person)
      } else {
        families[index].people.append(person)
      }
    }
  }

  private mutating func noteObjection(of contact: Contact) {
    guard case .name(let name) = contact.first(.name)?.value else { return }
    for part in people(of: contact).map(\.name) + [name] {
      for index in families.indices where families[index].key == Self.key(of: part) {
        families[index].hasObjection = true
        if contact.kind == .household, name.given.isEmpty {
          families[index].hasHouseholdObjection = true
        }
      }
    }
  }

  /// The people a contact names: a couple's record names two.
  private func people(of contact: Contact) -> [Person] {
    guard case .name(let name) = contact.first(.name)?.value else { return [] }
    let title = contact.first(.title)?.value.text ?? ""
    let salutation = contact.first(.salutation)?.value.text ?? ""
    guard contact.kind == .household else {
      var person = Person(title: title, name: name, salutation: salutation, contacts: [contact.id])
      if case .date(let birth)? = contact.first(.birthDate)?.value { person.birth = birth }
      return name.family.isEmpty && name.given.isEmpty ? [] : [person]
    }
    let given = split(name.given)
    let family = split(name.family)
    return given.enumerated().map { index, given in
      let own = family.count == 1 ? family[0] : index < family.count ? family[index] : ""
      return Person(
        title: "", name: PersonName(given: given, particle: name.particle, family: own),
        salutation: "", contacts: [contact.id])
    }
  }

  /// "Hans und Erika" in two.
  private func split(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if ["und", "u.", "&", "and", "+"].contains(word) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private func wholeName(of contact: Contact) -> PersonName? {
    guard contact.kind == .household, case .name(let name) = contact.first(.name)?.value,
      !name.family.isEmpty
    else { return nil }
    return name
  }

  private mutating func indexOfFamily(_ name: PersonName) -> Int {
    let key = Self.key(of: name)
    if let known = families.firstIndex(where: { $0.key == key }) { return known }
    families.append(Family(key: key, name: familyText(name)))
    return families.count - 1
  }

  private static func key(of name: PersonName) -> String {
    folded(name.family.isEmpty ? name.given : name.family)
  }

  private func isSame(_ left: PersonName, _ right: PersonName) -> Bool {
    guard !left.given.isEmpty, !right.given.isEmpty else { return false }
    let (left, right) = (NameShape(left), NameShape(right))
    return left.family == right.family && (left.covers(right) || right.covers(left))
  }

  /// Whether two contacts are one addressee: one first name, one suffix, no two birth dates.
  private func isOne(_ left: Person, _ right: Person) -> Bool {
    let (one, other) = (NameShape(left.name), NameShape(right.name))
    return one.given.first == other.given.first && one.suffix == other.suffix
      && isSame(left.name, right.name) && left.birth.agrees(with: right.birth)
  }

  // MARK: Writing

  private func unit(of family: Family) -> AddresseeUnit? {
    if family.hasHouseholdObjection { return nil }
    let people = family.people
    let contacts = Set(people.flatMap(\.contacts) + family.wholes).sorted()
    let isNameless = people.count > 1 && people.contains { $0.name.given.isEmpty }
    let wantsWhole = people.count > 2 || !family.wholes.isEmpty || isNameless
    if wantsWhole && !family.hasObjection {
      let text = Phrase(de: "Familie \(family.name)", en: "\(family.name) family")(language)
      return AddresseeUnit(text: text, contacts: contacts)
    }
    guard let first = people.first else { return nil }
    if people.count == 1 { return AddresseeUnit(text: alone(first), contacts: contacts) }
    // Father and son of one name: the suffix must not get lost.
    if people.contains(where: { !$0.name.suffix.isEmpty }) {
      return AddresseeUnit(text: list(people.map(alone), language), contacts: contacts)
    }
    let given = people.map { join([$0.title, $0.name.given]) }.filter { !$0.isEmpty }
    return AddresseeUnit(text: "\(list(given, language)) \(family.name)", contacts: contacts)
  }

  /// "Dr. Hans Müller"; without a given name "Herrn Müller".
  private func alone(_ person: Person) -> String {
    if !person.name.given.isEmpty { return join([person.title, person.name.text]) }
    let salutation = person.salutation == "Herr" ? "Herrn" : person.salutation
    let word = salutation == "Herrn" || salutation == "Frau" ? salutation : ""
    return join([word, person.title, person.name.text])
  }

  private func familyText(_ name: PersonName) -> String { join([name.particle, name.family]) }

  private func join(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension PartialDate {
  /// Whether no part that both know differs.
  fileprivate func agrees(with other: Self) -> Bool {
    zip([year, month, day], [other.year, other.month, other.day]).allSatisfy {
      $0 == 0 || $1 == 0 || $0 == $1
    }
  }
}
