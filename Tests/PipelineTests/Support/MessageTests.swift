import Formats
import Records
import Store
import Testing

@testable import Pipeline

@Suite struct MessageTests {
  @Test func errorsSpeakTheLanguage() {
    let error = PipelineError.noSuchFile(path: "in/a.csv", source: "erp")
    #expect(message(of: error, .english).hasPrefix("in/a.csv: no such file for source \"erp\""))
    #expect(message(of: error, .german).hasPrefix("in/a.csv: es gibt keine solche Datei"))
    #expect("\(error)" == message(of: error, .english))
  }

  @Test func everyMistakeOfAPipelineFileHasItsLine() {
    let places = [(3, 5), (9, 1)].map { line, column in
      Diagnostic(
        file: "p.yaml", position: FilePosition(line: line, column: column),
        message: Phrase(de: "falsch", en: "wrong"))
    }
    let error = PipelineError.invalid(places)
    #expect(message(of: error, .english) == "p.yaml:3:5: wrong\np.yaml:9:1: wrong")
    #expect(message(of: error, .german) == "p.yaml:3:5: falsch\np.yaml:9:1: falsch")
  }

  @Test func fileThatCannotBeWrittenIsToldOfInBothLanguages() throws {
    let error = try #require(throws: WriteError.self) {
      try ByteOutput(path: "/nowhere/a.csv")
    }
    #expect(
      message(of: error, .english) == "/nowhere/a.csv: can't be written: the folder is missing")
    #expect(
      message(of: error, .german) == "/nowhere/a.csv: nicht beschreibbar: der Ordner fehlt")
  }

  @Test func errorOfTheStoreNamesItsFile() throws {
    #expect(throws: StoreError.self) {
      do {
        _ = try ContactStore(path: "/nowhere/at/all.sqlite", create: true)
      } catch {
        #expect(message(of: error, .english).contains("/nowhere/at/all.sqlite"))
        #expect(message(of: error, .german).contains("all.sqlite: nicht zu öffnen"))
        throw error
      }
    }
  }
}
