/// Contacts put together from invented parts, the same for the same seed: people and firms, with
/// duplicates, shared houses, lines and mailboxes, and objections.
package struct InventedContacts {
  /// A row of a table: the columns are `header`.
  package typealias Row = [String]

  package static let header = [
    "nr", "art", "vorname", "nachname", "firma", "strasse", "plz", "ort", "email", "telefon",
    "mobil", "geboren", "werbung", "stand", "farbe", "kundennr",
  ]
  /// What the columns mean, for a pipeline file.
  package static let map = """
    { nr: key, art: kind, vorname: given, nachname: family, firma: organization, strasse: street, \
    plz: postal_code, ort: place, email: email, telefon: phone, mobil: mobile, geboren: birth_date, \
    werbung: consent_state, stand: consent_date, kundennr: customer_number }
    """

  private var state: UInt64
  private var rows: [Row] = []
  private var made = 0

  package init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0, below a limit (splitmix64).
  package mutating func number(below limit: Int) -> Int {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  package mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  /// A new row under a key of its own; now and then about somebody who has one already.
  package mutating func newRow() -> Row {
    made += 1
    var row: Row
    if !rows.isEmpty, chance(35) {
      row = varied(pick(rows))
    } else {
      row = chance(25) ? firm() : person()
    }
    row[0] = "\(made)"
    rows.append(row)
    return row
  }

  /// The row with another value or two.
  package mutating func changed(_ row: Row) -> Row {
    var other = varied(row)
    other[0] = row[0]
    return other
  }

  private mutating func person() -> Row {
    let given = pick(Self.givenNames)
    let family = pick(Self.beginnings) + pick(Self.endings)
    let house = address()
    let mail = chance(60) ? "\(given).\(family)@\(pick(Self.domains))".lowercased() : ""
    return [
      "", "person", given, family, chance(15) ? firmName() : "", house.street, house.code,
      house.place, chance(4) ? "info@\(pick(Self.domains))" : mail, line(house.code),
      chance(50) ? "0171 \(3_000_000 + number(below: 900_000))" : "",
      chance(60) ? date(from: 1940, years: 60) : "", consent(), consentDate(), color(), customer(),
    ]
  }

  private mutating func firm() -> Row {
    let house = address()
    let name = firmName()
    let word = String(name.prefix { $0 != " " }).lowercased()
    return [
      "", "organization", "", "", name, house.street, house.code, house.place,
      chance(70) ? "info@\(word).example" : "", line(house.code), "", "", consent(), consentDate(),
      color(), customer(),
    ]
  }

  /// About the same, written otherwise.
  private mutating func varied(_ row: Row) -> Row {
    var row = row
    for _ in 0...number(below: 2) {
      switch number(below: 8) {
      case 0: row[2] = String(row[2].prefix(1)) + (row[2].isEmpty ? "" : ".")
      case 1: row[8] = ""
      case 2: row[9] = line(row[6])
      case 3: row[10] = row[10].isEmpty ? "0171 \(3_000_000 + number(below: 900_000))" : ""
      case 4: (row[12], row[13]) = (consent(), consentDate())
      case 5:
        let house = address()
        (row[5], row[6], row[7]) = (house.street, house.code, house.place)
      case 6: row[3] = row[3].replacingEnd()
      default: row[14] = color()
      }
    }
    return row
  }

  private mutating func address() -> (street: String, code: String, place: String) {
    let place = pick(Self.places)
    let street = "\(pick(Self.beginnings))\(pick(["weg", "straße", "gasse"]))"
    return ("\(street) \(number(below: 30) + 1)", place.code, place.name)
  }

  private mutating func firmName() -> String {
    "\(pick(Self.beginnings))\(pick(Self.endings)) \(pick(Self.trades)) \(pick(Self.forms))"
  }

  private mutating func line(_ code: String) -> String {
    chance(50) ? "0341 \(200_000 + number(below: 3_000))" : ""
  }

  private mutating func date(from year: Int, years: Int) -> String {
    "\(number(below: 28) + 1).\(number(below: 12) + 1).\(year + number(below: years))"
  }

  private mutating func consent() -> String { pick(["", "", "ja", "nein"]) }
  private mutating func consentDate() -> String { chance(50) ? date(from: 2018, years: 6) : "" }
  private mutating func customer() -> String { chance(40) ? "K\(1_000 + made)" : "" }
  private mutating func color() -> String { chance(10) ? pick(["rot", "blau"]) : "" }

  private static let beginnings = [
    "Alber", "Bren", "Dorn", "Eichel", "Falken", "Grün", "Hasel", "Immen", "Kranich", "Linden",
    "Möhren", "Nebel", "Otter", "Pappel", "Quast", "Rauten", "Schöller", "Tannen", "Ulmer",
    "Wachtel",
  ]
  private static let endings = [
    "bach", "berg", "feld", "hagen", "horst", "kamp", "moor", "reuth", "stein", "thal",
  ]
  private static let givenNames = [
    "Alwine", "Bruno", "Cosima", "Detlef", "Edeltraud", "Fridolin", "Gesine", "Hartmut", "Ilsebill",
    "Jost", "Kunigunde", "Leberecht", "Mechthild", "Notburga", "Ottokar", "Rosalinde",
  ]
  private static let domains = ["post.example", "brief.example", "netz.example"]
  private static let trades = ["Optik", "Bau", "Gartenbau", "Spedition", "Druckerei"]
  private static let forms = ["GmbH", "OHG", "KG", ""]
  private static let places = [
    (code: "04109", name: "Leipzig"), (code: "01099", name: "Dresden"),
    (code: "10115", name: "Berlin"),
    (code: "24103", name: "Kiel"), (code: "99423", name: "Weimar"),
    (code: "80331", name: "München"),
  ]
}

extension String {
  /// With another last letter.
  fileprivate func replacingEnd() -> String {
    isEmpty ? self : String(dropLast()) + (hasSuffix("n") ? "m" : "n")
  }
}

extension InventedContacts {
  /// Rows as a table with semicolons.
  package static func table(_ rows: [Row]) -> String {
    ([header] + rows).map { $0.joined(separator: ";") + "\n" }.joined()
  }

  package static let historyHeader = ["id", "datum", "kunde", "mail", "name", "firma"]

  /// A row of history about the contact of a row, who is called by some of its names.
  package mutating func call(_ row: Row, id: Int) -> Row {
    var call = ["\(id)", "2024-03-0\(number(below: 9) + 1)", "", "", "", ""]
    if chance(35) { call[2] = row[15] }
    if chance(35) { call[3] = row[8] }
    if chance(60) {
      let given = pick([row[2], String(row[2].prefix(1)), ""])
      call[4] = given.isEmpty ? row[3] : given + " " + row[3]
    }
    if chance(50) { call[5] = row[4] }
    return call
  }

  /// Calls as a table with semicolons.
  package static func history(_ calls: [Row]) -> String {
    ([historyHeader] + calls).map { $0.joined(separator: ";") + "\n" }.joined()
  }
}
