import Support

@testable import Pipeline

/// Rows of invented people that change at random, the same for the same seed.
struct RandomOffice {
  private var state: UInt64
  private var erp: [Int: [String]] = [:]
  private var news: [Int: [String]] = [:]
  private var calls: [Int] = []
  private var next = 1

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  private static let people = [
    ("Alma", "Ellerbrock"), ("Bruno", "Quast"), ("Clara", "Quast"), ("Dietmar", "Moosgruber"),
    ("Elfriede", "Zirngiebl"), ("Falk", "Harkort"),
  ]

  /// One of few people, spelled in one of a few ways, so that rows meet.
  private mutating func row() -> [String] {
    let person = random(Self.people.count)
    let (given, family) = Self.people[person]
    let spelled = random(4) == 0 ? family + "n" : family
    let known = random(9) == 0 ? "no address" : "\(given).\(person)@post.example".lowercased()
    let email = random(3) == 0 ? "" : known
    let phone = random(2) == 0 ? "" : "030 2312560\(random(3))"
    let born = random(4) == 0 ? "" : "1\(person).0\(person + 1).196\(person)"
    return [
      given, spelled, email, phone, born, "1011\(person / 2)", "Berlin", "Torweg \(person / 2)",
    ]
  }

  /// Adds, changes and removes some rows.
  mutating func change() {
    for _ in 0...random(4) {
      switch random(7) {
      case 6:
        // Of nobody: it is set aside.
        erp[next] = [String](repeating: "", count: 8)
        next += 1
      case 0, 1:
        erp[next] = row()
        next += 1
      case 2:
        news[next] = row()
        next += 1
      case 3: if let key = pick(Array(erp.keys)) { erp[key] = row() }
      case 4: if let key = pick(Array(erp.keys)) { erp[key] = nil }
      default: if let key = pick(Array(news.keys)) { news[key] = random(2) == 0 ? nil : row() }
      }
    }
    if random(2) == 0 { calls.append(random(Self.people.count)) }
    if random(4) == 0, !calls.isEmpty { calls.removeFirst() }
  }

  private mutating func pick(_ keys: [Int]) -> Int? {
    keys.isEmpty ? nil : keys.sorted()[random(keys.count)]
  }

  func write(to office: Office) throws {
    try office.write(
      erp: erp.sorted { $0.key < $1.key }.map {
        (["\($0.key)"] + $0.value).joined(separator: ";") + "\n"
      }.joined())
    try office.write(
      news: news.sorted { $0.key < $1.key }.map { key, row in
        (["n\(key)"] + row.prefix(3) + row[4...] + [key % 3 == 0 ? "nein" : "ja"])
          .joined(separator: ";") + "\n"
      }.joined())
    let rows = calls.enumerated().map { place, person in
      "0\(place % 9 + 1).02.2026;\(Self.people[person].0).\(person)@post.example".lowercased()
    }
    try office.scenario.work.write(
      "calls.csv", "tag;email\n" + rows.joined(separator: "\n") + "\n")
  }
}
