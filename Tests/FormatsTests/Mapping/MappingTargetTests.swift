import Formats
import Records
import Testing

@Suite struct MappingTargetTests {
  @Test func wordsOfPipelineFilesAreRead() {
    #expect(MappingTarget(text: "label") == .label)
    #expect(MappingTarget(text: "ignore") == .ignore)
    #expect(
      MappingTarget(text: "home.street.2") == .field(FieldTarget(.street, label: .home, group: 2)))
    #expect(MappingTarget(text: "label.phone.2") == .labelOf(FieldTarget(.phone, group: 2)))
    #expect(MappingTarget(text: "strret") == nil)
    for text in ["label", "label.phone.2", "ignore", "home.street.2", "email"] {
      #expect(MappingTarget(text: text)?.text == text)
    }
    #expect(MappingTarget(text: "") == nil)
  }
}
