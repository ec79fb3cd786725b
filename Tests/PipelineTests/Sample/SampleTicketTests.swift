import Testing

@testable import Pipeline

@Suite struct SampleTicketTests {
  @Test(arguments: [(0, 0), (3, 1), (15, 68_719_476_735), (7, 123_456)])
  func aTicketReadsBack(stratum: Int, total: Int) {
    let ticket = SampleTicket(stratum: stratum, total: total)
    let text = ticket.text(left: "erp:1", right: "cards:2")
    #expect(text.count == 17 && text.hasPrefix("p"))
    #expect(SampleTicket(text, left: "erp:1", right: "cards:2") == ticket)
  }

  @Test func aTicketOfAnotherRowIsNone() {
    let text = SampleTicket(stratum: 2, total: 90).text(left: "erp:1", right: "erp:2")
    #expect(SampleTicket(text, left: "erp:1", right: "erp:3") == nil)
    #expect(SampleTicket(text, left: "erp:2", right: "erp:1") == nil)
  }

  @Test(arguments: ["", "p", "pxyz", "1234", "p1234567890abcdef"])
  func whatIsNoTicketIsNone(text: String) {
    #expect(SampleTicket(text, left: "a", right: "b") == nil)
  }

  @Test func ticketsOfOneStratumDoNotLookAlike() {
    let texts = (0..<100).map { SampleTicket(stratum: 1, total: 5).text(left: "a", right: "\($0)") }
    for place in 1..<17 {
      let digits = Set(texts.map { Array($0)[place] })
      #expect(digits.count > 10)
    }
  }
}
