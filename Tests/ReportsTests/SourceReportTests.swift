import Records
import Reports
import Testing

@Suite struct SourceReportTests {
  @Test func problemsAreSummedByAction() {
    let meaning = Phrase(de: "", en: "")
    let source = SourceReport(
      name: "erp", files: [],
      setAside: [
        ProblemCount(code: "a", meaning: meaning, action: .setAside, count: 2),
        ProblemCount(code: "b", meaning: meaning, action: .setAside, count: 3),
      ], problems: [ProblemCount(code: "c", meaning: meaning, action: .repaired, count: 7)])
    #expect(source.setAsideCount == 5)
    #expect(source.problemCount == 7)
  }

  @Test func permissionsAreSummedByAnswer() {
    let reason = Phrase(de: "", en: "")
    let permission = PermissionCount(
      channel: .email,
      reasons: [
        .init(reason: reason, isAllowed: true, count: 4),
        .init(reason: reason, isAllowed: false, count: 5),
        .init(reason: reason, isAllowed: false, count: 6),
      ])
    #expect(permission.allowed == 4)
    #expect(permission.denied == 11)
  }

  @Test func linkedRowsAreSummedOverTheWays() {
    let way = LinkedTable.Way(meaning: Phrase(de: "", en: ""), count: 3)
    let table = LinkedTable(
      kind: .activities, name: "", linked: [way, way], gaps: [way], unlinked: [])
    #expect(table.linkedCount == 6)
    #expect(table.unlinkedCount == 3)
  }
}
