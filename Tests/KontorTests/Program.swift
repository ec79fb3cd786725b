import Foundation
import Support

/// The built program, called as a user calls it.
struct Program {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The folder that holds Package.swift, fixtures and pipelines.
  static let repository: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// It is built beside the test bundle, which is the running executable on Linux.
  static let path: String = {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return bundle.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("kontor").path
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: all of it; nothing of the test's own is handed on.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = ["LANG": "C.UTF-8"],
    executable: String = path
  ) throws -> Result {
    // Files take any amount of text; a pipe that nobody reads would block.
    let work = try Workdir()
    for name in ["out", "err"] { try work.write(name, "") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: work.path("out"))
    process.standardError = FileHandle(forWritingAtPath: work.path("err"))
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try work.text("out"), errors: try work.text("err"))
  }
}
