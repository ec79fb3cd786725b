internal import Formats
internal import Records

/// A table that gives each record a label: the cluster it is in, or the contact it truly is.
struct LabelTable {
  private struct Row {
    var recID: String
    /// "file:ordinal".
    var place: String
    /// "source:file:ordinal".
    var sourcePlace: String
    var label: String
    var line: Int
  }
  private let path: String
  private let rows: [Row]
  private let hasRecIDs: Bool
  private let hasPlaces: Bool
  private let hasSources: Bool

  /// - Parameter labels: names of the label's column, the first that is there counts.
  init(_ path: String, labels: [String]) throws {
    self.path = path
    var reader = try CSVReader(.file(path), options: CSVOptions(header: true))
    let columns = reader.columns
    guard let label = labels.compactMap({ columns.firstIndex(of: $0) }).first else {
      throw PipelineError.stopped(missingColumn(labels[0], in: reader, file: path))
    }
    let recID = columns.firstIndex(of: "rec_id")
    let file = columns.firstIndex(of: "file")
    let ordinal = columns.firstIndex(of: "ordinal")
    let source = columns.firstIndex(of: "source")
    var rows: [Row] = []
    try reader.read { event in
      guard case .record(let raw) = event else { return }
      func text(_ column: Int?) -> String {
        raw.values.first { $0.column == column }?.text ?? ""
      }
      let place = text(file) + ":" + text(ordinal)
      rows.append(
        Row(
          recID: text(recID), place: place, sourcePlace: text(source) + ":" + place,
          label: text(label), line: raw.location.line))
    }
    guard !rows.isEmpty else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): die Tabelle hat keine Zeilen", en: "\(path): the table has no rows"))
    }
    self.rows = rows
    hasRecIDs = recID != nil && rows.allSatisfy { !$0.recID.isEmpty }
    hasPlaces = file != nil && ordinal != nil
    hasSources = source != nil
  }

  /// Both labels of each record of the truth.
  ///
  /// - Throws: `PipelineError` when the tables share no key, a key occurs twice, or rows of either have no partner.
  func joined(with truth: LabelTable, missingAsSingles: Bool) throws -> [(
    found: String, truth: String
  )] {
    let key = try key(with: truth)
    let found = try byKey(key)
    var partners = 0
    var missing = 0
    let pairs = try truth.byKeyInOrder(key).map { key, label -> (found: String, truth: String) in
      if let cluster = found[key] {
        partners += 1
        return (cluster, label)
      }
      missing += 1
      return ("", label)
    }
    let surplus = found.count - partners
    if surplus > 0 || (missing > 0 && !missingAsSingles) {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(truth.path): \(missing) Zeilen haben keine in \(path), \(surplus) dort keine hier: "
            + "prüfen Sie, ob beide dieselben Datensätze meinen",
          en:
            "\(truth.path): \(missing) rows have none in \(path), \(surplus) there have none here: "
            + "check that both are about the same records"))
    }
    return pairs
  }

  private func key(with truth: LabelTable) throws -> KeyPath<Row, String> {
    if hasRecIDs, truth.hasRecIDs { return \Row.recID }
    if hasPlaces, truth.hasPlaces {
      // One file may be read by several sources; else their names don't matter.
      let isPlain = arePlacesUnique && truth.arePlacesUnique
      return !isPlain && hasSources && truth.hasSources ? \Row.sourcePlace : \Row.place
    }
    throw PipelineError.stopped(
      Phrase(
        de: "\(path): weder rec_id noch file und ordinal stehen in beiden Tabellen",
        en: "\(path): neither rec_id nor file and ordinal are in both tables"))
  }

  private var arePlacesUnique: Bool { Set(rows.map(\.place)).count == rows.count }

  private func byKeyInOrder(_ key: KeyPath<Row, String>) throws -> [(String, String)] {
    var seen: Set<String> = []
    return try rows.map { row in
      guard seen.insert(row[keyPath: key]).inserted else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(path):\(row.line): der Datensatz steht schon darüber",
            en: "\(path):\(row.line): the record is above already"))
      }
      return (row[keyPath: key], row.label)
    }
  }

  private func byKey(_ key: KeyPath<Row, String>) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try byKeyInOrder(key))
  }
}
