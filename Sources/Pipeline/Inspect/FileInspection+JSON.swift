internal import Formats
internal import Records
internal import Reports

extension FileInspection {
  /// All files for machines: `{"files":[{"path","format","kind",…,"columns":[…]}]}`.
  package static func json(_ files: [FileInspection]) -> String {
    JSON.object([("files", .array(files.map(\.json)))]).text
  }

  private var json: JSON {
    var members: [(String, JSON)] = [
      ("path", .string(path)), ("format", .string(format.rawValue)), ("kind", .string(kindName)),
      ("sheet", sheet.map { .string($0) } ?? .null),
      ("exports", .array(exports.map { .string($0.id) })),
      ("encoding", encoding.map { .string($0.rawValue) } ?? .null),
      ("encoding_evidence", encoding == nil ? .null : .string(evidence.english)),
    ]
    if let dialect {
      members += [
        ("delimiter", .string(String(Character(Unicode.Scalar(dialect.delimiter))))),
        ("quote", .string(String(Character(Unicode.Scalar(dialect.quote))))),
      ]
    }
    if isTable { members.append(("header_row", .integer(header))) }
    if let record { members.append(("record", .string(record))) }
    members += [
      ("rows", .integer(rows)), ("rejected", .integer(rejected)),
      ("problems", .object(problems.map { ($0.code, .integer($0.count)) })),
      ("columns", .array(columns.map { json($0) })),
    ]
    return .object(members)
  }

  /// What the file is: contacts, activities, opportunities, or none of them.
  private var kindName: String {
    switch role {
    case .contacts: "contacts"
    case .activities: "activities"
    case .opportunities: "opportunities"
    case .contactsAndActivities: "contacts and activities"
    case .none: "none"
    }
  }

  private func json(_ column: Column) -> JSON {
    .object([
      ("name", .string(column.name)), ("nested", column.nested.map { .string($0) } ?? .null),
      ("kind", column.verdict.target.map { .string($0.text) } ?? .null),
      ("confidence", .number(column.verdict.confidence)),
      ("evidence", .string(column.verdict.reason.rawValue)),
      ("filled", .number(rows == 0 ? 0 : min(1, Double(column.filled) / Double(rows)))),
      ("values", .integer(column.filled)), ("distinct", .integer(column.distinct)),
      (
        "patterns",
        .array(
          column.patterns.map {
            .object([("pattern", .string($0.pattern)), ("count", .integer($0.count))])
          })
      ),
      ("oddities", .object(column.oddities.map { ($0.oddity, .integer($0.count)) })),
    ])
  }
}
