import Linkage
import Testing

@testable import Pipeline

@Suite struct ModelDocumentTests {
  @Test func aModelReadsBackBitByBit() throws {
    let model = try #require(try ModelSample.model())
    let text = ModelDocument(model).text
    let again = try NamedModel.read(text, place: "test")
    #expect(again == model)
    #expect(again.id == model.id)
    #expect(ModelDocument(again).text == text)
  }

  @Test func levelsStandByNameWithTheirBits() throws {
    let text = ModelDocument(try #require(try ModelSample.model())).text
    for word in [
      "\"kontor_model\": 1", "\"comparison\": \"family\"", "\"level\": \"nickname\"", "\"bits\": ",
      "\"safe_bits\": ", "\"postal_code\": ", "\"author\": \"kontor run people\"",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func noValueOfAContactStandsInIt() throws {
    let text = ModelDocument(try #require(try ModelSample.model())).text.lowercased()
    for value in ["ellerbrock", "alma", "dresden", "lindenweg", "post.example"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test func numbersHaveSixteenDigits() {
    #expect(hexadecimal(0) == "0000000000000000")
    #expect(hexadecimal(.max) == "ffffffffffffffff")
  }
}
