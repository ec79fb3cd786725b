internal import Linkage
internal import Records
internal import Store

/// The records of a store, weighed by its model as the last run weighed them.
struct ExplainedStore {
  let modelTitle: String
  /// From this average weight on the last run merged.
  let cutInBits: Double
  private let explainer: Explainer
  private let encounters: Encounters
  private let places: [RecordID: Int]

  init(_ reader: StoreReader) throws {
    var numberings: [String: String] = [:]
    for (_, source) in try reader.sources() { numberings[source.name] = source.numbering }
    let options = LinkOptions(at: try MatchSettings(reader)?.operatingPoint ?? .safe)
    let stage = MatchStage(
      numberings: numberings, options: options, model: .shipped,
      progress: Progress(mode: .silent, language: .english))
    let loaded = try stage.load(from: reader)
    var linker = Linker(options: options)
    if let named = try reader.currentModel()?.named() {
      linker.model = named.model
      modelTitle = named.title
    } else {
      // A store of an earlier version: its runs trained anew each time.
      linker.model = linker.link(loaded.columns, on: CoreExecutor()).model
      modelTitle = ""
    }
    let cuts = linker.model.cuts
    cutInBits = (options.at == .safe ? cuts?.safeInBits : cuts?.balancedInBits) ?? 0
    explainer = linker.explainer(for: loaded.columns)
    encounters = linker.encounters(in: loaded.columns, on: CoreExecutor())
    places = Dictionary(
      zip(loaded.records, loaded.records.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Nil when one of them is in the store no more.
  func waterfall(_ left: RecordID, _ right: RecordID) -> Waterfall? {
    guard let one = places[left], let other = places[right] else { return nil }
    return explainer.waterfall(one, other)
  }

  func encounter(_ left: RecordID, _ right: RecordID) -> Encounter {
    guard let one = places[left], let other = places[right] else { return .never }
    return encounters.encounter(one, other)
  }

  /// What the pairs between two contacts say together, as clustering averages them.
  func contacts(_ lefts: [RecordID], _ rights: [RecordID]) -> Explanation.Contacts {
    var contacts = Explanation.Contacts()
    for left in lefts.prefix(Self.mostRecords) {
      for right in rights.prefix(Self.mostRecords) {
        guard let waterfall = waterfall(left, right) else { continue }
        contacts.pairs += 1
        contacts.sumInBits += min(
          max(waterfall.totalInBits, Self.clip.lowerBound), Self.clip.upperBound)
        if waterfall.veto != nil { contacts.vetoes += 1 }
      }
    }
    return contacts
  }

  /// Larger contacts are judged by their first records.
  private static let mostRecords = 50
  /// The weights between which a pair counts in an average.
  private static let clip = weightsInAverages
}
