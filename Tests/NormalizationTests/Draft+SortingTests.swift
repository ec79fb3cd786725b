internal import Records
internal import Testing

@testable import Normalization

@Suite struct DraftSortingTests {
  private func draft(_ values: (String, String)...) -> Draft {
    var draft = Draft(mapped(values))
    draft.begin(mapped(values))
    draft.sortCells()
    return draft
  }

  @Test func valuesAreCleanedAndSorted() {
    let draft = draft(
      ("family", " MÃ¼ller "), ("email", "a@b.de"), ("rec_id", "7"), ("kind", "Firma"))
    #expect(draft.names.map(\.text) == ["Müller"])
    #expect(draft.names.map(\.raw) == [" MÃ¼ller "])
    #expect(draft.emails.count == 1)
    #expect(draft.recID == "7")
    #expect(draft.statedKind == .organization)
    #expect(draft.problems.map(\.code) == ["garbled-text"])
  }

  @Test func placeholdersAreLeftOutAndCounted() {
    let draft = draft(("given", "n/a"), ("street", "TBD"), ("consent_state", "keine"))
    #expect(draft.names.isEmpty && draft.addresses.isEmpty)
    #expect(draft.consents.count == 1)
    #expect(draft.problems.map(\.field) == ["given", "street"])
  }

  @Test func linesAreKeptWhereTheySayThings() {
    #expect(draft(("note", "a\r\nb")).others.map(\.text) == ["a\nb"])
    #expect(draft(("street", "Am Wald\n3")).addresses.map(\.text) == ["Am Wald 3"])
  }
}
