package import Records

/// What is compared of two records. To add one: its case here, its levels and its function in a
/// file of its own, its weights in `ShippedWeights`.
package enum Comparison: UInt8, CaseIterable, Hashable, Sendable {
  case given, family, birthDate, gender, generation
  case email, phone, address, organization
  case customerNumber, vatID, iban
  case extra1, extra2, extra3
}

/// How far two values agree; 0 is always "missing", on one side or on both.
protocol AgreementLevel: RawRepresentable, CaseIterable where RawValue == UInt8 {
  var phrase: Phrase { get }
}

extension AgreementLevel {
  static var phrases: [Phrase] { allCases.map(\.phrase) }
  static var names: [String] { allCases.map { String(describing: $0) } }
}

/// A level, and how frequent the agreeing value is.
struct Agreement: Equatable, Sendable {
  var level: UInt8
  /// The logarithm to the base 2 of the value's share of the records; 0 when rarity says nothing.
  var log2Frequency: Float = 0

  static let missing = Agreement(level: 0)

  init(level: UInt8, log2Frequency: Float = 0) {
    self.level = level
    self.log2Frequency = log2Frequency
  }

  init(_ level: some AgreementLevel, log2Frequency: Float = 0) {
    self.init(level: level.rawValue, log2Frequency: log2Frequency)
  }
}

extension Comparison {
  /// What is compared, in words.
  package var phrase: Phrase {
    switch self {
    case .given: Phrase(de: "Vorname", en: "given name")
    case .family: Phrase(de: "Nachname", en: "surname")
    case .birthDate: Phrase(de: "Geburtsdatum", en: "birth date")
    case .gender: Phrase(de: "Geschlecht", en: "gender")
    case .generation: Phrase(de: "senior/junior", en: "senior/junior")
    case .email: Phrase(de: "E-Mail", en: "e-mail")
    case .phone: Phrase(de: "Telefon", en: "phone")
    case .address: Phrase(de: "Anschrift", en: "address")
    case .organization: Phrase(de: "Firmenname", en: "organization name")
    case .customerNumber: Phrase(de: "Kundennummer", en: "customer number")
    case .vatID: Phrase(de: "USt-IdNr.", en: "VAT id")
    case .iban: Phrase(de: "IBAN", en: "IBAN")
    case .extra1: Phrase(de: "weiteres Feld", en: "further field")
    case .extra2: Phrase(de: "zweites weiteres Feld", en: "second further field")
    case .extra3: Phrase(de: "drittes weiteres Feld", en: "third further field")
    }
  }

  /// The levels in words, by number.
  package var levels: [Phrase] {
    switch self {
    case .given: GivenLevel.phrases
    case .family: FamilyLevel.phrases
    case .birthDate: BirthDateLevel.phrases
    case .gender, .generation: SameOrNotLevel.phrases
    case .email: EmailLevel.phrases
    case .phone: PhoneLevel.phrases
    case .address: AddressLevel.phrases
    case .organization: OrganizationLevel.phrases
    case .customerNumber, .vatID, .iban: IdentifierLevel.phrases
    case .extra1, .extra2, .extra3: ExtraLevel.phrases
    }
  }

  /// The levels' names, by number; a model's document calls them so.
  package var levelNames: [String] {
    switch self {
    case .given: GivenLevel.names
    case .family: FamilyLevel.names
    case .birthDate: BirthDateLevel.names
    case .gender, .generation: SameOrNotLevel.names
    case .email: EmailLevel.names
    case .phone: PhoneLevel.names
    case .address: AddressLevel.names
    case .organization: OrganizationLevel.names
    case .customerNumber, .vatID, .iban: IdentifierLevel.names
    case .extra1, .extra2, .extra3: ExtraLevel.names
    }
  }

  /// The comparison's name; a model's document calls it so.
  package var name: String { String(describing: self) }
}

/// Compares any two rows of one set of columns.
///
/// A class, so that handing it on never copies the columns' many arrays.
final class PairComparer: Sendable {
  let columns: Columns
  let frequencies: Frequencies
  /// Whether different given names are rather housemates' than one person's.
  let knowsHouseholds: Bool

  init(columns: Columns, frequencies: Frequencies, knowsHouseholds: Bool = true) {
    self.columns = columns
    self.frequencies = frequencies
    self.knowsHouseholds = knowsHouseholds
  }

  /// The same for the records of a model.
  func judging(by model: LinkageModel) -> PairComparer {
    guard model.persons.knowsHouseholds != knowsHouseholds else { return self }
    return PairComparer(
      columns: columns, frequencies: frequencies,
      knowsHouseholds: model.persons.knowsHouseholds)
  }

  /// How far two rows agree in one comparison; the same for both orders.
  @inline(__always)
  func agreement(_ comparison: Comparison, _ left: Row, _ right: Row) -> Agreement {
    switch comparison {
    case .given: given(left, right)
    case .family: family(left, right)
    case .birthDate: birthDate(left, right)
    case .gender: sameOrNot(left.gender.rawValue, right.gender.rawValue)
    case .generation: sameOrNot(left.generation.rawValue, right.generation.rawValue)
    case .email: email(left, right)
    case .phone: phone(left, right)
    case .address: address(left, right)
    case .organization: organization(left, right)
    case .customerNumber: identifier(.numbers, left, right)
    case .vatID: identifier(.vatIDs, left, right)
    case .iban: identifier(.ibans, left, right)
    case .extra1: extra(0, left, right)
    case .extra2: extra(1, left, right)
    case .extra3: extra(2, left, right)
    }
  }
}
