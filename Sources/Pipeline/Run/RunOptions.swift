package import Records

/// The version of Kontor, as `--version` and the report show it.
package let kontorVersion = "0.1.0"

/// How a run is made; what it does stands in the pipeline file.
package struct RunOptions: Sendable {
  /// Whether only the report is written.
  package var isDryRun: Bool
  package var language: Language
  /// Whether files are read, and what they no longer hold is withdrawn, of which that was undone.
  package var readsUndone: Bool

  /// Whether all files are read: no size, time or inode is trusted.
  package var readsAll: Bool

  package init(
    isDryRun: Bool = false, language: Language = .english, readsUndone: Bool = false,
    readsAll: Bool = false
  ) {
    self.readsAll = readsAll
    self.isDryRun = isDryRun
    self.readsUndone = readsUndone
    self.language = language
  }
}

/// What a run came to.
package struct RunOutcome: Sendable {
  /// For a person at a terminal.
  package var summary: String
  /// Whether nothing had changed since the last run, and so nothing was written.
  package var isUnchanged: Bool
  /// Whether more rows were set aside than the pipeline's limit allows.
  package var isOverLimit: Bool
}
