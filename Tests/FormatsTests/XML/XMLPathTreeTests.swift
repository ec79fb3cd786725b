import Testing

@testable import Formats

@Suite struct XMLPathTreeTests {
  private func text(_ steps: [(name: UInt32, isAttribute: Bool)]) -> [String] {
    steps.map { ($0.isAttribute ? "@" : "") + "n\($0.name)" }
  }

  @Test func occurrencesAreCountedInEachParent() {
    var tree = XMLPathTree()
    var leaves = 0
    for instance in 1...2 {
      for _ in 1...2 {
        let node = tree.element(1, under: XMLPathTree.root, instance: instance)
        let leaf = tree.element(2, under: node, instance: 10 * instance + leaves)
        _ = tree.column(at: leaf, naming: text)
        leaves += 1
      }
    }
    #expect(tree.columns == ["n1/n2", "n1[2]/n2"])
  }

  @Test func elementsAndAttributesOfOneNameDiffer() {
    var tree = XMLPathTree()
    let element = tree.element(1, under: XMLPathTree.root, instance: 1)
    let attribute = tree.attribute(1, of: XMLPathTree.root)
    let own = tree.attribute(1, of: element)
    let columns = [element, attribute, own, XMLPathTree.root].map {
      tree.column(at: $0, naming: text)
    }
    #expect(columns == [0, 1, 2, 3])
    #expect(tree.columns == ["n1", "@n1", "n1/@n1", "."])
    #expect(tree.knownColumn(at: attribute) == 1)
  }

  @Test func tooManyRepeatsLieOutside() {
    var tree = XMLPathTree()
    var node = XMLPathTree.root
    for _ in 0...XMLPathTree.repeatLimit {
      node = tree.element(1, under: XMLPathTree.root, instance: 1)
    }
    #expect(node == XMLPathTree.outside)
    #expect(tree.element(2, under: node, instance: 2) == XMLPathTree.outside)
    #expect(tree.attribute(2, of: node) == XMLPathTree.outside)
  }

  @Test func tooManyPlacesLieOutside() {
    var tree = XMLPathTree()
    for name in 0..<UInt32(XMLPathTree.nodeLimit) {
      _ = tree.element(name, under: XMLPathTree.root, instance: 1)
    }
    #expect(tree.element(0, under: XMLPathTree.root, instance: 2) != XMLPathTree.outside)
    let new = UInt32(XMLPathTree.nodeLimit) + 1
    #expect(tree.element(new, under: XMLPathTree.root, instance: 2) == XMLPathTree.outside)
  }
}
