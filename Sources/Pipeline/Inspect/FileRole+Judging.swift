internal import Formats
internal import Records

extension FileRole {
  /// Whether a table holds contacts, or what happened with them.
  static func judged(_ inspection: FileInspection) -> FileRole {
    guard inspection.exports.isEmpty else { return .contacts }
    let sure = inspection.columns.filter { $0.verdict.confidence >= ColumnVerdict.doubt }
    let fields = Set(sure.compactMap(\.verdict.field))
    let words = inspection.columns.flatMap { Self.words(of: $0.name) }
    let isAddressed = !fields.isDisjoint(with: [.street, .postalCode, .fullAddress, .birthDate])
    let names: Set<Field> = [
      .family, .fullName, .organization, .email, .phone, .mobile, .customerNumber,
    ]
    if !isAddressed, !fields.isDisjoint(with: names), inspection.dateColumn != nil {
      if words.count(where: opportunityWords.contains) >= 2 { return .opportunities }
      if words.count(where: activityWords.contains) >= 2 { return .activities }
    }
    let contact: Set<Field> = [
      .family, .fullName, .organization, .email, .phone, .mobile, .street, .fullAddress, .given,
    ]
    guard fields.isDisjoint(with: contact) else { return .contacts }
    return .none(
      Phrase(
        de: "keine Spalte nennt oder erreicht einen Kontakt",
        en: "no column names or reaches a contact"))
  }

  /// The first column whose values are dates.
  static func dateColumn(_ look: ColumnLook, _ judge: ColumnJudge) -> Int? {
    look.profiles.indices.first { index in
      judge.share(of: look.profiles[index], .createdAt) ?? 0 >= 0.8
    }
  }

  private static func words(of name: String) -> [String] {
    name.split(whereSeparator: { !$0.isLetter }).map { FieldVocabulary.folded(String($0)) }
  }

  private static let activityWords: Set<String> = [
    "betreff", "subject", "aktivitaet", "activity", "richtung", "direction", "uhrzeit", "time",
    "art", "typ", "type", "notiz", "note", "termin", "anruf", "call", "datum", "date",
    "gespraech", "protokoll", "benutzer", "user", "dauer", "duration", "beginn", "start",
  ]
  private static let opportunityWords: Set<String> = [
    "betrag", "amount", "umsatz", "volumen", "wahrscheinlichkeit", "probability", "phase", "stage",
    "abschluss", "close", "chance", "opportunity", "verkaufschance", "angebot", "deal", "pipeline",
    "waehrung", "currency",
  ]
}
