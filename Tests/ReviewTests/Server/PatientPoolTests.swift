import Foundation
import Testing

@testable import Review

@Suite struct PatientPoolTests {
  @Test(arguments: [
    "", "GET / HTTP/1.1\r\nHost: 127", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nab",
  ])
  func whoSendsNothingMoreIsNotWaitedFor(begun: String) async throws {
    try await serving(patience: .milliseconds(200)) { _, port throws in
      #expect(try TestBrowser(port: port).exchange(Array(begun.utf8)) == [])
    }
  }

  @Test func whoTakesTimeIsWaitedFor() async throws {
    try await serving { address, port throws in
      #expect(try TestSession(address, port: port).get("/").status == 200)
    }
  }

  /// Two answers over one connection.
  @Test func connectionsAreKeptOpen() async throws {
    try await serving(patience: .milliseconds(500)) { _, port in
      let request = "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: keep-alive\r\n\r\n"
      let answers = try TestBrowser(port: port).exchange(Array((request + request).utf8))
      let text = String(decoding: answers, as: UTF8.self)
      #expect(text.components(separatedBy: "HTTP/1.1 403").count == 3)
    }
  }
}
