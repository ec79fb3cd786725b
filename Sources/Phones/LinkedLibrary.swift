internal import CPhoneNumber

/// What is said of one spelling, by the linked library or by the fast path.
struct Verdict: Hashable {
  /// E.164.
  var number: String
  /// The digits of an extension the library knows the mark of ("ext. 23", ";ext=23").
  var `extension`: String
  var type: NumberType

  var isValid: Bool { type != .unknown }
}

/// The type of a number, by PhoneNumberUtil::PhoneNumberType's codes.
enum NumberType: UInt8, CaseIterable {
  case fixedLine, mobile, fixedLineOrMobile, tollFree, premiumRate, sharedCost, voip, personal
  case pager, companyNumber, voicemail, unknown
}

/// The libphonenumber this program is linked with.
///
/// It may be called from any thread. Cost: about 20 µs a call.
enum LinkedLibrary {
  /// The library's verdict; nil when it can't parse the text.
  static func verdict(on text: String, region: String) -> Verdict? {
    var text = text
    var answer = CPhoneVerdict()
    let isParsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        kontor_phone_judge(chars.baseAddress, chars.count, region, &answer)
      }
    }
    guard isParsed else { return nil }
    return Verdict(
      number: withUnsafeBytes(of: answer.e164) { string(endedByZero: $0) },
      extension: withUnsafeBytes(of: answer.extension) { string(endedByZero: $0) },
      type: UInt8(exactly: answer.type).flatMap(NumberType.init) ?? .unknown)
  }

  /// The library's metadata, serialized; empty when this build of it hides them.
  static func metadata() -> [UInt8] {
    var length = 0
    guard let bytes = kontor_phone_metadata(&length) else { return [] }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: length))
  }

  private static func string(endedByZero bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
