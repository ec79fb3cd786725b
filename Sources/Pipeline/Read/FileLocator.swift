internal import Foundation

/// A file of a source: where it lies, and what it is called in locations and reports.
package struct LocatedFile: Hashable, Sendable {
  /// The path to open.
  package var path: String
  /// The path relative to the pipeline's input folder: "erp/kunden.xml".
  package var name: String
}

/// Finds the files of a source.
enum FileLocator {
  /// The files that the paths and globs name, each once; globs in byte order of their names.
  ///
  /// - Parameter mayBeNone: whether a glob may find nothing, as that of a feed on a quiet day.
  /// - Throws: `PipelineError.noSuchFile` for a path or glob that names no file.
  static func files(
    _ patterns: [String], in folder: String, source: String, mayBeNone: Bool = false
  ) throws(PipelineError) -> [LocatedFile] {
    var found: [LocatedFile] = []
    for pattern in patterns {
      let matches = matches(of: pattern, in: folder)
      guard !matches.isEmpty || mayBeNone && isGlob(pattern) else {
        throw PipelineError.noSuchFile(path: inFolder(folder, pattern), source: source)
      }
      found += matches.filter { !found.contains($0) }
    }
    return found
  }

  private static func matches(of pattern: String, in folder: String) -> [LocatedFile] {
    let direct = inFolder(folder, pattern)
    if isFile(direct) { return [LocatedFile(path: direct, name: pattern)] }
    guard isGlob(pattern) else { return [] }
    let isAbsolute = pattern.hasPrefix("/")
    let prefix = isAbsolute || folder.isEmpty ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    return expand(escaped(prefix) + pattern).filter(isFile).map { path in
      LocatedFile(path: path, name: String(path.dropFirst(prefix.count)))
    }
  }

  private static func isGlob(_ pattern: String) -> Bool {
    pattern.contains { "*?[".contains($0) }
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// A folder's own `*`, `?` and `[` are letters, not wildcards.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { escaped, letter in
      if "*?[\\".contains(letter) { escaped.append("\\") }
      escaped.append(letter)
    }
  }

  private static func expand(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
