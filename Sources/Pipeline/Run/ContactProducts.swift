internal import Formats
internal import Records
internal import Survivorship

/// What a run makes of some contacts beside their place in the store, on any core.
struct ContactProducts: Sendable {
  /// Their lines in each of the files, in the files' order.
  var lines: [[UInt8]]
  var names: [ContactNames]
  /// Those that the report shows.
  var shown: [MergedContact]
  /// What postal lines ask of them.
  var postable: [Contact]
}

/// Makes what a run wants of contacts; one for each core.
final class ContactProducer {
  private let plan: ContactFilePlan
  private let shown: Set<Int>
  private let indexes: Bool
  private var writers: [any ContactWriting]
  private let outputs: [ByteOutput]

  /// - Parameters:
  ///   - shown: the clusters of which the report shows something.
  ///   - indexes: whether contacts are to be found by what other systems call them.
  init(
    _ plan: ContactFilePlan, shown: Set<Int>, indexes: Bool
  ) {
    self.plan = plan
    self.shown = shown
    self.indexes = indexes
    let outputs = plan.names.map { _ in ByteOutput() }
    self.outputs = outputs
    // Memory can always be written to.
    writers = zip(plan.names, outputs).compactMap { try? plan.writer($0, to: $1, hasHeader: false) }
  }

  func products(of contacts: [MergedContact]) throws -> ContactProducts {
    for merged in contacts {
      for index in writers.indices { try writers[index].write(merged.contact) }
    }
    return ContactProducts(
      lines: outputs.map { $0.takeBytes() },
      names: indexes ? contacts.compactMap(\.names) : [],
      shown: contacts.filter { shown.contains($0.cluster) },
      postable: plan.wantsLetters ? contacts.map(\.contact.forLetters) : [])
  }
}

/// Which files take contacts one by one, and how each is written.
struct ContactFilePlan: Sendable {
  let names: [OutputName]
  let wantsLetters: Bool
  let extras: [String]
  let language: Language
  let vCardVersion: VCardWriter.Version
  let matching: Matching

  /// Whether a file is written that holds every contact.
  var wantsAllContacts: Bool { !names.isEmpty || wantsLetters }

  func writer(
    _ name: OutputName, to output: ByteOutput, hasHeader: Bool
  ) throws -> any ContactWriting {
    switch name {
    case .jsonl:
      let matching = matching
      return ContactJSONLWriter(output) { matching.origin($0) }
    case .vcf: return VCardWriter(output, version: vCardVersion)
    default:
      return try ContactCSVWriter(
        output, extras: extras, language: language, hasHeader: hasHeader)
    }
  }
}

/// A file that takes contacts one by one.
protocol ContactWriting {
  mutating func write(_ contact: Contact) throws
}

extension ContactCSVWriter: ContactWriting {}
extension ContactJSONLWriter: ContactWriting {}
extension VCardWriter: ContactWriting {}
