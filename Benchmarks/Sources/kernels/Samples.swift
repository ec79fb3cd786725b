internal import Records

/// Invented people, made by a fixed rule.
struct Samples {
  let names: [String]
  let folded: [[UInt8]]
  let words: [Word]
  let rows: [Row]
  let scorers: Scorers
  /// All pairs that share a blocking key, and what passes over most of them at a glance.
  let candidates: CandidatePairs
  let bounds: ScoreBounds
  let candidateCount: Int

  private static let stems = [
    "Acker", "Berg", "Dorn", "Eich", "Falken", "Grün", "Heide", "Kalt", "Linden", "Moos", "Öhl",
    "Schloß", "Wald", "Zorn",
  ]
  private static let ends = [
    "mann", "hauer", "stein", "bach", "feld", "hofer", "wald", "berger", "ing", "rich", "müller",
  ]

  init(count: Int) {
    names = (0..<count).map { index in
      let stem = Self.stems[index % Self.stems.count]
      let end = Self.ends[index / Self.stems.count % Self.ends.count]
      return index % 3 == 0 ? stem + end + "-" + stem : stem + end
    }
    folded = names.map(Kernel.folded)
    words = folded.map { Word($0[...]) }
    var columns = Columns()
    for (index, name) in names.enumerated() { columns.append(Self.record(index, name)) }
    let comparer = PairComparer(columns: columns, frequencies: Frequencies(columns))
    scorers = Scorers(.shipped, comparer: comparer)
    rows = columns.rows.sorted { $0.family < $1.family }
    let serial = SerialExecutor()
    let keyed = BlockLimits(comparer: comparer, limit: 200)
      .columns(of: KeyMaker.entries(comparer, on: serial), on: serial)
    candidates = CandidatePairs(Blocks(keyed, records: columns.count, on: serial))
    bounds = ScoreBounds(.shipped, scorers, RowGists(comparer, on: serial))
    candidateCount = Samples.count(candidates, bounds) { _ in }
  }

  /// The number of candidate pairs; calls `body` with the scores of those that could matter.
  static func count(
    _ candidates: CandidatePairs, _ bounds: ScoreBounds, _ body: (Float) -> Void
  ) -> Int {
    var count = 0
    for part in candidates.parts {
      count += bounds.forEachPair(
        of: part, in: candidates, atLeast: Float(Clusterer.lowestCut.bits)
      ) { _, _, score, _ in body(score) }
    }
    return count
  }

  private static func record(_ index: Int, _ family: String) -> Record {
    let given = ["Anna", "Bernd", "Clara", "Dirk", "Emma", "Frank", "Greta"][index % 7]
    let code = String(10_000 + index * 37 % 80_000)
    let address = Address(
      street: "Hauptstraße", houseNumber: "\(index % 90 + 1)", postalCode: code,
      place: "Ort\(index % 50)")
    let phone = PhoneNumber(
      number: "+49\(30_000_000 + index * 7919 % 60_000_000)", kind: .landline, isValid: true)
    return Record(
      source: "table", key: "\(index)", location: Location(file: "", line: 1, ordinal: 1),
      kind: .person,
      values: [
        FieldValue(.name, .name(PersonName(given: given, family: family)), raw: ""),
        FieldValue(.address, .address(address), raw: ""),
        FieldValue(.phone, .phone(phone), raw: ""),
        FieldValue(.email, .text("\(given).\(index % 999)@post\(index % 9).example"), raw: ""),
      ])
  }
}

/// The engine's function of the name that a property of `Samples` has.
private enum Kernel {
  static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return bytes
  }
}
