internal import Formats
internal import Normalization
internal import Phones
internal import Records

/// Tells what the columns of a table or of an element hold, by their names and their values.
///
/// A name is believed unless the values speak against it; a column without a known name is judged
/// by its values, and by its neighbors.
struct ColumnJudge {
  private let fit: FieldFit

  init(country: String) { fit = FieldFit(phones: LibPhoneJudge(), country: country) }

  /// The verdicts on all columns of a table.
  ///
  /// - Parameters:
  ///   - isInOrganization: Whether the records stand in an organization that is not among them.
  ///   - names: What the vocabulary is asked for, column by column; empty texts where there is no
  ///     header.
  ///   - rows: How many records there are.
  func verdicts(
    on columns: [ColumnProfile], names: [String], export: KnownExport?, rows: Int,
    isInOrganization: Bool = false
  ) -> [ColumnVerdict] {
    // A position is one where an organization is.
    let around = isInOrganization ? [Field.organization.rawValue] : []
    let named = FieldVocabulary.targets(of: names + around)
    var verdicts = columns.indices.map { index in
      if let known = export?.target(of: names[index]) { return believed(known, columns[index]) }
      if export?.has(names[index]) == true { return ColumnVerdict.unknown }
      return consent(columns[index], names[index])
        ?? verdict(on: columns[index], named: Self.target(of: names[index], named))
    }
    if export == nil {
      keepOne(&verdicts, columns)
      judgeByNeighbors(&verdicts, columns, names)
      judgeKeys(&verdicts, columns, names, rows)
    }
    return verdicts
  }

  /// What the vocabulary says of a name beside the others: two columns may both be called a kind.
  private static func target(of name: String, _ named: [String: FieldTarget]) -> FieldTarget? {
    guard !name.isEmpty else { return nil }
    let alone = FieldVocabulary.target(of: name)
    let mayComeTwice = alone?.field == .kind || alone?.field == .organization
    return named[name] ?? (mayComeTwice ? alone : nil)
  }

  /// A yes or no under a name that speaks of advertising or consent.
  private func consent(_ column: ColumnProfile, _ name: String) -> ColumnVerdict? {
    let word = FieldVocabulary.folded(name)
    guard Self.consentWords.contains(where: word.contains), !column.sample.isEmpty,
      share(of: column, .consentState) ?? 0 >= 0.8
    else { return nil }
    // A yes under "Werbesperre" or "Newsletter-Abmeldung" is a no: a person has to say what it is.
    if Self.refusalWords.contains(where: word.contains) || word.hasPrefix("no") {
      return ColumnVerdict(target: nil, confidence: 0.3, reason: .contradicted)
    }
    return ColumnVerdict(
      target: .field(FieldTarget(.consentState)), confidence: 0.85, reason: .nameAndValues)
  }

  private static let refusalWords = [
    "sperr", "abmeld", "abgemeld", "optout", "optedout", "unsub", "kein", "nicht", "ohne",
    "widerruf",
    "verbot", "block", "robinson", "widersp", "ablehn", "refus", "denied", "revok", "stopp",
  ]

  private static let consentWords = [
    "werbung", "werbe", "newsletter", "optin", "einwilligung", "consent", "marketing", "mailing",
  ]

  /// A known export's word, unless the values are plainly something else.
  private func believed(_ target: MappingTarget, _ column: ColumnProfile) -> ColumnVerdict {
    guard case .field(let field) = target, let share = share(of: column, field.field),
      column.sample.count >= 10, share < 0.1
    else { return ColumnVerdict(target: target, confidence: 0.99, reason: .export) }
    return ColumnVerdict(target: target, confidence: 0.6, reason: .contradicted)
  }

