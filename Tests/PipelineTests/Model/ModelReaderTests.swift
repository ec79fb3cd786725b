import Linkage
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct ModelReaderTests {
  private func stop(_ change: (String) -> String) throws -> String {
    let text = ModelDocument(try #require(try ModelSample.model(20))).text
    do {
      _ = try NamedModel.read(change(text), place: "m.json")
      return ""
    } catch {
      return message(of: error, .english)
    }
  }

  @Test func whatIsNoModelIsRefusedWithItsFile() throws {
    #expect(try stop { _ in "[]" }.hasPrefix("m.json: can't be read: not a model"))
    #expect(try stop { _ in "" }.contains("not a model"))
    #expect(try stop { String($0.dropLast(40)) }.contains("not a model"))
  }

  @Test func anotherVersionIsRefused() throws {
    let text = try stop { $0.replacing("\"kontor_model\": 1", with: "\"kontor_model\": 2") }
    #expect(text.contains("another version"))
    let weights = try stop {
      $0.replacing("\"weights_version\": \"", with: "\"weights_version\": \"x")
    }
    #expect(weights.contains("other comparisons or levels"))
  }

  @Test func unknownLevelsAndComparisonsAreRefused() throws {
    for word in ["\"level\": \"nickname\"", "\"comparison\": \"family\""] {
      let text = try stop { $0.replacing(word, with: word.dropLast(2) + "x\"") }
      #expect(text.contains("other comparisons or levels"), "\(word)")
    }
  }

  @Test func sharesThatCannotBeAreRefused() throws {
    let model = try #require(try ModelSample.model(20))
    let m = model.model.persons.tables[0].levels[0].m
    #expect(try stop { $0.replacing("\"m\": \(m)", with: "\"m\": 1.5") }.contains("no share"))
    let unseen = model.model.frequencies?[.given].unseen ?? 0
    let text = try stop { $0.replacing("\"unseen_log2\": \(unseen)", with: "\"unseen_log2\": 3") }
    #expect(text.contains("no share"))
  }

  @Test func aMissingFileIsTold() {
    #expect(throws: PipelineError.self) { try NamedModel.read(file: "/nowhere/model.json") }
  }
}
