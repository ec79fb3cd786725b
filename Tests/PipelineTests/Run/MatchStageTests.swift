import Formats
import Linkage
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct MatchStageTests {
  private static let pipeline = """
    sources:
      - name: erp
        file: erp.xml
        record: firm
        map: { "@id": key, name: organization, mail: email }
        nested:
          - record: person
            map: { "@no": key, given: given, family: family }
    """
  private static let xml = """
    <all>
      <firm id="A"><name>Tuchmacherei Ellerbrock GmbH</name><mail>info@ellerbrock.example</mail>
        <person no="1"><given>Notburga</given><family>Ellerbrock</family></person>
        <person no="2"><given>Dietmar</given><family>Pfannenstiel</family></person>
      </firm>
      <firm id="B"><name>Seifensiederei Quast OHG</name><color>blau</color><size>7</size>
        <person no="1"><given>Hedda</given><family>Quast</family></person>
      </firm>
    </all>
    """

  private func matching() throws -> Matching {
    let scenario = try Scenario(Self.pipeline, ["erp.xml": Self.xml])
    try scenario.run()
    return try scenario.store { reader in
      try MatchStage(
        numberings: [:], options: LinkOptions(at: .safe), model: .shipped,
        progress: Progress(mode: .silent, language: .english)
      ).perform(on: reader)
    }
  }

  @Test func recordsComeInTheOrderOfTheirNumbers() throws {
    let matching = try matching()
    #expect(matching.records == matching.records.sorted())
    #expect(matching.records.count == 5)
    #expect(matching.clusters.flatMap { $0 }.sorted() == matching.records)
  }

  @Test func originsAreFoundByNumber() throws {
    let matching = try matching()
    let keys = matching.records.map { matching.origin($0).key }
    #expect(Set(keys) == ["A", "A-1", "A-2", "B", "B-1"])
    #expect(matching.origin(999).key == "")
  }

  @Test func extraColumnsComeInTheOrderMet() throws {
    #expect(try matching().extraNames == ["erp": ["color", "size"]])
    #expect(try matching().allExtraNames == ["color", "size"])
  }

  @Test func contactPersonsWorkAtTheFirmAroundThem() throws {
    let matching = try matching()
    let ties = matching.linkage.relations.filter { $0.kind == .worksAt }.map { relation in
      [relation.left, relation.right].map { matching.origins[$0].key }
    }
    #expect(Set(ties) == [["A-1", "A"], ["A-2", "A"], ["B-1", "B"]])
  }

  @Test func relationsOfContactsStandOnce() throws {
    let matching = try matching()
    // All persons of a firm are one contact here, the firms another each.
    let contacts = matching.linkage.clusters.map { cluster -> ContactID in
      let key = matching.origins[cluster.id].key
      return key.hasPrefix("A-") ? 1 : key == "A" ? 2 : 3
    }
    let relations = matching.relations(contacts: contacts)
    #expect(relations == [Relation(.worksAt, left: 1, right: 2)])
  }
}
