import Records
import Testing

@testable import Linkage

@Suite struct RecordMarksTests {
  private func marks(_ records: [Record]) -> [UInt64] {
    let comparer = Sample.comparer(records)
    let table = KeyMaker.table(comparer, on: SerialExecutor())
    return RecordMarks(comparer: comparer, table: table).marks(on: SerialExecutor())
  }

  private let people = ["Dorn", "Falk", "Acker", "Kalt"].enumerated().map { index, name in
    Sample.person("\(index)", "Anna", name, phone: "+4934112345")
  }

  @Test func noneIsZero() {
    #expect(marks(people + [Sample.person("x")]).allSatisfy { $0 != 0 })
  }

  @Test func aNumberThatManyShareMarksAllWhoHaveIt() {
    let few = marks(Array(people.prefix(3)))
    #expect(few == marks(Array(people.prefix(3))))
    let many = marks(people)
    #expect((0..<3).allSatisfy { few[$0] != many[$0] })
  }

  @Test func aMailboxOfAFirmsNameMarksAllWhoHaveIt() {
    let person = Sample.person("1", "Anna", "Dorn", email: "kranzoptik@web.example")
    let firm = Sample.organization("2", "Kranz Optik", email: "kranzoptik@web.example")
    #expect(marks([person])[0] != marks([person, firm])[0])
  }

  @Test func strangersChangeNothing() {
    let other = Sample.person("9", "Jens", "Moos", phone: "+49361998877")
    #expect(marks([people[0]])[0] == marks([people[0], other])[0])
  }
}
