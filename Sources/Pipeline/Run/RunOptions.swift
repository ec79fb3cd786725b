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

  /// Whether the change budget holds: nobody is there to see what the run does.
  package var isScheduled: Bool
  /// The held run that a person has approved: it is made although it exceeds the budget.
  package var approved: HeldRun?

  /// Whether all files are read: no size, time or inode is trusted.
  package var readsAll: Bool

  package init(
    isDryRun: Bool = false, language: Language = .english, readsUndone: Bool = false,
    readsAll: Bool = false, isScheduled: Bool = false, approved: HeldRun? = nil
  ) {
    self.isScheduled = isScheduled
    self.approved = approved
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
  /// Whether the run was held by the change budget, and so nothing was changed.
  package var held: HeldRun?
}
