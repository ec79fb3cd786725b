internal import Foundation
internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// How a run matched and merged, as the store keeps it for commands without a pipeline file.
struct MatchSettings: Codable, Hashable {
  /// "safe" or "balanced".
  var at: String
  /// Attribute → rules, as in the pipeline's `merge:`.
  var merge: [String: [String]]
  /// A hash of all that shapes what a run makes of the records it has read; nil where it is unknown.
  var outcome: String?

  init(_ file: PipelineFile) {
    at = file.operatingPoint.rawValue
    merge = file.merge.namedRules
  }

  /// Those of the last run; nil when the store tells of none.
  init?(_ reader: StoreReader) throws {
    guard let text = try reader.lastSettings(),
      let settings = try? JSONDecoder().decode(MatchSettings.self, from: Data(text.utf8))
    else { return nil }
    self = settings
  }

  /// JSON, the same bytes for the same settings.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  var operatingPoint: OperatingPoint { OperatingPoint(rawValue: at) ?? .safe }

  /// Rules that this version does not know any more are left out.
  var rules: SurvivorshipRules {
    var rules = SurvivorshipRules()
    for (attribute, names) in merge { try? rules.set(names, for: attribute) }
    return rules
  }
}
