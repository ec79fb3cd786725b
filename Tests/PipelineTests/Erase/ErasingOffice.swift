import Foundation
import Records
import Store
import Support

@testable import Pipeline

/// An office whose Hannelore is to be erased: she is in both sources, was changed, decided on, called,
/// and set aside once; no other shares a word with her.
struct ErasingOffice {
  static let pipeline = """
    name: office
    sources:
      - name: erp
        file: erp.csv
        priority: 2
        map: { nr: key, vorname: given, nachname: family, email: email, tel: phone, geboren: birth_date, plz: postal_code, ort: place, strasse: street, notiz: note }
      - name: news
        file: news.csv
        map: { nr: key, vorname: given, nachname: family, email: email, geboren: birth_date, ort: place, ok: consent_state }
    activities:
      - { name: calls, file: calls.csv, date: tag, link: { email: email } }
    match: { at: balanced }
    write: [contacts.csv, contacts.jsonl, contacts.vcf, crossref.csv, clusters.xlsx]
    """
  static let erpHeader = "nr;vorname;nachname;email;tel;geboren;plz;ort;strasse;notiz\n"
  static let newsHeader = "nr;vorname;nachname;email;geboren;ort;ok\n"
  static let hers =
    "1;Hannelore;Zwirnmann;h.zwirnmann@post.example;030 23125601;03.04.1961;01067;Dresden;"
    + "Quittengasse 3;züchtet Rassekaninchen\n"
  static let others = """
    2;Konrad;Siebenlist;k.siebenlist@heim.example;0351 4466880;01.01.1950;24103;Kiel;Holm 7;
    3;Uta;Siebenlist;uta@heim.example;;12.12.1955;24103;Kiel;Holm 7;

    """
  static let broken = "9;Hannelore;Zwirnmann;h.zwirnmann@post.example;1;2;3;4;5;6;7;8;9;10;11\n"
  static let news = "7;Hannelore;Zwirnmann;h.zwirnmann@post.example;03.04.1961;Dresden;ja\n"
  static let calls = """
    tag;email;text
    01.02.2026;uta@heim.example;Umzug
    02.02.2026;h.zwirnmann@post.example;fragt nach Bienenwachs

    """
  /// What is hers alone.
  static let words = [
    "Zwirnmann", "zwirnmann", "Hannelore", "hannelore", "23125601", "23125699", "Quittengasse",
    "quittengasse", "Rassekaninchen", "Bienenwachs", "1961-04-03", "03.04.1961",
    "Imkerverein",
  ]

  let scenario: Scenario

  init() throws {
    scenario = try Scenario(
      Self.pipeline,
      [
        "erp.csv": Self.erpHeader + Self.hers + Self.others + Self.broken,
        "news.csv": Self.newsHeader + Self.news, "calls.csv": Self.calls,
      ])
  }

  var store: String { scenario.work.path("out/kontor.sqlite") }

  func write(erp: String) throws { try scenario.work.write("erp.csv", Self.erpHeader + erp) }

  /// After some runs, a decision and a change, so that she is in every table.
  static func lived() throws -> ErasingOffice {
    let office = try ErasingOffice()
    try office.scenario.run()
    try office.write(
      erp: hers.replacingOccurrences(of: "23125601", with: "23125699") + others + broken)
    try office.scenario.run()
    let decide = Decide(
      store: office.store, author: "Erika", reason: "steht so im Imkerverein",
      progress: Progress(mode: .silent, language: .english))
    _ = try decide.decide("erp:1", "erp:2", .different)
    _ = try decide.choose("erp:1", field: "note", value: "züchtet Rassekaninchen")
    try office.scenario.run()
    return office
  }

  @discardableResult
  func erase(_ name: String = "erp:1", isDryRun: Bool = false) throws -> ErasureOutcome {
    try Erase(
      store: store, input: scenario.work.path, author: "Erika", reason: "request of 3 Nov"
    ).contact(name, isDryRun: isDryRun)
  }

  /// The words that stand in a file of the output folder, with the file's name.
  func remnants(of words: [String] = Self.words) throws -> [String] {
    var found: [String] = []
    let folder = scenario.work.path("out")
    for name in FileManager.default.subpaths(atPath: folder) ?? [] {
      let bytes = [UInt8](FileManager.default.contents(atPath: folder + "/" + name) ?? Data())
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      for word in words where text.contains(word) { found.append("\(name): \(word)") }
    }
    return found
  }

  func stop<T>(_ body: () throws -> T) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return message(of: error, .english)
    }
  }
}
