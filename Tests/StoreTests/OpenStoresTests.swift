import Foundation
import Support
import Testing

@testable import Store

@Suite struct OpenStoresTests {
  @Test func aFileIsOpenUntilItsLastConnectionIsClosed() throws {
    let work = try Workdir()
    let path = work.path("a.kontor")
    #expect(!OpenStores.all.contains(path))
    let first = try ContactStore(path: path, create: true)
    let second = try ContactStore(path: path, create: false)
    #expect(OpenStores.all.contains(path))
    try first.close()
    #expect(OpenStores.all.contains(path))
    try second.close()
    #expect(!OpenStores.all.contains(path))
    #expect(!OpenStores.all.contains(work.path("b")))
  }

  /// Were the locks given up, the shell's connection would take the log away as the last one.
  @Test func aSecondConnectionKeepsTheLocksOfTheFirst() throws {
    let work = try Workdir()
    let path = work.path("a.kontor")
    let first = try ContactStore(path: path, create: true)
    try first.load([sampleRecord("1")])
    let second = try ContactStore(path: path, create: false)
    #expect(try first.read { try $0.runs().count } == 1)
    #expect(locks(of: path) > 0)
    try second.close()
    try first.close()
  }

  /// How many locks this process holds on a file or its index.
  private func locks(of path: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
    var inodes: [String] = []
    for name in [path, path + "-shm"] {
      var status = stat()
      if stat(name, &status) == 0 { inodes.append(":\(status.st_ino) ") }
    }
    return text.split(separator: "\n").count { line in
      line.contains(" \(getpid()) ") && inodes.contains { line.contains($0) }
    }
  }
}
