import Foundation
import PackagePlugin

/// Writes the files in `Exports/Known` of a target into a Swift source of it, before it is built.
@main
struct EmbedKnownExports: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let folder = target.directoryURL.appending(path: "Exports/Known")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "KnownExportFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding known exports",
        executable: try context.tool(named: "embed-exports").url,
        arguments: [output.path()] + files.map { $0.path() }, inputFiles: files,
        outputFiles: [output])
    ]
  }
}
