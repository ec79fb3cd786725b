import Formats
import Records
import Testing

@Suite struct MappingTargetTests {
  @Test func wordsOfPipelineFilesAreRead() {
    #expect(MappingTarget(text: "label") == .label)
    #expect(MappingTarget(text: "ignore") == .ignore)
    #expect(
      MappingTarget(text: "home.street.2") == .field(FieldTarget(.street, label: .home, group: 2)))
    #expect(MappingTarget(text: "strret") == nil)
    #expect(MappingTarget(text: "") == nil)
  }
}
