import Records

@testable import Linkage

/// Records that differ from each other in all ways a comparison knows, drawn by a fixed rule.
enum VariedSample {
  static func comparer(_ count: Int, extras: Bool = false) -> PairComparer {
    Sample.comparer(
      (0..<count).map { person($0, extras: extras) } + (0..<count).map { organization($0) })
  }

  /// All pairs of one kind, as candidates of one block each.
  static func candidates(_ comparer: PairComparer) -> CandidatePairs {
    let entries = comparer.columns.rows.enumerated().map { index, row in
      UInt64(row.kind.rawValue + 1) << 32 | UInt64(index)
    }
    var column = KeyColumn(key: .vatID, entries: entries)
    sortByUpperHalf(&column.entries)
    return CandidatePairs(Blocks([column], records: entries.count, on: SerialExecutor()))
  }

  private static func pick(_ values: [String], _ index: Int, _ salt: UInt64) -> String {
    values[Int(mixed(UInt64(index) << 8 | salt) % UInt64(values.count))]
  }

  private static func person(_ index: Int, extras: Bool) -> Record {
    let given = pick(
      [
        "", "Hans", "Hanns", "Hans Peter", "Peter", "H.", "H. Peter", "Johann", "Kranz", "Maria",
        "Marie", "Mario", "Martin", "Martina", "Dr. Hans", "Krans",
      ], index, 1)
    let family = pick(
      ["Kranz", "Krantz", "Kranz-Moos", "Moos", "Hans", "", "Falkenstein", "Falkenstien"], index, 2)
    let number = pick(["", "3", "3a", "14"], index, 3)
    let phone = pick(["", "+49341123456", "+49341123457", "+493411234", "+4930555"], index, 4)
    let mobile = pick(["", "", "+4917112345678", "+4917112345687"], index, 5)
    let born = pick(["", "", "1960-03-04", "1960-04-03", "1961-03-04", "1988-00-00"], index, 6)
      .split(separator: "-").compactMap { Int($0) }
    var record = Sample.person(
      "p\(index)", given, family, organization: pick(firms + ["", "", ""], index, 7),
      street: pick(["", "Hauptstraße", "Haupstr.", "Am Wald", "Lindenallee"], index, 8),
      number: number, code: pick(["", "04109", "04190", "04229", "10115"], index, 9),
      place: pick(["", "Leipzig", "Leipzg", "Berlin", "Ulm"], index, 10),
      email: pick(
        [
          "", "", "hans.kranz@gmx.de", "hans.kranz@web.de", "h.kranz@moos.example",
          "hans.krans@gmx.de", "info@moos.example", "m@falkenstein.example",
        ], index, 11), phone: phone, mobile: mobile,
      born: born.count == 3 ? PartialDate(year: born[0], month: born[1], day: born[2]) : nil,
      suffix: pick(["", "", "sen.", "jun."], index, 12),
      customer: pick(["", "4711", "4712"], index, 13),
      extra: extras ? pick(["", "M-100\(index % 40)", "M-2000"], index, 14) : "",
      salutation: pick(["", "Herr", "Frau"], index, 15))
    if index % 11 == 0 {
      record.values.append(FieldValue(.birthName, .text("Moos"), raw: ""))
      let address = Address(street: "Am Wald", houseNumber: "3", postalCode: "04109", place: "Ulm")
      record.values.append(FieldValue(.address, .address(address), raw: ""))
    }
    if index % 13 == 0 {
      record.values.append(FieldValue(.website, .text("https://moos.example"), raw: ""))
    }
    return record
  }

  private static let firms = [
    "Kranz", "Kranz Maschinenbau", "Kranz Maschinenbau Leipzig", "Krantz Maschinen", "KML",
    "Moos Holding", "Moos", "Falkenstein Immobilien", "Falkenstein Immob", "Immobilien Leipzig",
    "Spedition Falkenstein", "Falkensteiner Spedition", "Autohaus Linden", "Linden",
  ]

  private static func organization(_ index: Int) -> Record {
    Sample.organization(
      "o\(index)", pick(firms, index, 20), form: pick(["", "GmbH", "GmbH & Co. KG"], index, 21),
      street: pick(["", "Hauptstraße", "Haupstr.", "Lindenallee"], index, 22),
      number: pick(["", "3", "5"], index, 23), code: pick(["", "04109", "10115"], index, 24),
      place: pick(["", "Leipzig", "Berlin", "Linden"], index, 25),
      email: pick(["", "info@kranz.example", "post@moos.example", "info@gmx.de"], index, 26),
      phone: pick(["", "+49341123456", "+49341123450", "+4930555"], index, 27),
      vat: pick(["", "", "DE123456789", "DE123456780", "DE999999999"], index, 28))
  }
}

/// What a glance at any two of some records says.
struct Glances {
  private let bound: ScoreBound
  private let gists: RowGists

  init(_ records: [Record], _ kind: RowKind = .person) {
    let comparer = Sample.comparer(records)
    gists = RowGists(comparer, on: SerialExecutor())
    let model = kind == .organization ? ShippedWeights.organizations : ShippedWeights.persons
    bound = ScoreBound(model, Scorers(.shipped, comparer: comparer).scorer(of: kind), gists)
  }

  subscript(left: Int, right: Int) -> ScoreBound.Glance {
    let base = gists.rows.base
    return bound.glance(base + left, base + right, bound: -10_000)
      ?? ScoreBound.Glance(sum: .zero)
  }
}
