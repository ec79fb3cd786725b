import Foundation
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct SoundWordsTests {
  @Test func wordsOfOneSoundAreFoundAndReadAnewAfterARun() throws {
    let office = try Office()
    try office.scenario.run()
    let store = try ContactStore(path: office.store, create: false)
    let words = SoundWords()
    #expect(try words.alike("Maier", in: store, at: 1) == [["Maier", "meyer"]])
    #expect(try words.alike("Anna 7", in: store, at: 1).isEmpty)
    // A vowel alone says nothing.
    #expect(try words.alike("Ei", in: store, at: 1).isEmpty)
    try office.write(erp: Office.erp.replacingOccurrences(of: "Siebenlist", with: "Mayer"))
    try office.scenario.run()
    #expect(try words.alike("Maier", in: store, at: 1) == [["Maier", "meyer"]])
    #expect(try words.alike("Maier", in: store, at: 2) == [["Maier", "mayer", "meyer"]])
    try store.close()
  }
}
