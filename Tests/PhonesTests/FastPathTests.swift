import Testing

@testable import Phones

@Suite struct FastPathTests {
  /// Every spelling the fast path decides, it decides as the linked library does.
  ///
  /// Invented spellings: each country × every prefix of four digits × lengths and styles as the
  /// generator falls, a tenth of them damaged.
  @Test(arguments: [("DE", "49"), ("AT", "43"), ("CH", "41")])
  func equalsTheLibrary(region: String, code: String) {
    var fastPath = FastPath()
    var spellings = InventedSpellings(region: region, callingCode: code)
    var decided = 0
    var different: [String] = []
    for round in 0..<4 {
      for prefix in 0..<10_000 {
        let text = spellings.next(prefix: prefix, round: round)
        guard let verdict = fastPath.verdict(on: text, region: region) else { continue }
        decided += 1
        if verdict != LinkedLibrary.verdict(on: text, region: region) { different.append(text) }
      }
    }
    #expect(
      different.isEmpty,
      "\(different.count) decided otherwise than the linked library, first: \(different.prefix(5))")
    #expect(decided >= 34_000, "of 40,000 spellings the fast path decided only \(decided)")
  }

  @Test func equalsTheLibraryOnEveryCountrysExamples() {
    var fastPath = FastPath()
    for country in PhoneMetadata.linked {
      for description in country.types.values where !description.example.isEmpty {
        let example = description.example
        let spellings = [
          "+\(country.callingCode) \(example)", "00\(country.callingCode)\(example)", example,
          "0\(example)", "+\(country.callingCode) (0) \(example)", example + "1",
          String(example.dropLast()), "\(country.callingCode) \(example)", "8 \(example)",
        ]
        for text in spellings {
          guard let verdict = fastPath.verdict(on: text, region: country.region) else { continue }
          #expect(
            verdict == LinkedLibrary.verdict(on: text, region: country.region),
            "\(country.region) \(text)")
        }
      }
    }
  }

  @Test(arguments: ["DE", "AT", "CH"])
  func homeCountriesAreDecided(region: String) throws {
    var fastPath = FastPath()
    let country = try #require(PhoneMetadata.linked.first { $0.region == region })
    for description in country.types.values where !description.example.isEmpty {
      let verdict = fastPath.verdict(on: "0" + description.example, region: region)
      #expect(verdict != nil)
    }
  }

  @Test(arguments: ["030 123456", "+49 30 123456"])
  func withoutMetadataTheLibraryDecides(text: String) {
    var fastPath = FastPath([])
    let verdict = fastPath.verdict(on: text, region: "DE")
    #expect(verdict == nil)
  }

  @Test func planThatContradictsTheLibraryIsNotUsed() throws {
    var country = try #require(PhoneMetadata.linked.first { $0.region == "DE" })
    country.types[.fixedLine] = country.types[.mobile]
    country.types[.fixedLine]?.example = "15123456789"
    var fastPath = FastPath([country])
    let verdict = fastPath.verdict(on: "+49 30 123456", region: "DE")
    #expect(verdict == nil)
  }

  @Test(arguments: [
    ("+1 212 202 4738", "DE"), ("+44 20 7946 0958", "DE"), ("+800 1234 5678", "DE"),
    ("212 202 4738", "US"), ("030 123456", "XX"), ("+0049 30 123456", "DE"), ("+999 123456", "DE"),
    ("0049", "DE"), ("+49 1", "DE"), ("000000", ""),
  ])
  func leftToTheLibrary(text: String, region: String) {
    var fastPath = FastPath()
    let verdict = fastPath.verdict(on: text, region: region)
    #expect(verdict == nil)
  }
}

/// Spellings of numbers nobody has, by a fixed generator (SplitMix64).
private struct InventedSpellings {
  var region: String
  var callingCode: String
  private var state: UInt64

  init(region: String, callingCode: String) {
    self.region = region
    self.callingCode = callingCode
    state = UInt64(callingCode) ?? 0
  }

  /// A spelling of a national number that begins with four given digits.
  mutating func next(prefix: Int, round: Int) -> String {
    let length = 3 + below(13)
    var digits = String(prefix + 10_000).utf8.dropFirst().map { $0 }
    while digits.count < length { digits.append(0x30 + UInt8(below(10))) }
    digits.removeLast(digits.count - length)
    let text = spelled(String(decoding: digits, as: UTF8.self))
    return below(10) == 0 ? damaged(text) : text
  }

  private mutating func spelled(_ digits: String) -> String {
    let area = digits.prefix(2 + below(4))
    let rest = digits.dropFirst(area.count)
    let separator = pick(["", " ", "/", "-", ".", " / ", "\u{A0}", "\u{2013}", ") ", " - "])
    let grouped = grouped(rest)
    let code = callingCode
    let start = pick([
      "0", "0", "0", "(0", "Tel.: 0", "Fax 0", "", "+\(code) ", "+\(code)", "+\(code) (0) ",
      "+\(code)(0)", "+\(code) 0", "00\(code) ", "00\(code) (0)", "(+\(code)) ", "+\(code)-",
      "\(code) ", "\(code)0", "\(code)", "00", "+ \(code) ", "(00\(code)) ", "0 ", "000",
    ])
    return start + area + separator + grouped + pick(["", "", "", " ", ".", "-0", " - 12", ")"])
  }

  /// In groups of two or three, sometimes.
  private mutating func grouped(_ digits: Substring) -> String {
    guard below(3) == 0 else { return String(digits) }
    let size = 2 + below(2)
    let separator = pick([" ", "-", ".", " ", "\u{A0}"])
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, index % size == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  /// With a sign put in or taken away somewhere.
  private mutating func damaged(_ text: String) -> String {
    var signs = Array(text)
    let place = below(signs.count)
    switch below(3) {
    case 0: signs.remove(at: place)
    case 1: signs.insert(signs[below(signs.count)], at: place)
    default:
      let noise: [Character] = [
        "+", "#", "x", "~", "*", ",", ";", "\t", "A", "e", "\u{FF11}", "\u{664}", "(", ")", "/",
        "\\", ":", "ß", "\u{AD}", "\u{200B}", "0", "9", "-", "\"", "'", "[", "\u{2015}", "\u{2016}",
      ]
      signs.insert(noise[below(noise.count)], at: place)
    }
    return String(signs)
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
