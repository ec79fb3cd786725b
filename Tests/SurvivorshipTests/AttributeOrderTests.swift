import Records
import Testing

@testable import Survivorship

@Suite struct AttributeOrderTests {
  @Test(arguments: Array(Attribute.allCases.enumerated()))
  func ordinalIsThePositionInTheDeclaration(position: Int, attribute: Attribute) {
    #expect(attribute.ordinal == position)
  }
}
