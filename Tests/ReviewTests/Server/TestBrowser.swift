import Foundation

/// An answer as it came over the wire.
struct Reply {
  var status: Int
  var headers: [String: String]
  var body: String
}

/// Speaks HTTP over a socket, and says exactly what it is told to.
struct TestBrowser {
  let port: UInt16

  struct Failed: Error {}

  func send(
    _ method: String, _ target: String, headers: [String: String] = [:], body: String = ""
  ) throws -> Reply {
    var all = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
    if method == "POST" {
      all["Content-Length"] = "\(body.utf8.count)"
      all["Content-Type"] = "application/x-www-form-urlencoded"
    }
    for (name, value) in headers { all[name] = value }
    let head = all.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }.joined()
    let bytes = try exchange(Array("\(method) \(target) HTTP/1.1\r\n\(head)\r\n\(body)".utf8))
    return try reply(String(decoding: bytes, as: UTF8.self))
  }

  /// Sends bytes, and reads until the other side closes.
  func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failed() }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Failed() }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  private func reply(_ text: String) throws -> Reply {
    guard let end = text.range(of: "\r\n\r\n") else { throw Failed() }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { throw Failed() }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return Reply(status: status, headers: headers, body: String(text[end.upperBound...]))
  }
}

/// A browser that was let in: it has the cookie, and reads the form's secret from pages.
struct TestSession {
  let browser: TestBrowser
  let cookie: String

  /// Exchanges the printed address for the cookie.
  init(_ address: String, port: UInt16) throws {
    browser = TestBrowser(port: port)
    let target = address.dropFirst("http://127.0.0.1:\(port)".count)
    let reply = try browser.send("GET", String(target))
    guard reply.status == 303, let set = reply.headers["set-cookie"] else {
      throw TestBrowser.Failed()
    }
    cookie = String(set.prefix { $0 != ";" })
  }

  func get(_ target: String) throws -> Reply {
    try browser.send("GET", target, headers: ["Cookie": cookie])
  }

  /// Fills in a form as the page would send it.
  func post(
    _ target: String, _ fields: [String: String], secret: String, headers: [String: String] = [:]
  ) throws -> Reply {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-_.")
    let body = fields.merging(["csrf": secret]) { given, _ in given }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }.joined(separator: "&")
    let own = ["Cookie": cookie, "Origin": "http://127.0.0.1:\(browser.port)"]
    return try browser.send(
      "POST", target, headers: own.merging(headers) { _, given in given }, body: body)
  }
}

/// What stands between two texts, the first time.
func between(_ start: String, _ end: String, in text: String) -> String? {
  guard let first = text.range(of: start),
    let last = text.range(of: end, range: first.upperBound..<text.endIndex)
  else { return nil }
  return String(text[first.upperBound..<last.lowerBound])
}
