import Linkage
import Records
import Store
import Support

@testable import Pipeline

/// A pipeline of invented people with some duplicates, and what its first run leaves.
enum ModelSample {
  static let pipeline = """
    name: people
    sources:
      - name: erp
        file: erp.csv
        map: { nr: key, vorname: given, nachname: family, email: email, geboren: birth_date, ort: place, plz: postal_code, strasse: street }
    match: { at: balanced }
    """

  private static let givens = ["Alma", "Bruno", "Clara", "Dietmar", "Elfriede", "Falk", "Greta"]
  private static let families = [
    "Ellerbrock", "Pfannenstiel", "Quast", "Siebenlist", "Kranzhuber", "Moosgruber", "Wettstein",
    "Achternbusch", "Zirngiebl", "Dornseiff", "Harkort",
  ]
  private static let places = ["Dresden", "Kiel", "Ulm", "Hof", "Trier"]

  /// So many people, every third of them twice.
  static func rows(_ count: Int, from start: Int = 0) -> String {
    var text = "nr;vorname;nachname;email;geboren;ort;plz;strasse\n"
    for index in start..<start + count {
      let given = givens[index % 7]
      let family = families[index / 3 % 11]
      let place = index % 5
      let born = "\(index % 27 + 1).0\(index % 9 + 1).19\(40 + index % 50)"
      let address = "\(places[place]);\(10_000 + place * 7_000);Lindenweg \(index % 60 + 1)"
      text += "a\(index);\(given);\(family);\(given).\(index)@post.example;\(born);\(address)\n"
      if index % 3 == 0 {
        text += "b\(index);\(given);\(family)n;\(given).\(index)@post.example;\(born);\(address)\n"
      }
    }
    return text
  }

  static func scenario(_ count: Int = 60) throws -> Scenario {
    try Scenario(pipeline, ["erp.csv": rows(count)])
  }

  /// The model that a store of so many people trains.
  static func model(_ count: Int = 60) throws -> NamedModel? {
    let scenario = try scenario(count)
    try scenario.run()
    return try scenario.store { try $0.currentModel()?.named() }
  }
}
