import Records
import Testing

@testable import Store

/// Strings that break careless JSON.
let hostileStrings = [
  "", " ", "a", "\"", "\\", "\\\"", "\"\"\"", "\u{0}", "a\u{0}b", "\u{1}\u{1f}\u{7f}\u{80}",
  "\n\r\t",
  "\\u0041", "{}", "[]", "],[", "\":\"", "Müller", "Mu\u{308}ller", "e\u{301}é", "👨‍👩‍👧‍👦", "日本語",
  "\u{2028}\u{2029}", "\u{feff}x", "\u{fffd}", "ÿ\"ÿ\"ÿ", "1234567\"", "12345678\"",
  "'; DROP TABLE contacts; --",
  String(repeating: "x", count: 10_000), String(repeating: "\\", count: 33), "=1+1", "a|b | c",
  "%s%n",
]

@Suite("FieldValue JSON")
struct FieldValueJSONTests {
  private func roundTrip(_ values: [FieldValue]) throws -> [FieldValue] {
    var json = JSONWriter(appendingTo: [])
    values.write(to: &json)
    var reader = JSONReader(json.bytes)
    let read = try [FieldValue](from: &reader)
    #expect(reader.isAtEnd)
    return read
  }

  /// Every kind of value, made of one text.
  private func values(_ text: String) -> [Value] {
    [
      .text(text),
      .name(PersonName(given: text, middle: "M", particle: text, family: text, suffix: text)),
      .name(PersonName()),
      .organization(OrganizationName(text: text, core: text, legalForm: text)),
      .address(
        Address(
          street: text, houseNumber: text, addition: text, poBox: text, postalCode: text,
          place: text,
          region: text, country: text)),
      .address(Address(place: text)),
      .phone(PhoneNumber(number: text, extension: text, kind: .mobile, isValid: true)),
      .phone(PhoneNumber(number: text, kind: .unknown, isValid: false)),
      .date(PartialDate(year: 1980, month: 4, day: 3)),
      .date(PartialDate(year: Int.max, month: Int.min, day: -1)),
      .consent(
        Consent(
          channel: .phone, address: text, state: .denied, date: text, source: text, evidence: text)),
    ]
  }

  @Test(arguments: hostileStrings)
  func everyKindOfValueRoundTrips(text: String) throws {
    for attribute in Attribute.allCases {
      for value in values(text) {
        let field = FieldValue(
          attribute, value, label: .billing, name: text, raw: text, mark: .invalid)
        let read = try roundTrip([field])
        #expect(read == [field])
        // Equality holds composed and decomposed letters for one; the bytes must be the same too.
        #expect(read.map { Array($0.raw.utf8) } == [Array(text.utf8)])
        #expect(read.map { Array($0.value.text.utf8) } == [Array(value.text.utf8)])
      }
    }
  }

  @Test func everyLabelMarkAndStateRoundTrips() throws {
    var fields: [FieldValue] = []
    for label in ValueLabel.allCases {
      for mark in ValueMark.allCases {
        fields.append(FieldValue(.email, .text("a@b.de"), label: label, raw: "A@b.de", mark: mark))
      }
    }
    for channel in Consent.Channel.allCases {
      for state in Consent.State.allCases {
        let consent = Consent(channel: channel, state: state)
        fields.append(FieldValue(.consent, .consent(consent), raw: "x"))
      }
    }
    for kind in [PhoneNumber.Kind.landline, .mobile, .fax, .service, .unknown] {
      let phone = PhoneNumber(number: "+49301", kind: kind, isValid: true)
      fields.append(FieldValue(.phone, .phone(phone), raw: "030 1"))
    }
    #expect(try roundTrip(fields) == fields)
    #expect(try roundTrip([]) == [])
  }

  @Test func formIsShortAndNamed() {
    var json = JSONWriter(appendingTo: [])
    FieldValue(
      .name, .name(PersonName(given: "Hans", family: "Meyer")), raw: "Meyer, Hans"
    ).write(to: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":"name","name":{"given":"Hans","family":"Meyer"},"raw":"Meyer, Hans"}"#)
  }

  @Test func everyCutOffAndEveryChangedByteIsRefusedOrReadWithoutATrap() {
    var json = JSONWriter(appendingTo: [])
    [
      FieldValue(.phone, .phone(PhoneNumber(number: "+4930", isValid: true)), raw: "0\"30"),
      FieldValue(
        .birthDate, .date(PartialDate(year: 1980)), label: .home, raw: "1980", mark: .repaired),
    ].write(to: &json)
    let bytes = json.bytes
    for count in bytes.indices {
      #expect(throws: MalformedJSON.self) {
        var reader = JSONReader(Array(bytes[..<count]))
        _ = try [FieldValue](from: &reader)
      }
    }
    for index in bytes.indices {
      for byte in [UInt8(0), 0x22, 0x2C, 0x39, 0x5B, 0x5C, 0x7D, 0xFF] {
        var changed = bytes
        changed[index] = byte
        var reader = JSONReader(changed)
        _ = try? [FieldValue](from: &reader)
      }
    }
  }

  @Test func unknownWordsAreRefused() {
    for json in [
      #"[{"a":"nonsense","text":"x"}]"#, #"[{"a":"email"}]"#, #"[{"text":"x"}]"#,
      #"[{"a":"email","text":"x","mark":9}]"#, #"[{"a":"email","l":"attic","text":"x"}]"#,
      #"[{"a":"email","text":"x","zzz":"y"}]"#, #"[{"a":"name","name":{"given":"x"}}]"#,
    ] {
      #expect(throws: MalformedJSON.self) {
        var reader = JSONReader(Array(json.utf8))
        _ = try [FieldValue](from: &reader)
      }
    }
  }
}
