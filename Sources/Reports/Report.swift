package import Records

/// Everything the report shows: filled by the pipeline, turned into pages and texts here.
///
/// A report is a value: the same report gives the same bytes, in any form and language.
package struct Report: Sendable {
  package var run: RunFacts
  package var matching: MatchingFacts
  /// Nil when nothing was linked.
  package var quality: QualityFacts?
  /// In the order of the pipeline file.
  package var sources: [SourceReport]
  /// By the sources' names.
  package var withdrawals: [Withdrawal]
  /// Files that are as they were when their import was undone, and so were not read.
  package var heldFiles: [HeldFile] = []
  /// Rows that wait because they resemble somebody erased.
  package var heldRows: [Location] = []
  package var totals: Totals
  package var fillRates: [FillRate]
  /// One for every channel.
  package var permissions: [PermissionCount]
  /// nil when no postal lines were asked for.
  package var letters: LetterCount?
  /// Activities and opportunities.
  package var linkedTables: [LinkedTable]
  package var skippedBlocks: [SkippedBlocks]
  /// Largest first.
  package var largest: [LargeCluster]
  /// The clusters that wait for a person, most valuable question first; as many as are worth
  /// showing.
  package var review: [ShownCluster]
  /// A sample of the merges, weakest band first.
  package var samples: [MergeBand]
  package var outputs: [OutputFile]

  package init(
    run: RunFacts, matching: MatchingFacts = MatchingFacts(), quality: QualityFacts? = nil,
    sources: [SourceReport] = [], withdrawals: [Withdrawal] = [],
    totals: Totals = Totals(), fillRates: [FillRate] = [], permissions: [PermissionCount] = [],
    letters: LetterCount? = nil, linkedTables: [LinkedTable] = [],
    skippedBlocks: [SkippedBlocks] = [],
    largest: [LargeCluster] = [], review: [ShownCluster] = [], samples: [MergeBand] = [],
    outputs: [OutputFile] = []
  ) {
    self.run = run
    self.matching = matching
    self.quality = quality
    self.sources = sources
    self.withdrawals = withdrawals
    self.totals = totals
    self.fillRates = fillRates
    self.permissions = permissions
    self.letters = letters
    self.linkedTables = linkedTables
    self.skippedBlocks = skippedBlocks
    self.largest = largest
    self.review = review
    self.samples = samples
    self.outputs = outputs
  }
}

/// What is known about the run as such.
package struct RunFacts: Sendable {
  /// The pipeline's name.
  package var pipeline: String
  package var version: String
  /// Whether nothing but the report was written.
  package var isDryRun: Bool
  /// Whether the sources were as in the run before, so that nothing changed in the store.
  package var isUnchanged: Bool
  /// The folder the outputs are in, as the user named it.
  package var outputFolder: String

  package init(
    pipeline: String, version: String = "", isDryRun: Bool = false,
    isUnchanged: Bool = false, outputFolder: String = ""
  ) {
    self.pipeline = pipeline
    self.version = version
    self.isDryRun = isDryRun
    self.isUnchanged = isUnchanged
    self.outputFolder = outputFolder
  }
}

/// The run in figures.
package struct Totals: Sendable {
  /// Records that were read and not set aside.
  package var records = 0
  package var setAside = 0
  package var contacts = 0
  /// Contacts of more than one record.
  package var mergedClusters = 0
  package var mergedRecords = 0
  /// Contacts of one record.
  package var singles = 0
  package var reviewPairs = 0
  package var reviewClusters = 0
  package var households = 0
  /// How many relations of each kind; kinds without any may be left out.
  package var relations: [Relation.Kind: Int] = [:]
  /// Phone numbers and e-mail addresses of many people; nil when nobody asked.
  package var sharedValues: Int?

  package init() {}
}

/// A file that the run wrote.
package struct OutputFile: Sendable {
  /// Relative to the output folder.
  package var name: String
  package var purpose: Phrase
  /// nil when it is not known.
  package var lengthInBytes: Int?

  package init(name: String, purpose: Phrase, lengthInBytes: Int? = nil) {
    self.name = name
    self.purpose = purpose
    self.lengthInBytes = lengthInBytes
  }
}
