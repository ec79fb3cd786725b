internal import Formats

/// Puts files together that one mapping reads: of one folder, one format and the same columns.
struct SourceGroups {
  private(set) var groups: [[FileInspection]] = []

  init(_ files: [FileInspection]) {
    for file in files {
      if let index = groups.firstIndex(where: { Self.belongs(file, to: $0[0]) }) {
        groups[index].append(file)
      } else {
        groups.append([file])
      }
    }
    // The file with most columns first: its mapping holds for the others.
    groups = groups.map { group in
      guard let most = group.indices.max(by: { group[$0].columns.count < group[$1].columns.count })
      else { return group }
      var ordered = [group[most]] + group.indices.filter { $0 != most }.map { group[$0] }
      ordered[0].columns = Self.united(ordered)
      return ordered
    }
  }

  /// The columns of the first file, and those that only others have: elements may be left out
  /// where they are empty. Of a column that several have, the surest verdict holds.
  private static func united(_ files: [FileInspection]) -> [FileInspection.Column] {
    var columns = files[0].columns
    for file in files.dropFirst() {
      for column in file.columns {
        let known = columns.firstIndex { $0.name == column.name && $0.nested == column.nested }
        guard let known else {
          columns.append(column)
          continue
        }
        if column.verdict.confidence > columns[known].verdict.confidence {
          columns[known].verdict = column.verdict
        }
      }
    }
    return columns
  }

  private static func belongs(_ file: FileInspection, to other: FileInspection) -> Bool {
    guard file.format == other.format, file.sheet == other.sheet,
      parentFolder(of: file.path) == parentFolder(of: other.path),
      file.exports.map(\.id) == other.exports.map(\.id), file.role == other.role
    else { return false }
    if file.format.namesItsFields || file.format == .icalendar { return true }
    guard file.record == other.record else { return false }
    let (own, others) = (Set(file.columns.map(\.name)), Set(other.columns.map(\.name)))
    if file.format == .xml {
      return own.intersection(others).count * 2 > min(own.count, others.count)
    }
    return own == others && (file.header == nil) == (other.header == nil)
  }

  /// A glob where it means these files and no others that were looked at, else the files.
  ///
  /// - Parameter all: The paths of all files, these among them.
  static func paths(of files: [FileInspection], among all: [String]) -> [String] {
    let own = files.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let isUsual = files[0].format.isTable || files[0].format == .xml
    let folder = parentFolder(of: own[0])
    func ending(_ path: String) -> Substring? { path.split(separator: ".").dropFirst().last }
    guard own.count > (isUsual ? 3 : 1), let last = ending(own[0]), !last.contains("/"),
      !folder.contains(where: { "*?[".contains($0) }),
      Set(all).filter({ parentFolder(of: $0) == folder && ending($0) == last }).count == own.count,
      own.allSatisfy({ ending($0) == last })
    else { return own }
    return [(folder.isEmpty ? "" : folder + "/") + "*." + last]
  }
}
