import Testing

@testable import Linkage

@Suite struct PhoneComparisonTests {
  @Test(arguments: [
    ("+493411234567", "+493411234567", PhoneLevel.line),
    ("+49639313059", "+4963931305912", .sameLine),
    ("+493411234567", "+493412234567", .oneOff), ("+493411234567", "+494022222222", .different),
  ])
  func levelOfNumbers(left: String, right: String, level: PhoneLevel) {
    let found = Sample.level(
      .phone, Sample.person("1", phone: left), Sample.person("2", phone: right))
    #expect(found == level.rawValue)
  }

  @Test func mobilesOfTwoAreNoLine() {
    let left = Sample.person("1", mobile: "+491711234567")
    #expect(Sample.level(.phone, left, left) == PhoneLevel.mobile.rawValue)
    let other = Sample.person("2", mobile: "+491609876543")
    #expect(Sample.level(.phone, left, other) == PhoneLevel.otherMobile.rawValue)
  }
}
