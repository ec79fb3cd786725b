internal import Foundation
internal import Linkage
internal import Store

/// The words of the contacts' names by how they sound, read from the search once a run.
final class SoundWords: Sendable {
  private struct Known {
    var run: RunID = -1
    var words: [UInt64: [String]] = [:]
  }
  // What it holds is read and replaced under the lock alone.
  private nonisolated(unsafe) var known = Known()
  private let lock = NSLock()

  /// More words of one sound are left out: the most frequent tell.
  private static let mostWords = 60

  /// For each word of a text, itself and the words of names that sound like it; empty when no word
  /// has any.
  ///
  /// - Parameters:
  ///   - store: the store's file.
  ///   - run: the last one that may have changed names: after another the words are read anew.
  func alike(_ text: String, of store: String, at run: RunID) throws -> [[String]] {
    lock.lock()
    defer { lock.unlock() }
    if known.run != run { known = Known(run: run, words: try Self.read(store)) }
    var isAny = false
    let groups = searchWords(text).map { word -> [String] in
      let sound = Self.sound(of: word)
      guard let sound, let others = known.words[sound] else { return [word] }
      isAny = true
      return [word] + others
    }
    return isAny ? groups : []
  }

  /// By a connection of its own, so that nobody waits for it.
  private static func read(_ path: String) throws -> [UInt64: [String]] {
    let store = try openedStore(path)
    defer { try? store.close() }
    var words: [UInt64: [String]] = [:]
    try store.forEachNameWord { word in
      guard let sound = sound(of: word), (words[sound]?.count ?? 0) < mostWords else { return }
      words[sound, default: []].append(word)
    }
    return words
  }

  /// Nil for what has no sound of its own: numbers, and words of one consonant.
  private static func sound(of word: String) -> UInt64? {
    let folded = word.lowercased().utf8.filter { (0x61...0x7A).contains($0) }
    let code = packedColognePhonetics(of: folded)
    return code > 0xF ? code : nil
  }
}
