internal import Normalization
package import Records

/// Judges phone numbers as libphonenumber does, and reads the marks of German extensions.
///
/// One for each worker: it remembers, and is not for two threads at once. A usual spelling costs
/// some 150 ns, one the library is asked about some 20 µs the first time.
package final class LibPhoneJudge: PhoneJudge {
  private struct Question: Hashable {
    var text: String
    var region: String
    var expected: PhoneNumber.Kind
  }

  /// Spellings remembered before all are forgotten: at 200 bytes each, 13 MB.
  private static let mostRemembered = 65_536

  private var fastPath = FastPath()
  /// Only what the library was asked: the fast path is quicker than looking a string up.
  private var remembered: [Question: PhoneNumber?] = [:]

  /// How many spellings were judged without the library, and how many the library was asked.
  package private(set) var judgedByFastPath = 0
  package private(set) var judgedByLibrary = 0

  package init() {}

  /// The number in a text; nil when it holds no digit that could be of one.
  ///
  /// - Parameter region: ISO 3166 alpha-2, upper case: where a number without a calling code is.
  /// - Parameter expected: what the column says; it decides where the number can't: a fax line is
  ///   a landline to the library.
  package func judge(
    _ text: String, region: String, expecting expected: PhoneNumber.Kind
  ) -> PhoneNumber? {
    if let verdict = fastPath.verdict(on: text, region: region) {
      judgedByFastPath += 1
      return number(verdict, extension: "", expected)
    }
    let question = Question(text: text, region: region, expected: expected)
    if let known = remembered[question] { return known }
    let answer = answer(to: question)
    if remembered.count >= Self.mostRemembered { remembered.removeAll() }
    remembered[question] = .some(answer)
    return answer
  }

  private func answer(to question: Question) -> PhoneNumber? {
    let marked = MarkedExtension(question.text)
    let text = marked?.base ?? question.text
    if let verdict = verdict(on: text, region: question.region) {
      return number(verdict, extension: marked?.digits ?? "", question.expected)
    }
    let typed = typedDigits(of: text)
    if typed.isEmpty { return nil }
    return PhoneNumber(
      number: typed, extension: marked?.digits ?? "", kind: question.expected, isValid: false)
  }

  /// The verdict on a text, or on the number before its remark if it has one.
  private func verdict(on text: String, region: String) -> Verdict? {
    let verdict = plainVerdict(on: text, region: region)
    if let verdict, !verdict.extension.isEmpty || verdict.type.isSpelledInLetters { return verdict }
    guard let remarked = RemarkedNumber(text) else { return verdict }
    return plainVerdict(on: remarked.number, region: region)
  }

  private func plainVerdict(on text: String, region: String) -> Verdict? {
    if let verdict = fastPath.verdict(on: text, region: region) { return verdict }
    judgedByLibrary += 1
    return LinkedLibrary.verdict(on: text, region: region)
  }

  private func number(
    _ verdict: Verdict, extension marked: String, _ expected: PhoneNumber.Kind
  ) -> PhoneNumber {
    PhoneNumber(
      number: verdict.number, extension: marked.isEmpty ? verdict.extension : marked,
      kind: verdict.type.kind(expecting: expected), isValid: verdict.isValid)
  }

  /// The ASCII digits of a text, behind a plus sign if one stands before the first.
  private func typedDigits(of text: String) -> String {
    var digits: [UInt8] = []
    for byte in text.utf8 {
      let isPlus = byte == UInt8(ascii: "+") && digits.isEmpty
      if isPlus || byte >= 0x30 && byte <= 0x39 { digits.append(byte) }
    }
    return digits.count == 1 && digits[0] == UInt8(ascii: "+")
      ? "" : String(decoding: digits, as: UTF8.self)
  }
}

extension NumberType {
  /// Whether numbers of the type are given as words: services, and lines in North America.
  var isSpelledInLetters: Bool { isService || self == .fixedLineOrMobile }

  var isService: Bool {
    switch self {
    case .tollFree, .premiumRate, .sharedCost, .personal, .pager, .companyNumber, .voicemail: true
    case .fixedLine, .mobile, .fixedLineOrMobile, .voip, .unknown: false
    }
  }

  /// The kind our records know; what the number leaves open, the column decides.
  func kind(expecting expected: PhoneNumber.Kind) -> PhoneNumber.Kind {
    switch self {
    case .mobile: .mobile
    case .fixedLineOrMobile, .unknown: expected
    default: expected == .fax ? .fax : isService ? .service : .landline
    }
  }
}
