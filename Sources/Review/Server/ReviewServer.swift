internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Pipeline
internal import Records

/// Serves the review page of one store until it is stopped.
package final class ReviewServer: Sendable {
  private let options: ReviewOptions
  private let listen: ListenAddress
  private let desk: ReviewDesk
  private let working: WorkingIn
  private let keeper = Doorkeeper()
  private let pool: PatientPool
  /// What reads and writes blocks a thread; so it does not block the connections.
  private let queue = DispatchQueue(label: "kontor review", attributes: .concurrent)

  /// - Parameters:
  ///   - worker: how decisions are worked in.
  ///   - patience: how long a connection may send nothing.
  /// - Throws: `PipelineError.unreadable` when there is no such store, `StoreError`.
  package init(
    options: ReviewOptions, listen: ListenAddress, worker: Worker,
    patience: Duration = .seconds(120)
  ) throws {
    pool = PatientPool(patience: patience)
    self.options = options
    self.listen = listen
    desk = try ReviewDesk(store: options.store, isReadOnly: options.isReadOnly)
    working = WorkingIn(
      store: options.store, author: options.author, worker: options.isReadOnly ? .none : worker)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter onReady: gets the address to open in a browser, and the port that is listened on.
  package func run(onReady: @escaping @Sendable (String, UInt16) -> Void) async throws {
    defer { close() }
    let port = Port()
    let server = HTTPServer(
      config: .init(
        address: try .inet(ip4: listen.address, port: listen.port), timeout: 120,
        sharedRequestBufferSize: 16_384, pool: pool, logger: .disabled),
      handler: ClosureHTTPHandler { request in try await self.response(to: request, port) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      try await server.waitUntilListening(timeout: 10)
      guard case .ip4(_, let number)? = await server.listeningAddress else {
        throw SocketError.unsupportedAddress
      }
      port.open(
        Gate(
          rules: listen.rules(port: number), keeper: keeper, site: site, language: options.language)
      )
      try desk.prepare()
      onReady(address(number), number)
      queue.async { [desk] in try? desk.prepareSearch() }
      // What waited from an earlier session.
      if try desk.standing().waiting > 0 { working.schedule() }
      try await group.next()
    }
  }

  private func address(_ port: UInt16) -> String {
    let start = listen.proxy ?? "http://\(listen.address):\(port)"
    return "\(start)/?token=\(keeper.token.text)"
  }

  private var site: ReviewSite {
    let working = working
    return ReviewSite(
      desk: desk, options: options, onWriting: { working.giveWay() },
      onChange: { working.schedule() }, isWorking: { working.isRunning })
  }

  private func close() {
    working.end()
    try? desk.close()
  }

  // MARK: One request

  private func response(to request: HTTPRequest, _ port: Port) async throws -> HTTPResponse {
    guard let gate = port.gate else {
      return HTTPResponse(statusCode: HTTPStatusCode(503, phrase: "Service Unavailable"))
    }
    let arrival = try await arrival(request)
    let outcome = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: gate.outcome(of: arrival)) }
    }
    var headers = HTTPHeaders()
    for header in safeHeaders { headers[HTTPHeader(header.name)] = header.value }
    headers[.contentType] = outcome.answer.type
    if let location = outcome.answer.location { headers[.location] = location }
    if let cookie = outcome.cookie { headers[.setCookie] = cookie }
    return HTTPResponse(
      statusCode: HTTPStatusCode(outcome.answer.status, phrase: phrase(outcome.answer.status)),
      headers: headers, body: Data(outcome.answer.body))
  }

  private func arrival(_ request: HTTPRequest) async throws -> Gate.Arrival {
    var length = request.target.rawValue.utf8.count
    for header in request.headers {
      length += header.key.rawValue.utf8.count + header.value.utf8.count
    }
    // One byte more than may be tells that it is too much; the rest is not kept.
    var body: [UInt8] = []
    for try await part in request.bodySequence {
      body += part.prefix(Gate.longestBody + 1 - body.count)
      if body.count > Gate.longestBody { break }
    }
    return Gate.Arrival(
      method: request.method.rawValue, target: request.target.rawValue,
      claims: .init(
        host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
        fetchSite: request.headers[HTTPHeader("Sec-Fetch-Site")]),
      cookies: request.headers[.cookie] ?? "",
      contentType: request.headers[.contentType] ?? "", headLength: length, body: body)
  }

  private func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 303: "See Other"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 409: "Conflict"
    default: "Error"
    }
  }
}

/// The gate, once it is known on which port it stands.
private final class Port: Sendable {
  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var opened: Gate?

  var gate: Gate? {
    lock.lock()
    defer { lock.unlock() }
    return opened
  }

  func open(_ gate: Gate) {
    lock.lock()
    defer { lock.unlock() }
    opened = gate
  }
}
