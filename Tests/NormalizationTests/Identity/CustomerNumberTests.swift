internal import Testing

@testable import Normalization

@Suite struct CustomerNumberTests {
  @Test func leadingZerosStay() {
    #expect(CustomerNumber.normalized("0010023") == "0010023")
    #expect(CustomerNumber.normalized("10023.0") == "10023")
    #expect(CustomerNumber.normalized("K 10  023") == "K 10 023")
  }

  @Test(arguments: [
    ("K-00 123", "k123"), ("k00123", "k123"), ("0000099009", "99009"), ("W659254", "w659254"),
    ("", ""), ("000", ""), ("Kd.-Nr. 00123", "123"), ("KD-123", "123"), ("LF-123", "lf123"),
  ])
  func comparisonForm(number: String, form: String) {
    #expect(CustomerNumber.comparisonForm(of: number) == form)
    #expect(CustomerNumber.comparisonForm(of: form) == form)
  }
}
