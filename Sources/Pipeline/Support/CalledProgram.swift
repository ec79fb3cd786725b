internal import Foundation
internal import Records

/// A program of the system's, called without a shell.
enum CalledProgram {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Runs a program to its end.
  ///
  /// All three of its streams are files without a name: none can fill up or break, however much of
  /// them the program reads or writes.
  ///
  /// - Parameter environment: beside this process's own.
  /// - Throws: `PipelineError.stopped` when it can't be started.
  static func run(
    _ path: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    let (given, output, errors) = (try scratch(path), try scratch(path), try scratch(path))
    try given.write(contentsOf: Data(input.utf8))
    try given.seek(toOffset: 0)
    let code = try run(
      path, arguments, environment: environment, input: given, output: output, errors: errors)
    return Result(code: code, output: try text(output), errors: try text(errors))
  }

  /// Runs a program to its end, with streams of the caller's.
  ///
  /// - Parameters:
  ///   - folder: where it works; nil: where this process does.
  ///   - environment: beside this process's own.
  /// - Returns: its exit code.
  /// - Throws: `PipelineError.stopped` when it can't be started.
  static func run(
    _ path: String, _ arguments: [String], in folder: String? = nil,
    environment: [String: String] = [:], input: FileHandle = .nullDevice, output: FileHandle,
    errors: FileHandle
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw failed(path)
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func text(_ file: FileHandle) throws -> String {
    try file.seek(toOffset: 0)
    return String(decoding: try file.read(upToCount: 1 << 24) ?? Data(), as: UTF8.self)
  }

  private static func scratch(_ program: String) throws -> FileHandle {
    var path = Array((NSTemporaryDirectory() + "/kontor.XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw failed(program) }
    unlink(path)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func failed(_ program: String) -> PipelineError {
    .stopped(
      Phrase(de: "\(program): startet nicht", en: "\(program): does not start"))
  }
}
