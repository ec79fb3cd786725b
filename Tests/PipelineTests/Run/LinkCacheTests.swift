import Foundation
import Linkage
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct LinkCacheTests {
  private let work: Workdir
  private let cache: LinkCache
  private let stamp = LinkStamp(run: 3, startedAt: "2026-11-23T12:00:00Z")
  private let settings: LinkSettings

  init() throws {
    work = try Workdir()
    cache = LinkCache(store: work.path("kontor.sqlite"))
    let file = try Scenario("sources: [{ name: s, file: s.csv }]\n", ["s.csv": ""]).file
    settings = LinkSettings(
      model: "m", matching: MatchSettings(file),
      sources: ["erp": LinkSettings.Source(priority: 5, numbering: "n")])
    cache.write(memory)
  }

  /// Of no records, but with something in each list that may be empty.
  private var memory: LinkMemory {
    var memory = LinkMemory(settings, of: stamp)
    memory.chosen = [4, 7]
    memory.places = [1, 2]
    memory.digests = [3, 4]
    return memory
  }

  private func read(_ settings: LinkSettings) -> LinkMemory? {
    cache.read(for: settings)
  }

  @Test func whatWasWrittenIsReadOncePublished() {
    #expect(read(settings) == nil)
    cache.publish()
    let read = read(settings)
    #expect(read?.chosen == [4, 7])
    #expect(read?.settings == settings)
  }

  @Test func itTellsWhichRunLeftIt() throws {
    cache.publish()
    #expect(read(settings)?.stamp == stamp)
    let store = try ContactStore()
    try store.run(pipeline: "a", startedAt: "2026-11-23T12:00:00Z") { _ in }
    try store.read { reader in
      let known = try LinkStamp(run: 1, startedAt: "2026-11-23T12:00:00Z").isKnown(to: reader)
      #expect(known)
      // Another store's, or of one that was put back since.
      let others = [
        LinkStamp(run: 1, startedAt: "2026-11-23T12:00:01Z"),
        LinkStamp(run: 2, startedAt: "2026-11-23T12:00:00Z"),
      ]
      for other in others { #expect(try !other.isKnown(to: reader)) }
    }
  }

  @Test func otherSettingsRefuseItAndFurtherSourcesDoNot() {
    cache.publish()
    var more = settings
    more.sources["shop"] = LinkSettings.Source(priority: 1)
    #expect(read(more) != nil)
    var others = [settings, settings, settings, settings]
    others[0].model = "other"
    others[1].matching.at = "balanced"
    others[2].sources["erp"]?.priority = 6
    others[3].matching.merge = ["phone": ["most-frequent"]]
    for other in others { #expect(read(other) == nil) }
  }

  @Test func damageIsRefused() throws {
    cache.publish()
    let bytes = try work.bytes("kontor.sqlite.link")
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 1
      try work.write("kontor.sqlite.link", damaged)
      #expect(read(settings) == nil, "\(place)")
    }
    try work.write("kontor.sqlite.link", Array(bytes.dropLast()))
    #expect(read(settings) == nil)
  }

  @Test func nothingIsLeftOfARunThatIsNotKept() {
    cache.discard()
    cache.publish()
    #expect(!FileManager.default.fileExists(atPath: cache.path))
  }

  @Test func nobodyElseMayReadIt() throws {
    cache.publish()
    let attributes = try FileManager.default.attributesOfItem(atPath: cache.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func whoOnlyReadsWritesNothing() {
    let reading = LinkCache(store: work.path("other")).forReading
    reading.write(memory)
    reading.publish()
    #expect(!FileManager.default.fileExists(atPath: reading.path))
  }
}
