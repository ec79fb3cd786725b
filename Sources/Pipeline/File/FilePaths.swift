internal import Foundation

/// A path relative to a folder; absolute ones stay.
func inFolder(_ folder: String, _ path: String) -> String {
  if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
  if path == "." { return folder }
  return (folder as NSString).appendingPathComponent(path)
}

/// The folder a path is in; empty for a bare name.
///
/// Foundation's own stops the program where the path is one letter.
func parentFolder(of path: String) -> String {
  let bare = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
  guard let slash = bare.lastIndex(of: "/") else { return "" }
  return slash == bare.startIndex ? "/" : String(bare[..<slash])
}

/// A file's name without its folders and its ending: "weekly" of "pipelines/weekly.yaml".
func stem(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let point = name.lastIndex(of: "."), point != name.startIndex else { return String(name) }
  return String(name[..<point])
}

/// The same path without detours: "pipelines/../out/demo" is "out/demo".
///
/// Behind a link ".." leads elsewhere, so there it stays.
func cleaned(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    let before = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    if part == "..", let last = parts.last, last != "..", !isLink(before) {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  let joined = parts.joined(separator: "/")
  if path.hasPrefix("/") { return "/" + joined }
  return joined.isEmpty ? "." : joined
}

/// The path as a person at the working folder would write it.
func shownPath(_ path: String) -> String {
  let folder = FileManager.default.currentDirectoryPath
  let path = cleaned(path)
  guard folder != "/", path.hasPrefix(folder + "/") else { return path }
  return String(path.dropFirst(folder.count + 1))
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}