  private func verdict(on column: ColumnProfile, named target: FieldTarget?) -> ColumnVerdict {
    guard let target else { return byValues(column) }
    if target.field == .kind || target.field == .category || target.field == .status {
      return kindOrRole(column, target)
    }
    guard let share = share(of: column, target.field) else {
      return ColumnVerdict(target: .field(target), confidence: 0.9, reason: .name)
    }
    if column.sample.count < 5 && share < 0.5 {
      return ColumnVerdict(target: .field(target), confidence: 0.75, reason: .name)
    }
    if share >= 0.5 {
      return ColumnVerdict(
        target: .field(target), confidence: 0.89 + share / 10, reason: .nameAndValues)
    }
    // A phone column of a foreign country, free words in "Titel": the name is worth more.
    if share >= 0.15 || isLenient(target.field) {
      return ColumnVerdict(target: .field(target), confidence: 0.6 + share / 5, reason: .name)
    }
    let values = byValues(column)
    if values.target != nil { return values }
    return ColumnVerdict(target: nil, confidence: 0.3, reason: .contradicted)
  }

  /// Fields whose values may be anything: their form only helps to recognize them.
  private func isLenient(_ field: Field) -> Bool {
    switch field {
    case .given, .family, .title, .salutation, .organization, .street, .country, .fullAddress,
      .status, .consentState, .houseNumber, .gender, .middle, .particle, .place, .region, .role:
      true
    default: false
    }
  }

  /// "Art" and "Typ" name a kind of contact, a role, or nothing of the sort: their values tell.
  private func kindOrRole(_ column: ColumnProfile, _ target: FieldTarget) -> ColumnVerdict {
    guard !column.sample.isEmpty else {
      return ColumnVerdict(target: .field(target), confidence: 0.7, reason: .name)
    }
    let kind = share(of: column, .kind) ?? 0
    let role = share(of: column, .role) ?? 0
    if target.field != .kind {
      return ColumnVerdict(target: .field(target), confidence: 0.9, reason: .name)
    }
    if max(kind, role) >= 0.7 {
      return ColumnVerdict(
        target: .field(FieldTarget(kind >= role ? .kind : .role)),
        confidence: 0.85 + max(kind, role) / 10, reason: .nameAndValues)
    }
    return ColumnVerdict(target: nil, confidence: 0.3, reason: .contradicted)
  }

  /// The share of a column's sample that reads well as a field; nil where any text does, or where
  /// there are no values.
  func share(of column: ColumnProfile, _ field: Field) -> Double? {
    var fitting = 0
    var judged = 0
    for text in column.sample {
      guard let fits = fit.fits(text, field) else { continue }
      judged += 1
      if fits { fitting += 1 }
    }
    return judged == 0 ? nil : Double(fitting) / Double(judged)
  }

  // MARK: Values alone

  /// Forms that are hardly met by chance, the most telling first, and how many values must have them.
  private static let telling: [(field: Field, share: Double)] = [
    (.email, 0.6), (.iban, 0.6), (.vatID, 0.6), (.website, 0.7), (.salutation, 0.8),
    (.fullAddress, 0.6), (.mobile, 0.8), (.phone, 0.7), (.country, 0.9), (.title, 0.8),
    (.street, 0.85), (.organization, 0.35), (.given, 0.6),
  ]

  private func byValues(_ column: ColumnProfile) -> ColumnVerdict {
    guard column.sample.count >= 3 else { return .unknown }
    // A date: of what, only a name could tell.
    if share(of: column, .createdAt) ?? 0 > 0.6 { return .unknown }
    for (field, least) in Self.telling {
      guard let share = share(of: column, field), share >= least else { continue }
      // A few words that come again and again are a list to choose from, rarely names.
      if (field == .given || field == .country) && column.hashes.count < 5 { continue }
      if field == .street,
        column.sample.count(where: FieldFit.namesStreet) * 3 < column.sample.count
      {
        continue
      }
      let certainty = field == .given || field == .street || field == .organization ? 0.55 : 0.75
      return ColumnVerdict(
        target: .field(FieldTarget(field)), confidence: certainty * share + 0.1, reason: .values)
    }
    return .unknown
  }

