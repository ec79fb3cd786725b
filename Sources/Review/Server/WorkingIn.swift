internal import Foundation
internal import Records
internal import Pipeline

/// How what was taken down is worked into the store.
package enum Worker: Sendable {
  /// By another process of this program, so that the page stays small and quick: its path.
  case program(String)
  /// In this process, for small stores and tests.
  case here
  /// Not at all: the next run does it.
  case none
}

/// Works decisions in once nobody has decided for a while, and gives way to whoever decides.
///
/// Linking a large store takes seconds and its transaction locks out writers. So a process does it
/// that can be ended at any moment: its run then never happened, and is done again later.
final class WorkingIn: Sendable {
  private struct State {
    var process: Process?
    var isRunning = false
    /// Counts changes: an older timer does nothing.
    var turn = 0
    var isEnded = false
  }
  private let store: String
  private let author: String
  private let worker: Worker
  /// So long nobody must have decided.
  private let idle: DispatchTimeInterval
  private let queue = DispatchQueue(label: "kontor review: working in")
  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var state = State()

  init(store: String, author: String, worker: Worker, idle: DispatchTimeInterval = .seconds(2)) {
    self.store = store
    self.author = author
    self.worker = worker
    self.idle = idle
  }

  var isRunning: Bool { locked { $0.isRunning } }

  private func locked<T>(_ body: (inout State) -> T) -> T {
    lock.lock()
    defer { lock.unlock() }
    return body(&state)
  }

  /// Somebody is about to write: what is being worked in is given up for now.
  func giveWay() {
    let process = locked { state in
      state.turn += 1
      return state.process
    }
    guard let process, process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Somebody has written: works it in when nobody does for a while.
  func schedule() { schedule(after: idle) }

  private func schedule(after delay: DispatchTimeInterval) {
    if case .none = worker { return }
    let turn = locked { state in
      state.turn += 1
      return state.turn
    }
    queue.asyncAfter(deadline: .now() + delay) { self.work(turn) }
  }

  /// The page is closed: nothing is left running.
  func end() {
    locked { $0.isEnded = true }
    giveWay()
  }

  private func work(_ turn: Int) {
    guard locked({ $0.turn == turn && !$0.isEnded }) else { return }
    locked { $0.isRunning = true }
    let isDone = perform(turn)
    let isCurrent = locked { state in
      state.isRunning = false
      state.process = nil
      return state.turn == turn && !state.isEnded
    }
    // Another program may be writing: it is tried again.
    if !isDone, isCurrent { schedule(after: .seconds(20)) }
  }

  private func perform(_ turn: Int) -> Bool {
    switch worker {
    case .none: return true
    case .here:
      let progress = Progress(mode: .silent, language: .english)
      let decide = Decide(store: store, author: author, progress: progress)
      return (try? decide.workIn()) != nil
    case .program(let path):
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = ["decide", "--work-in", "--store", store, "--quiet", "--as", author]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let isStarted = locked { state in
        guard state.turn == turn, !state.isEnded, (try? process.run()) != nil else { return false }
        state.process = process
        return true
      }
      guard isStarted else { return false }
      process.waitUntilExit()
      return process.terminationReason == .exit && process.terminationStatus == 0
    }
  }
}
