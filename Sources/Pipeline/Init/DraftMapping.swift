internal import Formats
internal import Normalization
internal import Records

/// What a draft says of a source's columns: what is mapped, doubtful, ignored, left as it is.
struct DraftMapping {
  struct Line {
    var column: String
    var target: MappingTarget
    var confidence: Double

    var percent: Int { Int((confidence * 100).rounded()) }
  }

  private(set) var outer: [Line] = []
  private(set) var nested: [(path: String, lines: [Line])] = []
  private(set) var doubtful: [Line] = []
  private(set) var ignored: [String] = []
  private(set) var unmapped: [String] = []
  private(set) var constants: [(field: String, text: String)] = []

  init(_ source: PipelineDraft.Source) {
    for column in source.first.columns { add(column) }
    addConsent(source)
    nested.removeAll { $0.lines.isEmpty }
  }

  private mutating func add(_ column: FileInspection.Column) {
    let name = (column.nested.map { $0 + "/" } ?? "") + column.name
    guard let target = column.verdict.target else {
      return unmapped.append(name)
    }
    let line = Line(column: column.name, target: target, confidence: column.verdict.confidence)
    if target == .ignore && column.nested == nil { return ignored.append(column.name) }
    guard line.confidence >= ColumnVerdict.doubt else {
      return doubtful.append(Line(column: name, target: target, confidence: line.confidence))
    }
    guard let path = column.nested else { return outer.append(line) }
    if let index = nested.firstIndex(where: { $0.path == path }) {
      nested[index].lines.append(line)
    } else {
      nested.append((path, [line]))
    }
  }

  /// Where a column names no channel: a yes is to nothing then, a no to all.
  static let anyChannel = "unklar"

  /// A yes in "Newsletter" is one to e-mails, in "Werbung" to nothing that can be told. Several
  /// columns are several statements, each about what its own name says.
  private mutating func addConsent(_ source: PipelineDraft.Source) {
    let fields = outer.map { line -> FieldTarget? in
      if case .field(let target) = line.target { target } else { nil }
    }
    guard !fields.contains(where: { $0?.field == .consentChannel }) else { return }
    var group = 0
    for index in outer.indices {
      guard var target = fields[index], target.field == .consentState else { continue }
      group += 1
      target.group = group
      outer[index].target = .field(target)
      let channel = FieldFit.consentChannel(inName: outer[index].column)
      let place = group == 1 ? "" : ".\(group)"
      constants.append(("consent_channel" + place, channel ?? Self.anyChannel))
      if group > 1 || !fields.contains(where: { $0?.field == .consentSource }) {
        constants.append(("consent_source" + place, source.name))
      }
    }
  }
}

/// Which columns of a table of history name the contact, its key and its date.
struct HistoryLinks {
  var key: String?
  var date: String?
  private var links: [(field: Field, column: String)] = []

  init(_ file: FileInspection) {
    for column in file.columns {
      let field = column.verdict.field
      switch field {
      case .key: key = key ?? column.name
      case .customerNumber, .email, .fullName, .organization: add(field, column.name)
      default: break
      }
    }
    date = file.dateColumn
  }

  private mutating func add(_ field: Field?, _ column: String) {
    guard let field, !links.contains(where: { $0.field == field }) else { return }
    links.append((field, column))
  }

  /// - Parameter withNumbers: whether customer numbers are those of a source.
  func pairs(withNumbers: Bool) -> [(field: String, column: String)] {
    let order: [(Field, String)] = [
      (.customerNumber, "customer_number"), (.email, "email"), (.fullName, "name"),
      (.organization, "organization"),
    ]
    return order.compactMap { field, name in
      if field == .customerNumber && !withNumbers { return nil }
      return links.first { $0.field == field }.map { (name, $0.column) }
    }
  }
}
