internal import Foundation
internal import Linkage
internal import Records

extension NamedModel {
  /// Reads a model's document.
  ///
  /// - Parameter place: the file, for messages.
  /// - Throws: `PipelineError.unreadable` when it is none, or one of another version.
  package static func read(_ text: String, place: String) throws -> NamedModel {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let bytes = Data(text.utf8)
      guard try decoder.decode(Head.self, from: bytes).kontorModel == ModelDocument.version else {
        throw Damage.otherVersion
      }
      return try decoder.decode(Document.self, from: bytes).named()
    } catch let damage as Damage {
      throw PipelineError.unreadable(path: place, reason: damage.reason)
    } catch is DecodingError {
      throw PipelineError.unreadable(path: place, reason: Damage.noModel.reason)
    }
  }

  /// Reads a model's file.
  package static func read(file path: String) throws -> NamedModel {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw PipelineError.unreadable(
        path: path, reason: Phrase(de: "es gibt keine solche Datei", en: "no such file"))
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw PipelineError.unreadable(path: path, reason: Damage.noModel.reason)
    }
    return try read(text, place: path)
  }
}

/// Why a document is no model that can be used.
private enum Damage: Error {
  case noModel, otherVersion, otherLevels, noShare

  var reason: Phrase {
    switch self {
    case .noModel:
      Phrase(
        de: "kein Modell: \"kontor model --out\" schreibt eines",
        en: "not a model: \"kontor model --out\" writes one")
    case .otherVersion:
      Phrase(
        de: "ein Modell einer anderen Kontor-Version: trainieren Sie es neu (kontor train)",
        en: "a model of another version of Kontor: train it anew (kontor train)")
    case .otherLevels:
      Phrase(
        de: "das Modell kennt andere Vergleiche oder Stufen: trainieren Sie es neu (kontor train)",
        en: "the model knows other comparisons or levels: train it anew (kontor train)")
    case .noShare:
      Phrase(
        de: "eine Zahl im Modell ist kein Anteil oder Gewicht, wie es sein kann",
        en: "a number in the model is no share or weight that can be")
    }
  }
}

private struct Head: Decodable { var kontorModel: Int }

private struct Document: Decodable {
  struct Provenance: Decodable {
    struct Note: Decodable { var de, en: String }
    var records: Int
    var author: String
    var notes: [Note]
  }
  struct Cuts: Decodable { var safeBits, balancedBits: Double }
  struct Kind: Decodable {
    struct Partners: Decodable { var matches, housemates, colleagues: Double }
    struct Table: Decodable {
      struct Level: Decodable {
        var level: String
        var m, u, housemates, colleagues: Double
      }
      var comparison: String
      var levels: [Level]
    }
    var records: Int
    /// Documents of earlier versions don't tell.
    var knowsHouseholds: Bool?
    var partners: Partners
    var comparisons: [Table]
  }
  struct Shares: Decodable {
    struct Group: Decodable {
      var log2: Double
      var values: String
    }
    var unseenLog2: Double
    var shares: [Group]
  }
  struct Extra: Decodable {
    var column: String
    var unseenLog2: Double
    var shares: [Shares.Group]
  }
  struct Frequencies: Decodable {
    var commonGiven: Double
    var given, family, street, postalCode, place, address, organization, organizationWord: Shares
    var extras: [Extra]
  }
  var name: String
  var version: Int
  var provenance: Provenance
  var weightsVersion: String
  var cuts: Cuts
  var persons, organizations: Kind
  var frequencies: Frequencies

  func named() throws(Damage) -> NamedModel {
    guard weightsVersion == LinkageModel.shipped.version else { throw .otherLevels }
    guard cuts.safeBits.isFinite, cuts.balancedBits.isFinite, cuts.safeBits >= cuts.balancedBits
    else { throw .noShare }
    var model = LinkageModel.shipped
    model.persons = try persons.model(like: model.persons)
    model.organizations = try organizations.model(like: model.organizations)
    model.cuts = LinkageModel.Cuts(
      safeInBits: cuts.safeBits, balancedInBits: cuts.balancedBits)
    model.frequencies = try frequencies.tables()
    return NamedModel(
      name: name, version: version,
      provenance: NamedModel.Provenance(
        records: provenance.records, author: provenance.author,
        notes: provenance.notes.map { Phrase(de: $0.de, en: $0.en) }), model: model)
  }
}

extension Document.Kind {
  /// The weights, if the comparisons and levels are those of the shipped model.
  fileprivate func model(like shipped: KindModel) throws(Damage) -> KindModel {
    guard comparisons.map(\.comparison) == shipped.tables.map(\.comparison.name) else {
      throw .otherLevels
    }
    let numbers = [partners.matches, partners.housemates, partners.colleagues]
    guard records >= 0, numbers.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .noShare }
    var model = shipped
    model.records = records
    model.knowsHouseholds = knowsHouseholds ?? true
    model.partners = KindModel.Partners(
      matches: partners.matches, housemates: partners.housemates, colleagues: partners.colleagues)
    for place in comparisons.indices {
      let names = shipped.tables[place].comparison.levelNames.dropFirst()
      guard comparisons[place].levels.map(\.level) == Array(names) else { throw .otherLevels }
      model.tables[place].levels = []
      for level in comparisons[place].levels {
        let shares = [level.m, level.u, level.housemates, level.colleagues]
        guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .noShare }
        model.tables[place].levels.append(
          LevelWeights(level.m, level.u, level.housemates, level.colleagues))
      }
    }
    return model
  }
}

extension Document.Frequencies {
  fileprivate func tables() throws(Damage) -> FrequencyTables {
    var tables = FrequencyTables(shares: [:], extras: [], commonGiven: Float(commonGiven))
    for kind in ValueKind.allCases { tables.shares[kind] = try shares(kind).model() }
    for extra in extras {
      let shares = Document.Shares(unseenLog2: extra.unseenLog2, shares: extra.shares)
      tables.extras.append(
        FrequencyTables.ExtraShares(column: extra.column, shares: try shares.model()))
    }
    return tables
  }

  private func shares(_ kind: ValueKind) -> Document.Shares {
    switch kind {
    case .given: given
    case .family: family
    case .street: street
    case .postalCode: postalCode
    case .place: place
    case .address: address
    case .organization: organization
    case .organizationWord: organizationWord
    }
  }
}

extension Document.Shares {
  fileprivate func model() throws(Damage) -> ValueShares {
    var model = ValueShares(unseen: try share(unseenLog2))
    for group in shares {
      let share = try share(group.log2)
      for hash in group.values.utf8.split(separator: UInt8(ascii: " ")) {
        guard let hash = UInt64(String(decoding: hash, as: UTF8.self), radix: 16) else {
          throw .noModel
        }
        model.listed[hash] = share
      }
    }
    return model
  }

  /// No share is above 1; early exits count on none being rarer than a hundred bits.
  private func share(_ log2: Double) throws(Damage) -> Float {
    guard (-100...0).contains(log2) else { throw .noShare }
    return Float(log2)
  }
}
