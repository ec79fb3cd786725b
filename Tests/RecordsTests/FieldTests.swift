import Testing

@testable import Records

@Suite struct FieldTargetTests {
  @Test(arguments: [
    ("street", FieldTarget(.street)),
    ("home.street", FieldTarget(.street, label: .home)),
    ("work.street.2", FieldTarget(.street, label: .work, group: 2)),
    ("postal_code.3", FieldTarget(.postalCode, group: 3)),
  ])
  func textNamesATarget(text: String, target: FieldTarget) {
    #expect(FieldTarget(text: text) == target)
    #expect(target.text == text)
  }

  @Test(arguments: ["", "strasse", "home", "street.home", "street.0", "street.100", "a.b.c", "."])
  func otherTextNamesNone(text: String) {
    #expect(FieldTarget(text: text) == nil)
  }

  @Test func everyFieldIsReadBack() {
    for field in Field.allCases {
      for label in ValueLabel.allCases {
        let target = FieldTarget(field, label: label, group: 2)
        #expect(FieldTarget(text: target.text) == target)
      }
    }
  }
}
