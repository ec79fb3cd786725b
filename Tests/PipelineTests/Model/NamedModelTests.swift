import Linkage
import Testing

@testable import Pipeline

@Suite struct NamedModelTests {
  @Test func theIDIsOfWhatWeighsAlone() throws {
    var model = try #require(try ModelSample.model())
    let id = model.id
    model.name = "another"
    model.version = 7
    model.provenance.author = "somebody"
    #expect(model.id == id && id.count == 16)
    model.model.persons.partners.matches *= 2
    #expect(model.id != id)
  }

  @Test func equalDataTrainEqualModels() throws {
    #expect(try ModelSample.model() == ModelSample.model())
  }
}
