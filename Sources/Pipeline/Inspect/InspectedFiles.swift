internal import Foundation
internal import Records

/// Finds the files that a person means by folders and paths.
package enum InspectedFiles {
  /// More than any customer hands over; a wrong folder must not be read for hours.
  static let limit = 2_000

  /// Files as they are named, and all files below folders in the order of their paths; hidden ones
  /// and links are left out.
  ///
  /// - Returns: Paths to open, each with the name to show: below a folder that was given alone, the
  ///   path in it.
  /// - Throws: `PipelineError.stopped` for a path that is nothing, or too many files.
  package static func files(at paths: [String]) throws -> [(path: String, name: String)] {
    var found: [(path: String, name: String)] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw PipelineError.stopped(
          Phrase(de: "\(path): es gibt keine solche Datei", en: "\(path): no such file"))
      }
      guard isFolder.boolValue else {
        found.append((path, path))
        continue
      }
      for name in try below(path) {
        found.append((inFolder(path, name), paths.count == 1 ? name : inFolder(path, name)))
      }
    }
    guard found.count <= limit else {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(found.count) Dateien, das sind mehr als \(limit): nennen Sie einen kleineren Ordner",
          en: "\(found.count) files are more than \(limit): name a smaller folder"))
    }
    return found
  }

  private static func below(_ folder: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)
    var files: [String] = []
    while let name = names?.nextObject() as? String {
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let attributes = names?.fileAttributes
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      files.append(name)
      if files.count > limit * 10 { break }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
