import Foundation
import Pipeline
import Records
import Store
import Support
import Testing

@testable import Review

@Suite struct ReviewServerTests {
  // MARK: Who is let in

  @Test func tokenIsExchangedOnceForACookie() async throws {
    try await serving { address, port in
      let browser = TestBrowser(port: port)
      let target = String(address.dropFirst("http://127.0.0.1:\(port)".count))
      #expect(try browser.send("GET", "/").status == 403)
      #expect(try browser.send("GET", "/?token=wrong").status == 403)
      let reply = try browser.send("GET", target)
      #expect(reply.status == 303 && reply.headers["location"] == "/")
      let cookie = try #require(reply.headers["set-cookie"])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      #expect(!cookie.contains("Secure"))
      let again = try browser.send("GET", target)
      #expect(again.status == 403 && again.headers["set-cookie"] == nil)
      let own = String(cookie.prefix { $0 != ";" })
      #expect(try browser.send("GET", "/", headers: ["Cookie": own]).status == 200)
      #expect(try browser.send("GET", "/", headers: ["Cookie": own + "x"]).status == 403)
      #expect(try browser.send("GET", "/style.css").status == 403)
    }
  }

  @Test func everyAnswerIsGuarded() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      for path in ["/", "/queue", "/style.css", "/keys.js", "/nothing", "/search?q=a"] {
        let reply = try session.get(path)
        let policy = try #require(reply.headers["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
        #expect(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"))
        #expect(reply.headers["referrer-policy"] == "no-referrer")
        #expect(reply.headers["cache-control"] == "no-store")
        #expect(reply.headers["x-content-type-options"] == "nosniff")
        // Nothing that the policy forbids, nothing from elsewhere.
        #expect(!reply.body.contains(" style=") && !reply.body.contains(" onclick="))
        if reply.headers["content-type"]?.hasPrefix("text/html") == true {
          #expect(!reply.body.contains("//www") && !reply.body.contains("src=\"http"))
        }
      }
    }
  }

  @Test func foreignHostsAndOriginsAreRefused() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      let page = try session.get("/queue")
      #expect(page.status == 200)
      let cookie = ["Cookie": session.cookie]
      func get(_ headers: [String: String]) throws -> Int {
        try session.browser.send(
          "GET", "/queue", headers: cookie.merging(headers) { $1 }
        ).status
      }
      #expect(try get(["Host": "localhost:\(port)"]) == 200)
      #expect(try get(["Host": "evil.example:\(port)"]) == 403)
      #expect(try get(["Host": "127.0.0.1"]) == 403)
      #expect(try get(["Origin": "http://evil.example"]) == 403)
      #expect(try session.browser.send("DELETE", "/queue", headers: cookie).status == 405)
      let large = ["X-Large": String(repeating: "a", count: 20_000)]
      #expect(try get(large) == 431)
    }
  }

  @Test func formsNeedTheirSecretAndTheirOrigin() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      let question = try QuestionForm(session)
      let fields = question.fields("different")
      func post(_ secret: String, _ headers: [String: String] = [:]) throws -> Int {
        try session.post(question.path, fields, secret: secret, headers: headers).status
      }
      #expect(try post("") == 403 && post("x") == 403)
      #expect(try post(question.secret, ["Origin": "http://evil.example"]) == 403)
      #expect(try post(question.secret, ["Origin": ""]) == 403)
      #expect(try post(question.secret, ["Sec-Fetch-Site": "cross-site"]) == 403)
      #expect(try post(question.secret, ["Content-Type": "text/plain"]) == 415)
      let body = String(repeating: "a", count: 300_000)
      let large = try session.post(question.path, ["reason": body], secret: question.secret)
      #expect(large.status == 413)
      #expect(try session.get("/decisions").body.contains("Nobody has decided"))
      #expect(
        try post(question.secret, ["Origin": "null", "Sec-Fetch-Site": "same-origin"]) == 303)
    }
  }

  // MARK: Answers

  @Test func anAnswerDuringARunIsOfferedToBeSentAgain() async throws {
    let work = try Workdir()
    let path = try TestStore.demo(in: work)
    try await serving({ _ in path }) { address, port in
      let session = try TestSession(address, port: port)
      let question = try QuestionForm(session)
      let fields = question.fields("unsure", reason: "\"why\"")
      let store = try ContactStore(path: path, create: false)
      let reply = try store.run(pipeline: "night", startedAt: "", keeping: false) { _ in
        try session.post(question.path, fields, secret: question.secret)
      }
      try store.close()
      #expect(reply.status == 503 && reply.body.contains("Not noted yet"))
      #expect(reply.body.contains("action=\"\(question.path)\""))
      #expect(reply.body.contains("name=\"reason\" value=\"&quot;why&quot;\""))
      let secrets = reply.body.components(separatedBy: "name=\"csrf\"").count - 1
      #expect(secrets == 1)
      #expect(try session.post(question.path, fields, secret: question.secret).status == 303)
    }
  }

  @Test func answersLeadToTheNextQuestionAndCanBeTakenBack() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      let question = try QuestionForm(session)
      let reply = try session.post(
        question.path, question.fields("unsure", reason: "<i>why</i>"), secret: question.secret)
      let next = try #require(reply.headers["location"])
      #expect(reply.status == 303 && next.hasPrefix("/question/") && next != question.path)
      #expect(try session.get(next).body.contains("1 of 21 answered"))
      let list = try session.get("/decisions").body
      #expect(list.contains("unsure") && list.contains("&lt;i&gt;why&lt;/i&gt;"))
      #expect(!list.contains("<i>why"))
      let action = try #require(between("data-decision=\"", "\"", in: list))
      let back = try session.post("/decisions", ["action": action], secret: question.secret)
      #expect(back.status == 303)
      #expect(try session.get("/queue").body.contains("0 of 21 answered"))
      let twice = try session.post("/decisions", ["action": action], secret: question.secret)
      #expect(twice.status == 409)
    }
  }

  @Test func whoIsLateLearnsWhoWasFirst() async throws {
    let work = try Workdir()
    let store = try TestStore.demo(in: work)
    try await serving({ _ in store }) { address, port in
      let session = try TestSession(address, port: port)
      let question = try QuestionForm(session)
      // Another reviewer, at another page.
      let other = try ReviewDesk(store: store)
      let id = try #require(QuestionID(question.id))
      _ = try other.answer(
        id, Answer(.household, reason: "met them"), version: question.version, author: "Konrad")
      try other.close()
      let late = try session.post(
        question.path, question.fields("same"), secret: question.secret)
      #expect(late.status == 409 && late.body.contains("Changed meanwhile"))
      #expect(late.body.contains("data-theirs=\"household\"") && late.body.contains("Konrad"))
      #expect(late.body.contains("data-yours=\"same\"") && late.body.contains("met them"))
      #expect(!late.body.contains("data-decided"))
      let now = try #require(between("data-version=\"", "\"", in: late.body))
      let again = try session.post(
        question.path, ["kind": "same", "version": now], secret: question.secret)
      #expect(again.status == 303)
      #expect(try session.get(question.path).body.contains("data-decided=\"same\""))
    }
    _ = work
  }

  @Test func readOnlyHasNoButtonsAndRefusesForms() async throws {
    try await serving(isReadOnly: true) { address, port in
      let session = try TestSession(address, port: port)
      let page = try session.get("/queue").body
      let path = try #require(between("href=\"/question/", "\"", in: page))
      let question = try session.get("/question/" + path).body
      #expect(question.contains("Read-only") && !question.contains("method=\"post\""))
      #expect(try !session.get("/contact/1").body.contains("method=\"post\""))
      // Even who knows the secret of the form.
      #expect(try session.post("/question/" + path, ["kind": "same"], secret: "x").status == 403)
    }
  }

  @Test func manyAtOnceShowsTheErrorsFirst() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      let page = try session.get("/bulk?from=5").body
      let count = try #require(between("data-count=\"", "\"", in: page))
      #expect(page.contains("data-expected-errors") && !page.contains("(0%)"))
      let version = try #require(between("name=\"version\" value=\"", "\"", in: page))
      let secret = try #require(between("name=\"csrf\" value=\"", "\"", in: page))
      let stale = try session.post("/bulk", ["from": "5.0", "version": "x"], secret: secret)
      #expect(stale.status == 409)
      let done = try session.post("/bulk", ["from": "5.0", "version": version], secret: secret)
      #expect(done.status == 303)
      #expect(try session.get("/queue").body.contains("\(count) of 21 answered"))
    }
  }

  @Test func contactsAreJoinedSplitAndUndone() async throws {
    let work = try Workdir()
    let store = try TestStore.demo(in: work)
    try await serving({ _ in store }) { address, port in
      let session = try TestSession(address, port: port)
      let secret = try QuestionForm(session).secret
      let joined = try session.post("/contact/1/join", ["other": "2"], secret: secret)
      #expect(joined.status == 303)
      let decide = Decide(
        store: store, author: "", progress: Progress(mode: .silent, language: .english))
      let changes = try #require(try decide.workIn()?.changes)
      #expect(changes.count(.merged) == 1 && changes.count(.split) == 0)
      let old = try session.get("/contact/2").body
      #expect(old.contains("data-former=\"2\"") && old.contains("data-contact=\"1\""))
      let wrong = try session.post("/contact/1/join", ["other": "nobody"], secret: secret)
      #expect(wrong.status == 409)
      // The event that changed contact 1 is taken back.
      let event = try #require(between("name=\"event\" value=\"", "\"", in: old))
      let undone = try session.post("/contact/1/undo", ["event": event], secret: secret)
      #expect(undone.status == 303)
      #expect(try !session.get("/contact/2").body.contains("data-former"))
      let record = try #require(between("name=\"record\" value=\"", "\"", in: old))
      #expect(try session.post("/contact/1/split", ["record": record], secret: secret).status < 500)
    }
    _ = work
  }

  @Test func whatCannotBeDoneIsToldInWords() async throws {
    try await serving { address, port in
      let session = try TestSession(address, port: port)
      let secret = try QuestionForm(session).secret
      let none = try session.post("/contact/1/split", ["reason": "x"], secret: secret)
      #expect(none.status == 409 && none.body.contains("Nothing ticked"))
      // The server's paths are nobody's concern.
      let wrong = try session.post("/contact/1/join", ["other": "nobody"], secret: secret)
      #expect(wrong.status == 409 && !wrong.body.contains("kontor.sqlite"))
      #expect(wrong.body.contains("This can") && wrong.body.contains("nobody") == false)
      _ = try session.post(
        "/contact/1/join", ["other": "2", "reason": "they told"], secret: secret)
      #expect(try session.get("/decisions").body.contains("they told"))
      let page = try session.get("/contact/1").body
      #expect(page.contains("id=\"join-reason\""))
      #expect(page.contains("id=\"split-reason\"") == page.contains("name=\"record\""))
      #expect(page.contains("for=\"r1\"") == page.contains("id=\"r1\""))
    }
  }

  @Test func ofAnErasedContactThePageSaysThatItIs() async throws {
    let work = try Workdir()
    let store = try TestStore.demo(in: work)
    try await serving({ _ in store }) { address, port in
      let session = try TestSession(address, port: port)
      let page = try session.get("/contact/1").body
      let record = try #require(between("name=\"record\" value=\"", "\"", in: page))
      let secret = try QuestionForm(session).secret
      let outcome = try Erase(store: store, author: "Uta", reason: "on request").contact("1")
      #expect(outcome.isCompact)
      let reply = try session.get("/contact/1")
      #expect(reply.status == 404 && reply.body.contains("erased on"))
      #expect(reply.body.contains("on request"))
      for path in ["/", "/queue", "/next", "/decisions", "/search?q=1"] {
        #expect(try session.get(path).status < 400, "\(path)")
      }
      for (path, form) in [
        ("split", ["record": record]), ("join", ["other": "2"]), ("undo", ["event": "e1"]),
        ("choose", ["field": "name", "value": "x"]),
      ] {
        let reply = try session.post("/contact/1/\(path)", form, secret: secret)
        #expect(reply.status == 409, "\(path): \(reply.status)")
      }
    }
    _ = work
  }

  // MARK: Hostile values

  @Test func hostileValuesStayText() async throws {
    try await serving(TestStore.hostile) { address, port in
      let session = try TestSession(address, port: port)
      let paths = [
        "/", "/contact/1", "/contact/a:3", "/contact/a:4", "/question/1-2", "/question/1-3",
        "/question/3-4", "/search?q=%3Cscript%3Ealert(1)", "/search?q=Uta", "/queue",
      ]
      for path in paths {
        let reply = try session.get(path)
        #expect(reply.status == 200, "\(path)")
        #expect(!reply.body.contains(TestStore.script), "\(path)")
        #expect(!reply.body.contains("<img"), "\(path)")
        #expect(!reply.body.contains("<b>feindlich"), "\(path)")
        for sign in ["\u{202E}", "\u{1}", "\u{7F}", "' onmouseover='"] {
          #expect(!reply.body.contains(sign), "\(path)")
        }
        // Ten thousand letters are shortened, and the page says so.
        #expect(reply.body.utf8.count < 80_000, "\(path)")
      }
      #expect(try session.get("/contact/a:3").body.contains("10,0"))
      for path in ["/question/9-1", "/question/1-99", "/contact/99", "/%00", "/%2e%2e/etc"] {
        #expect(try session.get(path).status == 404, "\(path)")
      }
    }
  }
}

/// The first open question's form.
struct QuestionForm {
  let id: String
  let version: String
  let secret: String
  var path: String { "/question/\(id)" }

  init(_ session: TestSession) throws {
    let queue = try session.get("/queue").body
    id = try #require(between("data-question=\"", "\"", in: queue))
    let page = try session.get("/question/\(id)").body
    version = try #require(between("name=\"version\" value=\"", "\"", in: page))
    secret = try #require(between("name=\"csrf\" value=\"", "\"", in: page))
  }

  func fields(_ kind: String, reason: String = "") -> [String: String] {
    ["kind": kind, "version": version, "reason": reason]
  }
}
