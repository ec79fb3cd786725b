internal import Records
internal import Testing

@testable import Normalization

@Suite struct DraftTests {
  private func cell(_ target: String, _ text: String) -> Cell {
    Cell(
      target: FieldTarget(text: target) ?? FieldTarget(.note), raw: text,
      clean: CleanText(text: text))
  }

  @Test func cellsGroupByLabelAndGroupInOrder() {
    let cells = [cell("home.street", "a"), cell("work.street", "b"), cell("home.place", "c")]
    var groups: [[String]] = []
    cells.forEachGroup { groups.append($0.map(\.raw)) }
    #expect(groups == [["a", "c"], ["b"]])
    [Cell]().forEachGroup { _ in Issue.record("no cells are no group") }
  }

  @Test func rawPartsJoinInSourceOrder() {
    let cells = [cell("family", "Huber"), cell("title", "Dr."), cell("given", "Eva")]
    #expect(cells.raw { $0 != .title } == "Huber | Eva")
  }
}
