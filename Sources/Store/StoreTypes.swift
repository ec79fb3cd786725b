package import Records

/// The number under which the store knows a source.
package typealias SourceID = Int64
/// The number under which the store knows a file.
package typealias FileID = Int64
/// The number of a run; from 1, never used again.
package typealias RunID = Int64

/// A source as the pipeline file declares it.
package struct StoredSource: Hashable, Sendable {
  /// What it means that a file no longer holds a record.
  package enum Mode: String, CaseIterable, Sendable {
    /// The record is withdrawn.
    case snapshot
    /// Nothing: files bring additions and changes.
    case feed
  }

  package var name: String
  /// Higher wins.
  package var priority: Int
  /// Customer numbers are equal only between sources of one numbering.
  package var numbering: String?
  package var mode: Mode

  package init(name: String, priority: Int = 0, numbering: String? = nil, mode: Mode = .snapshot) {
    self.name = name
    self.priority = priority
    self.numbering = numbering
    self.mode = mode
  }
}

/// What tells whether a file has changed since it was read.
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  package var modifiedInNanoseconds: Int
  package var inode: Int
  /// Of the file's bytes, in the caller's form; compared only when all is verified.
  package var contentHash: String
  /// Of the mapping and settings it is read with.
  package var mappingHash: String

  package init(
    size: Int, modifiedInNanoseconds: Int, inode: Int, contentHash: String = "",
    mappingHash: String = ""
  ) {
    self.size = size
    self.modifiedInNanoseconds = modifiedInNanoseconds
    self.inode = inode
    self.contentHash = contentHash
    self.mappingHash = mappingHash
  }

  /// Whether it is the same file, as it was, however it is read.
  package func isOfSameFile(as earlier: FileStamp) -> Bool {
    size == earlier.size && modifiedInNanoseconds == earlier.modifiedInNanoseconds
      && inode == earlier.inode
  }

  /// Whether the file need not be read again: equal size, time, inode and mapping.
  package func isUnchanged(since earlier: FileStamp) -> Bool {
    isOfSameFile(as: earlier) && mappingHash == earlier.mappingHash
  }
}

/// A file that has been read.
package struct StoredFile: Hashable, Sendable {
  package var id: FileID
  package var source: SourceID
  package var path: String
  package var stamp: FileStamp
  package var recordCount: Int
  package var readRun: RunID
  /// Whether a later run found it gone.
  package var isMissing: Bool
  /// The run that undid what was read from it last; nil once it is read again.
  package var undoneRun: RunID?
}

/// What putting or saving did.
package enum Change: String, CaseIterable, Hashable, Sendable {
  case new, changed, unchanged
}

/// What became of a record that was put into the store.
package struct PutResult: Hashable, Sendable {
  package var id: RecordID
  /// The record's own, or with "#2" and so on when the source uses a key again.
  package var key: String
  package var change: Change
}

/// How certain a contact's cluster is.
package enum ClusterStatus: String, CaseIterable, Hashable, Sendable {
  case merged, review, single
}

/// One step of a pair's score: the level a comparison reached, in bits.
package struct ScoreStep: Hashable, Sendable {
  package var comparison: Phrase
  package var level: Phrase
  package var weightInBits: Double

  package init(comparison: Phrase, level: Phrase, weightInBits: Double) {
    self.comparison = comparison
    self.level = level
    self.weightInBits = weightInBits
  }
}

/// The score of two records, with the steps from the prior to the sum.
package struct PairScore: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable { case merged, review }

  /// The lower record.
  package var left: RecordID
  package var right: RecordID
  package var weightInBits: Double
  package var status: Status
  package var steps: [ScoreStep]

  package init(
    left: RecordID, right: RecordID, weightInBits: Double, status: Status, steps: [ScoreStep]
  ) {
    self.left = min(left, right)
    self.right = max(left, right)
    self.weightInBits = weightInBits
    self.status = status
    self.steps = steps
  }
}

/// What hangs on contacts, but makes none.
package enum FollowUp: String, CaseIterable, Hashable, Sendable {
  case activities, opportunities
}

/// A run in the list of runs.
package struct StoredRun: Hashable, Sendable {
  package var id: RunID
  package var pipeline: String
  package var startedAt: String
  package var finishedAt: String
  package var occasion: Occasion
  /// Whether a later run has undone it.
  package var isUndone: Bool
  package var counts: [String: Int]
  /// When what it changed was removed, as the pipeline's retention says: it can't be undone then, and
  /// its values can't be told; nil: all is there.
  package var imagesRemovedAt: String?
}

/// Who had a run made, and why; both empty for the runs of a pipeline.
package struct Occasion: Hashable, Sendable {
  package var author: String
  package var reason: String

  package init(author: String = "", reason: String = "") {
    self.author = author
    self.reason = reason
  }
}

/// A model of the store, as a document.
package struct StoredModel: Hashable, Sendable {
  /// Of what weighs in it.
  package var hash: String
  package var name: String
  package var version: Int
  /// JSON.
  package var document: String
  /// Nil until a run adopts it.
  package var adoptedRun: RunID?

  package init(
    hash: String, name: String, version: Int, document: String, adoptedRun: RunID? = nil
  ) {
    self.hash = hash
    self.name = name
    self.version = version
    self.document = document
    self.adoptedRun = adoptedRun
  }
}

/// A contact in a list: its values are the first of each.
package struct ContactRow: Hashable, Sendable {
  package var id: ContactID
  package var kind: Record.Kind
  package var name: String
  package var organization: String
  package var place: String
  package var email: String
  package var phone: String
  package var status: ClusterStatus
  package var recordCount: Int
}

/// A contact with what the store knows beyond its values.
package struct StoredContact: Sendable {
  package var contact: Contact
  package var status: ClusterStatus
  package var createdRun: RunID
  package var changedRun: RunID
  /// The run that retired it; its values are in its last event.
  package var retiredRun: RunID?
  package var mergedInto: ContactID?
}

/// One event of a contact's past.
package struct ContactEvent: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case created, changed, merged, split, withdrawn, returned
  }

  package var id: Int64
  package var run: RunID
  package var contact: ContactID
  package var kind: Kind
  /// Whom it was merged into, or split from.
  package var other: ContactID?
  /// The contact before; nil when it was new.
  package var before: Contact?
}

/// A row that was set aside, as it was, with the reason.
package struct RejectedRow: Sendable {
  package var raw: RawRecord
  package var code: String
  package var reason: Phrase
}

/// How a relation came or went.
package struct RelationChange: Hashable, Sendable {
  package var run: RunID
  /// Whether it came.
  package var isAdded: Bool
  package var relation: Relation
}

/// Where a record stands.
package struct StoredPlace: Hashable, Sendable {
  package var record: RecordID
  package var source: String
  package var key: String
  package var location: Location
  /// Whether its row is in its source no more.
  package var isWithdrawn: Bool
}
