import Foundation
import Support
import Testing

@testable import Pipeline

@Suite struct SoundWordsTests {
  @Test func wordsOfOneSoundAreFoundAndReadAnewAfterARun() throws {
    let office = try Office()
    try office.scenario.run()
    let words = SoundWords()
    #expect(try words.alike("Maier", of: office.store, at: 1) == [["Maier", "meyer"]])
    #expect(try words.alike("Anna 7", of: office.store, at: 1).isEmpty)
    // A vowel alone says nothing.
    #expect(try words.alike("Ei", of: office.store, at: 1).isEmpty)
    try office.write(erp: Office.erp.replacingOccurrences(of: "Siebenlist", with: "Mayer"))
    try office.scenario.run()
    #expect(try words.alike("Maier", of: office.store, at: 1) == [["Maier", "meyer"]])
    #expect(try words.alike("Maier", of: office.store, at: 2) == [["Maier", "mayer", "meyer"]])
  }
}
