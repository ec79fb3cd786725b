internal import Dispatch
internal import Foundation
internal import Store

/// Lets a command be stopped cleanly: on SIGTERM, SIGINT, or when its time is up, what it has begun is
/// undone. A second signal ends it at once, which the store survives too.
package final class StopSignals {
  private let sources: [any DispatchSourceProtocol]

  /// Listens until the process ends.
  ///
  /// - Parameter timeout: in seconds; nil: none.
  package init(timeout: Double? = nil) {
    let queue = DispatchQueue(label: "kontor.stop")
    var sources: [any DispatchSourceProtocol] = []
    for number in [SIGTERM, SIGINT] {
      // The source gets signals that are ignored otherwise.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        Interruption.request()
        signal(number, SIG_DFL)
      }
      source.resume()
      sources.append(source)
    }
    if let timeout {
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.schedule(deadline: .now() + timeout)
      timer.setEventHandler { Interruption.request() }
      timer.resume()
      sources.append(timer)
    }
    self.sources = sources
  }
}
