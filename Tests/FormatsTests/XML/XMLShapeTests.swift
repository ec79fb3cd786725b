import Testing

@testable import Formats

@Suite struct XMLShapeTests {
  @Test func undeclaredPrefixesAreNamed() {
    let shape = XMLShape(
      record: "a:k", nested: ["b:n/p"], namespaces: ["a": "urn:a"], columns: ["@c:id", "a:x", "y"])
    #expect(shape.undeclaredPrefixes == ["b", "c"])
  }

  @Test func pathIsTakenApart() {
    let path = XMLPath("/a:Liste/Eintrag/@a:nr", namespaces: ["a": "urn:a"])
    #expect(path.isAbsolute)
    #expect(path.steps.map(\.local) == ["Liste", "Eintrag", "nr"])
    #expect(path.steps.map(\.namespace) == ["urn:a", nil, "urn:a"])
    #expect(path.steps.map(\.isAttribute) == [false, false, true])
    #expect(path.steps.map(\.text) == ["a:Liste", "Eintrag", "@a:nr"])
  }

  @Test func stepMatchesByNamespaceOrInAny() {
    let steps = XMLPath("a:x/x/z:x", namespaces: ["a": "urn:a"]).steps
    #expect(steps.map { $0.matches(local: "x", namespace: "urn:a") } == [true, true, false])
    #expect(steps.map { $0.matches(local: "x", namespace: "") } == [false, true, false])
    #expect(steps.map { $0.matches(local: "y", namespace: "urn:a") } == [false, false, false])
  }
}