  /// A field that a record has once is one column's: the likeliest, the first of equals.
  private func keepOne(_ verdicts: inout [ColumnVerdict], _ columns: [ColumnProfile]) {
    let several: Set<Field> = [
      .phone, .mobile, .fax, .email, .website, .note, .category, .role, .addressAddition,
      .createdAt, .key,
    ]
    var best: [FieldTarget: Int] = [:]
    for index in verdicts.indices {
      guard case .field(let target)? = verdicts[index].target, !several.contains(target.field)
      else { continue }
      if let other = best[target] {
        let loser = verdicts[index].confidence > verdicts[other].confidence ? other : index
        if loser == other { best[target] = index }
        // A name that the vocabulary knows twice is two columns of one thing: both may stay.
        if verdicts[loser].reason == .values || columns[loser].filled == 0 {
          verdicts[loser] = .unknown
        }
      } else {
        best[target] = index
      }
    }
  }

  // MARK: Neighbors

  /// A postal code is one beside a place, a family name beside a given one.
  private func judgeByNeighbors(
    _ verdicts: inout [ColumnVerdict], _ columns: [ColumnProfile], _ names: [String]
  ) {
    func has(_ field: Field) -> Bool { verdicts.contains { $0.field == field } }
    func isOpen(_ index: Int) -> Bool {
      verdicts.indices.contains(index) && verdicts[index].reason == .unknown
        && columns[index].sample.count >= 3
    }
    if !has(.postalCode), !has(.fullAddress) {
      for index in columns.indices
      where isOpen(index) && isOpen(index + 1) && share(of: columns[index], .postalCode) ?? 0 > 0.8
        && areNames(columns[index + 1])
      {
        verdicts[index] = Self.guess(.postalCode)
        verdicts[index + 1] = Self.guess(.place)
        break
      }
    }
    if !has(.family), !has(.fullName),
      let given = verdicts.firstIndex(where: { $0.field == .given })
    {
      if let index = [given + 1, given - 1].first(where: { isOpen($0) && areNames(columns[$0]) }) {
        verdicts[index] = Self.guess(.family)
      }
    }
  }

  private static func guess(_ field: Field) -> ColumnVerdict {
    ColumnVerdict(target: .field(FieldTarget(field)), confidence: 0.6, reason: .values)
  }

  /// Whether the values are words that begin with a capital: names of people or places.
  private func areNames(_ column: ColumnProfile) -> Bool {
    let names = column.sample.count { text in
      text.first?.isUppercase == true && text.utf8.allSatisfy { !(0x30...0x39).contains($0) }
        && text.split(separator: " ").count < 4
    }
    return names * 10 >= column.sample.count * 8 && column.hashes.count >= 3
  }

  // MARK: Keys

  /// What numbers the records: a full column of different values that is called so.
  private func judgeKeys(
    _ verdicts: inout [ColumnVerdict], _ columns: [ColumnProfile], _ names: [String], _ rows: Int
  ) {
    func isKey(_ index: Int) -> Bool {
      columns[index].filled == rows && columns[index].isUnique
    }
    let candidates = columns.indices.filter { index in
      guard rows > 1, isKey(index) else { return false }
      return verdicts[index].field == .customerNumber || verdicts[index].field == .key
        || Self.namesKey(names[index])
    }
    let customer = candidates.first { verdicts[$0].field == .customerNumber }
    for index in verdicts.indices where verdicts[index].field == .key { verdicts[index] = .unknown }
    guard let best = customer ?? candidates.first else { return }
    let reason: ColumnVerdict.Reason = columns[best].filled > 0 ? .nameAndValues : .name
    verdicts[best] = ColumnVerdict(
      target: .field(FieldTarget(.key)), confidence: 0.95, reason: reason)
  }

  private static func namesKey(_ name: String) -> Bool {
    let word = FieldVocabulary.folded(name)
    return keyWords.contains(word) || keyEnds.contains { word.hasSuffix($0) }
  }

  private static let keyEnds = ["nr", "nummer", "number", "id"]

  private static let keyWords: Set<String> = [
    "id", "nr", "no", "nummer", "number", "key", "uid", "guid", "uuid", "lfdnr", "laufendenummer",
    "satznummer", "recordid", "recid", "adressnr", "adressnummer", "kontaktnr", "kontaktid",
    "lieferantennummer", "lieferantennr", "mitgliedsnummer", "mitgliedsnr", "externalid",
  ]
}

extension ColumnVerdict {
  /// The field that the column is mapped to, if it is to one.
  var field: Field? {
    if case .field(let target)? = target { target.field } else { nil }
  }
}
