import Foundation
import Pipeline
import Records
import Store
import Support
import Testing

@testable import Review

@Suite struct WorkingInTests {
  @Test func whatWaitsIsWorkedInOnceNobodyWrites() async throws {
    let work = try Workdir()
    let desk = try ReviewDesk(store: TestStore.demo(in: work))
    let id = try #require(try desk.next(after: nil))
    let version = try #require(try desk.question(id)?.version)
    _ = try desk.answer(id, Answer(.different), version: version, author: "Uta")
    let working = WorkingIn(
      store: desk.store, author: "Uta", worker: .here, idle: .milliseconds(20))
    working.schedule()
    var rounds = 0
    while try desk.standing().waiting > 0, rounds < 3000 {
      rounds += 1
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try desk.standing().waiting == 0)
    #expect(try desk.question(id)?.decisions.map(\.isInForce) == [true])
    working.end()
    try desk.close()
  }

  @Test func theOneWhoWritesGoesFirst() async throws {
    let work = try Workdir()
    // A program that does not end by itself, whatever it is told.
    let program = try work.write("program", "#!/bin/sh\nexec sleep 1000\n")
    chmod(program, 0o700)
    let working = WorkingIn(
      store: work.path("none"), author: "", worker: .program(program),
      idle: .milliseconds(1))
    working.schedule()
    var rounds = 0
    while !working.isRunning, rounds < 3000 {
      rounds += 1
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(working.isRunning)
    working.end()
    rounds = 0
    while working.isRunning, rounds < 3000 {
      rounds += 1
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(!working.isRunning)
  }
}
