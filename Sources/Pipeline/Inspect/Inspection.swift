internal import Foundation
internal import Records

/// A look at several files, as the commands `inspect` and `init` both take it.
package struct Inspection {
  /// What a user says, for the look and for the pipeline that is written from it.
  package struct Settings: Sendable {
    package var csv: CSVSettings
    package var country: String

    package init(csv: CSVSettings = CSVSettings(), country: String = "DE") {
      self.csv = csv
      self.country = country
    }
  }

  package var files: [FileInspection] = []
  /// Files that can't be read, and why.
  package private(set) var failures: [(path: String, error: any Error)] = []

  /// Looks at files, and at all files in folders.
  ///
  /// - Throws: `PipelineError` when a path names nothing.
  package static func run(_ paths: [String], _ settings: Settings = Settings()) throws
    -> Inspection
  {
    let inspector = Inspector(country: settings.country)
    var result = Inspection()
    for file in try InspectedFiles.files(at: paths) {
      do {
        result.files += try inspector.inspect(file.path, name: file.name, csv: settings.csv)
      } catch {
        result.failures.append((file.name, error))
      }
    }
    return result
  }
}
