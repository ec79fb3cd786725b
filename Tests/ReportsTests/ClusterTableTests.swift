import Records
import Reports
import Testing

@Suite struct ClusterTableTests {
  @Test func rowsFollowTheAttributesAndSpanAllRecords() {
    let table = ClusterTable(SampleReport.meyers, language: .german)
    #expect(table.rows.map(\.attribute) == [.name, .address, .phone, .email, .extra])
    #expect(table.rows.allSatisfy { $0.cells.count == 4 })
    #expect(table.rows[0].differs)
    #expect(table.rows[3].cells[0].isEmpty)
    #expect(table.rows[4].name == "Geschenk")
    #expect(table.contact?.id == 4_711)
  }

  @Test func aClusterThatWaitsHasNoContactYet() {
    #expect(ClusterTable(SampleReport.fatherAndSon, language: .german).contact == nil)
  }

  @Test func whatDoesNotFitIsCounted() {
    let table = ClusterTable(SampleCluster.large, language: .english)
    #expect(table.records.count == ClusterTable.shownRecords)
    #expect(table.hiddenRecords == 12 - ClusterTable.shownRecords)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "#27"), (-1, "#0")])
  func letterOfRecord(index: Int, letter: String) {
    #expect(ClusterTable.letter(index) == letter)
  }

  @Test func theOriginalIsKeptWhereItWasRepaired() {
    let table = ClusterTable(SampleReport.meyers, language: .german)
    #expect(table.rows[0].cells[0][0].original == "SABINE MEYER")
    #expect(table.rows[3].cells[0].first?.original == nil)
  }
}
