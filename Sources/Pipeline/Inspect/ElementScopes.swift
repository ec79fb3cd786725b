internal import Foundation
internal import Formats
internal import Records

/// The elements and attributes of an XML record, sorted into the record and those nested in it.
///
/// An element with a person's name in it, inside a record that is an organization or that holds
/// several of it, is a record of its own: a contact person.
struct ElementScopes {
  private let profiles: [ColumnProfile]
  private let export: KnownExport?
  /// Paths of nested records, in the order of the file.
  let nested: [String]

  init(_ profiles: [ColumnProfile], export: KnownExport?) {
    self.profiles = profiles
    self.export = export
    nested =
      export.map { $0.source.xml?.nested.map(\.record) ?? [] } ?? Self.people(in: profiles)
  }

  private static func people(in profiles: [ColumnProfile]) -> [String] {
    let naming: Set<Field> = [.given, .family, .fullName]
    var people: [String] = []
    var hasOrganization = false
    for profile in profiles {
      let steps = profile.name.split(separator: "/")
      guard let field = leafTarget(steps)?.field else { continue }
      if steps.count == 1, field == .organization || field == .organization2 {
        hasOrganization = true
      }
      let parent = steps.dropLast().joined(separator: "/")
      if naming.contains(field), steps.count > 1, !people.contains(parent) {
        people.append(parent)
      }
    }
    return people.filter { path in
      let isRepeated = profiles.contains { $0.isRepeated && $0.name.hasPrefix(path + "/") }
      let hasGiven = profiles.contains {
        $0.name.hasPrefix(path + "/") && leafTarget($0.name.split(separator: "/"))?.field == .given
      }
      return isRepeated || hasOrganization && hasGiven
    }
  }

  /// The columns with their verdicts, each scope judged by itself.
  func columns(_ look: ColumnLook, _ judge: ColumnJudge) -> [FileInspection.Column] {
    var verdicts = [ColumnVerdict](repeating: .unknown, count: profiles.count)
    var names = profiles.map(\.name)
    var scopes = [String?](repeating: nil, count: profiles.count)
    for index in profiles.indices {
      if let path = nested.first(where: { isIn($0, profiles[index].name) }) {
        scopes[index] = path
        names[index] = inside(path, profiles[index].name)
      }
    }
    for scope in [nil] + nested.map(Optional.some) {
      let own = profiles.indices.filter { scopes[$0] == scope }
      let found = self.verdicts(own, names, scope, look.rows, judge)
      for (index, verdict) in zip(own, found) { verdicts[index] = verdict }
    }
    return look.columns(verdicts, nested: scopes, names: names)
  }

  private func isIn(_ path: String, _ name: String) -> Bool {
    name.hasPrefix(path + "/") || name.contains("/" + path + "/")
  }

  private func inside(_ path: String, _ name: String) -> String {
    if name.hasPrefix(path + "/") { return String(name.dropFirst(path.count + 1)) }
    guard let range = name.range(of: "/" + path + "/") else { return name }
    return String(name[range.upperBound...])
  }

  private func verdicts(
    _ own: [Int], _ names: [String], _ scope: String?, _ rows: Int, _ judge: ColumnJudge
  ) -> [ColumnVerdict] {
    if let export {
      let map =
        scope.map { path in export.source.xml?.nested.first { $0.record == path }?.map ?? [] }
        ?? export.source.map
      return own.map { index in
        guard let line = map.first(where: { $0.column == names[index] }) else { return .unknown }
        return ColumnVerdict(target: line.target, confidence: 0.99, reason: .export)
      }
    }
    let words = own.map { Self.word(for: names[$0].split(separator: "/")) }
    var verdicts = judge.verdicts(
      on: own.map { profiles[$0] }, names: words, export: nil, rows: scope == nil ? rows : 0,
      isInOrganization: scope != nil)
    judgeLabels(&verdicts, own.map { names[$0] }, own.map { profiles[$0] })
    for place in own.indices where !names[own[place]].contains("/") {
      // The number of an element among its like: "lfdnr".
      guard scope != nil, names[own[place]].hasPrefix("@"), words[place] == "id" else { continue }
      verdicts[place] = ColumnVerdict(
        target: .field(FieldTarget(.key)), confidence: 0.8, reason: .name)
    }
    return verdicts
  }

  private static let numberWords: Set<String> = ["lfdnr", "nr", "id", "nummer", "no", "number"]

  /// An attribute beside an address that says which one it is.
  private func judgeLabels(
    _ verdicts: inout [ColumnVerdict], _ names: [String], _ profiles: [ColumnProfile]
  ) {
    let parts: Set<Field> = [.street, .postalCode, .place, .fullAddress]
    let reaches: Set<Field> = [.phone, .mobile, .fax, .email]
    for index in names.indices {
      let steps = names[index].split(separator: "/")
      guard steps.count > 1, let last = steps.last,
        Self.labelWords.contains(FieldVocabulary.folded(String(last))),
        profiles[index].sample.contains(where: { LabelWord($0) != nil })
      else { continue }
      let parent = steps.dropLast().joined(separator: "/")
      let isLabel = names.indices.contains { other in
        guard let field = verdicts[other].field else { return false }
        let isBeside = names[other].hasPrefix(parent + "/") && parts.contains(field)
        return isBeside || names[other] == parent && reaches.contains(field)
      }
      if isLabel {
        verdicts[index] = ColumnVerdict(
          target: .label, confidence: 0.9, reason: .nameAndValues)
      }
    }
  }

  private static let labelWords: Set<String> = [
    "art", "typ", "type", "label", "kind", "adressart", "kennzeichen", "verwendung",
  ]

  /// What the vocabulary is asked for: the last two names where it knows them together, else the
  /// last.
  private static func word(for steps: [Substring]) -> String {
    let leaf = steps.last.map { FieldVocabulary.folded(String($0)) } ?? ""
    guard steps.count > 1 else {
      let isNumber = steps.first?.hasPrefix("@") == true && numberWords.contains(leaf)
      return isNumber ? "id" : leaf
    }
    let joined = FieldVocabulary.folded(String(steps[steps.count - 2])) + leaf
    return FieldVocabulary.target(of: joined) == nil ? leaf : joined
  }

  private static func leafTarget(_ steps: [Substring]) -> FieldTarget? {
    FieldVocabulary.target(of: word(for: steps))
  }
}
