import Foundation

/// The folder that holds Package.swift, fixtures and pipelines.
enum Repository {
  static let path: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a file or folder in it.
  static func path(_ name: String) -> String { path + "/" + name }

  /// The names in a folder, sorted; empty when there is none.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
