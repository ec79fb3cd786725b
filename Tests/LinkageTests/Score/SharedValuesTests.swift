import Testing

@testable import Linkage

@Suite struct SharedValuesTests {
  @Test func numberOfManyNamesIsASwitchboard() {
    let names = ["Kranz", "Bode", "Adler", "Falk", "Zobel", "Mertens"]
    let crowd = names.map { Sample.person($0, "A", $0, phone: "+493411234567") }
    let family = (0..<6).map { Sample.person("\($0)", "A\($0)", "Kranz", phone: "+494012345678") }
    let shared = SharedValues(Sample.columns(crowd + family))
    #expect(shared.phones == [false, true, false])
  }
}
