package import Records

/// Turns mapped records into records with typed values.
///
/// It keeps bounded memos, so one belongs to one worker and must not be shared between threads.
/// What it gives depends on the mapped record alone, never on what came before.
package final class Normalizer {
  let phones: any PhoneJudge
  /// ISO 3166 alpha-2: where phones and postal codes without a country are.
  let country: String
  var addresses: AddressNormalizer
  var givenNames = Memo<NameColumn>(limit: 50_000)
  var familyNames = Memo<NameColumn>(limit: 100_000)
  var familyNamesAlone = Memo<NameColumn>(limit: 20_000)
  var organizations = Memo<ParsedOrganization>(limit: 100_000)
  var salutations = Memo<Salutation>(limit: 1_000)
  /// The memory of the last draft serves the next record; nothing of its content does.
  private var draft: Draft
  var titles = Memo<String>(limit: 1_000)

  /// - Parameters:
  ///   - phones: Judges the numbers; used by this normalizer alone.
  ///   - country: ISO 3166 alpha-2: where phones and postal codes without a country are.
  ///   - tellsSource: Whether values keep the source's spelling, and problems are told that leave
  ///     the record whole.
  package init(phones: any PhoneJudge, country: String, tellsSource: Bool = true) {
    self.phones = phones
    self.country = country
    draft = Draft(
      MappedRecord(source: "", location: Location(file: "", line: 0, ordinal: 0), key: ""),
      tellsSource: tellsSource)
    addresses = AddressNormalizer(defaultCountry: country)
  }

  /// The record that a mapped record holds, and the problems found on the way.
  ///
  /// - Parameters:
  ///   - mapped: Fields as the source spells them.
  ///   - inherited: The country of the organization it is nested in, where that is known; it
  ///     stands for a missing country when phones are judged.
  package func record(
    from mapped: MappedRecord, inheriting inherited: String? = nil
  ) -> NormalizedRecord {
    draft.begin(mapped)
    return normalized(&draft, inheriting: inherited)
  }

  private func normalized(
    _ draft: inout Draft, inheriting inherited: String?
  ) -> NormalizedRecord {
    draft.sortCells()
    addNames(to: &draft)
    addAddresses(to: &draft)
    addPhones(to: &draft, inheriting: inherited)
    addEmailsAndSites(to: &draft)
    addIdentity(to: &draft)
    addBusiness(to: &draft)
    addConsents(to: &draft)
    addExtras(to: &draft)
    guard draft.isReachable || draft.mapped.isContact && !draft.values.isEmpty else {
      draft.report(.emptyRecord)
      return NormalizedRecord(record: nil, problems: draft.problems)
    }
    let record = Record(
      source: draft.mapped.source, key: draft.mapped.key, location: draft.mapped.location,
      kind: draft.kind, parentKey: draft.parentKey, recID: draft.recID,
      values: draft.takeValues(), contentHash: draft.mapped.contentHash)
    return NormalizedRecord(record: record, problems: draft.problems)
  }

  private func addExtras(to draft: inout Draft) {
    for extra in draft.mapped.extras where !extra.text.isEmpty {
      draft.values.append(
        FieldValue(.extra, .text(extra.text), name: extra.name, raw: extra.text))
    }
  }
}

extension Draft {
  /// Whether anything names or reaches the contact.
  fileprivate var isReachable: Bool {
    for index in values.indices {
      switch values[index].attribute {
      case .name, .organization, .email, .phone, .address: return true
      default: continue
      }
    }
    return false
  }

  /// The record's kind, by its own word, its nesting and what it holds.
  fileprivate var kind: Record.Kind {
    let hasName = has(.name)
    let hasOrganization = has(.organization)
    if mapped.isContactPerson || statedKind == .contactPerson { return .contactPerson }
    if isHousehold, !hasOrganization { return .household }
    switch statedKind {
    case .household: return .household
    case .organization where hasOrganization || !hasName: return .organization
    case .person where hasName || !hasOrganization:
      return hasOrganization ? .contactPerson : .person
    default: break
    }
    if hasOrganization { return hasName ? .contactPerson : .organization }
    return .person
  }
}
