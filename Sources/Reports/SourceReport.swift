package import Records

/// What one source gave.
package struct SourceReport: Sendable {
  package var name: String
  /// As the pipeline file names them.
  package var files: [String]
  /// "CSV", "vCard 3.0", "XML".
  package var format: String
  /// "UTF-8", "Windows-1252".
  package var encoding: String
  /// Records that went on into matching.
  package var records: Int
  /// The rows set aside, by reason.
  package var setAside: [ProblemCount]
  /// What was kept or repaired, by code.
  package var problems: [ProblemCount]
  /// Columns that no field is mapped to; they are kept under their own names.
  package var unmappedColumns: [String]

  package init(
    name: String, files: [String], format: String = "", encoding: String = "", records: Int = 0,
    setAside: [ProblemCount] = [], problems: [ProblemCount] = [], unmappedColumns: [String] = []
  ) {
    self.name = name
    self.files = files
    self.format = format
    self.encoding = encoding
    self.records = records
    self.setAside = setAside
    self.problems = problems
    self.unmappedColumns = unmappedColumns
  }

  package var setAsideCount: Int { setAside.reduce(0) { $0 + $1.count } }
  package var problemCount: Int { problems.reduce(0) { $0 + $1.count } }
}

/// What a run withdrew of one source: it stays in the store's history, and is in no contact.
package struct Withdrawal: Sendable {
  package var source: String
  /// Records, or rows of a history table.
  package var rows: Int
  /// Whether the pipeline names the source no more; otherwise its files hold the rows no more.
  package var isDropped: Bool

  package init(source: String, rows: Int, isDropped: Bool) {
    self.source = source
    self.rows = rows
    self.isDropped = isDropped
  }

  /// Why they were withdrawn.
  package var reason: Phrase {
    isDropped
      ? Phrase(de: "Quelle nicht mehr genannt", en: "source named no more")
      : Phrase(de: "nicht mehr in den Dateien", en: "no longer in the files")
  }
}

/// A file that is not read, for its import was undone and it is as it was.
package struct HeldFile: Hashable, Sendable {
  package var source: String
  package var file: String
  /// The run that undid the import.
  package var run: Int
  /// Whether what was undone is that the file was found missing.
  package var isMissing: Bool

  package init(source: String, file: String, run: Int, isMissing: Bool) {
    self.source = source
    self.file = file
    self.run = run
    self.isMissing = isMissing
  }

  /// Why nothing was done about it.
  package var reason: Phrase {
    isMissing
      ? Phrase(
        de: "fehlt: dass seine Zeilen zurückgezogen wurden, ist zurückgenommen (Lauf \(run))",
        en: "missing: that its rows were withdrawn is undone (run \(run))")
      : Phrase(
        de: "nicht wieder gelesen: das Einlesen ist zurückgenommen (Lauf \(run))",
        en: "not read again: its import was undone (run \(run))")
  }

  /// How to have it nevertheless.
  package static let remedy = Phrase(
    de: "Neu geschriebene Dateien werden gelesen; --again liest auch diese.",
    en: "Files that are written anew are read; --again reads these too.")
}

/// How often one kind of problem occurred in a source.
package struct ProblemCount: Sendable {
  /// The problem's code: `too-few-fields`.
  package var code: String
  package var meaning: Phrase
  package var action: Problem.Action
  package var count: Int
  /// Where the first of them are.
  package var examples: [Location]

  package init(
    code: String, meaning: Phrase, action: Problem.Action, count: Int, examples: [Location] = []
  ) {
    self.code = code
    self.meaning = meaning
    self.action = action
    self.count = count
    self.examples = examples
  }
}

/// How many records have an attribute, and how many contacts after merging.
package struct FillRate: Sendable {
  package var attribute: Attribute
  package var records: Int
  package var contacts: Int

  package init(attribute: Attribute, records: Int, contacts: Int) {
    self.attribute = attribute
    self.records = records
    self.contacts = contacts
  }
}

/// How many may be reached by a channel, and for what reasons.
package struct PermissionCount: Sendable {
  /// One reason, and how often it decided.
  package struct Reason: Sendable {
    package var reason: Phrase
    package var isAllowed: Bool
    package var count: Int

    package init(reason: Phrase, isAllowed: Bool, count: Int) {
      self.reason = reason
      self.isAllowed = isAllowed
      self.count = count
    }
  }
  package var channel: Consent.Channel
  /// Addresses and numbers, for post contacts; most frequent reason first.
  package var reasons: [Reason]

  package init(channel: Consent.Channel, reasons: [Reason]) {
    self.channel = channel
    self.reasons = reasons
  }

  package var allowed: Int { reasons.reduce(0) { $0 + ($1.isAllowed ? $1.count : 0) } }
  package var denied: Int { reasons.reduce(0) { $0 + ($1.isAllowed ? 0 : $1.count) } }
}

/// The postal lines of households.csv, and how many contacts have none.
package struct LetterCount: Sendable {
  /// Why contacts get no letter, and how many.
  package struct LeftOut: Sendable {
    package var code: String
    package var reason: Phrase
    package var count: Int

    package init(code: String, reason: Phrase, count: Int) {
      self.code = code
      self.reason = reason
      self.count = count
    }
  }
  package var lines: Int
  /// Most frequent first.
  package var leftOut: [LeftOut]

  package init(lines: Int, leftOut: [LeftOut]) {
    self.lines = lines
    self.leftOut = leftOut
  }

  package var leftOutCount: Int { leftOut.reduce(0) { $0 + $1.count } }
}

/// Activities or opportunities, and how their rows found their contacts.
package struct LinkedTable: Sendable {
  package enum Kind: String, Sendable { case activities, opportunities }
  /// One way to find the contact: by customer number, by e-mail, by name.
  package struct Way: Sendable {
    package var meaning: Phrase
    package var count: Int

    package init(meaning: Phrase, count: Int) {
      self.meaning = meaning
      self.count = count
    }
  }
  package var kind: Kind
  package var name: String
  package var linked: [Way]
  /// Why rows found none, and how many.
  package var gaps: [Way]
  /// The first of the unlinked rows.
  package var unlinked: [Location]

  package init(
    kind: Kind, name: String, linked: [Way], gaps: [Way], unlinked: [Location]
  ) {
    self.kind = kind
    self.name = name
    self.linked = linked
    self.gaps = gaps
    self.unlinked = unlinked
  }

  package var linkedCount: Int { linked.reduce(0) { $0 + $1.count } }
  package var unlinkedCount: Int { gaps.reduce(0) { $0 + $1.count } }
}

/// The blocks of one key that were too large to compare.
package struct SkippedBlocks: Sendable {
  package var key: Phrase
  package var blocks: Int
  package var records: Int
  package var pairs: Int

  package init(key: Phrase, blocks: Int, records: Int, pairs: Int) {
    self.key = key
    self.blocks = blocks
    self.records = records
    self.pairs = pairs
  }
}
