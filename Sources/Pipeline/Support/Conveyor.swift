internal import Foundation

/// Hands values from a producing thread to a consuming one, a few at a time and in order.
///
/// The producer waits while `capacity` values lie on the belt, so memory stays bounded. An error of
/// either side ends both.
final class Conveyor<Element: Sendable>: @unchecked Sendable {
  // @unchecked: every access to the stored properties is made while `condition` is locked.
  private let condition = NSCondition()
  private var belt: [Element] = []
  private var isFinished = false
  private var isAbandoned = false
  private var failure: (any Error)?
  private let capacity: Int

  private init(capacity: Int) { self.capacity = capacity }

  /// Thrown inside the producer when the consumer has stopped.
  struct Abandoned: Error {}

  /// Runs `produce` on a thread of its own and `consume` here; rethrows the first error of either.
  static func run(
    capacity: Int = 4,
    produce: @escaping @Sendable (_ emit: (Element) throws -> Void) throws -> Void,
    consume: (Element) throws -> Void
  ) throws {
    let conveyor = Conveyor(capacity: capacity)
    let thread = Thread {
      do {
        try produce { try conveyor.put($0) }
        conveyor.finish(nil)
      } catch {
        conveyor.finish(error)
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
    do {
      while let element = try conveyor.take() { try consume(element) }
    } catch {
      conveyor.abandon()
      throw error
    }
  }

  private func put(_ element: Element) throws {
    condition.lock()
    defer { condition.unlock() }
    while belt.count >= capacity, !isAbandoned { condition.wait() }
    if isAbandoned { throw Abandoned() }
    belt.append(element)
    condition.broadcast()
  }

  private func take() throws -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while belt.isEmpty, !isFinished { condition.wait() }
    if belt.isEmpty {
      if let failure { throw failure }
      return nil
    }
    let element = belt.removeFirst()
    condition.broadcast()
    return element
  }

  private func finish(_ error: (any Error)?) {
    condition.lock()
    defer { condition.unlock() }
    isFinished = true
    failure = error
    condition.broadcast()
  }

  /// Tells the producer to stop, and waits until it has.
  private func abandon() {
    condition.lock()
    defer { condition.unlock() }
    isAbandoned = true
    condition.broadcast()
    while !isFinished { condition.wait() }
  }
}
