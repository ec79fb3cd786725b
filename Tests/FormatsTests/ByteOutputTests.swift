import Formats
import Foundation
import Support
import Testing

@Suite struct ByteOutputTests {
  @Test func fileHasMode0600AndAllBytes() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a.txt", "old and longer than what comes")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let output = try ByteOutput(path: path)
    for _ in 0..<100_000 { try output.write("zehn Byte\n") }
    try output.close()
    #expect(output.byteCount == 1_000_000)
    #expect(try workdir.bytes("a.txt").count == 1_000_000)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func folderThatIsMissingIsNamed() throws {
    let workdir = try Workdir()
    #expect(throws: WriteError.self) { try ByteOutput(path: workdir.path("none/a.txt")) }
  }
}
