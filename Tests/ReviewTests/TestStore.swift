import Foundation
import Pipeline
import Records
import Support

/// Stores for tests of the page: made once, copied for each test.
enum TestStore {
  /// The demo, with its open questions.
  static func demo(in work: Workdir) throws -> String {
    try work.write("kontor.sqlite", try demo.get())
  }

  /// Contacts whose values are meant to break a page; the records are 1 to 4.
  static func hostile(in work: Workdir) throws -> String {
    try work.write("kontor.sqlite", try hostile.get())
  }

  static let script = "<script>alert(1)</script>"
  static let image = "\"><img src=x onerror=alert(2)>"

  private static let demo = Result<[UInt8], any Error> {
    let work = try Workdir()
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return try run(repository + "/pipelines/demo.yaml", in: work)
  }

  private static let hostile = Result<[UInt8], any Error> {
    let work = try Workdir()
    let long = String(repeating: "Langname", count: 1250)
    try work.write(
      "a.csv",
      """
      nr;vorname;nachname;email;ort;notiz
      1;Uta;\(script);uta@post.example;Kiel;"\(image.replacingOccurrences(of: "\"", with: "\"\""))"
      2;Uta;\u{202E}retsieM\u{202C};uta@post.example;Kiel;a\u{1}b\u{7F}c
      3;\(long);Mustermann;long@post.example;Kiel;javascript:alert(3)
      4;O'Neill & Co;`${x}`;"' onmouseover='x";Kiel;{{7*7}}

      """)
    try work.write(
      "pipeline.yaml",
      """
      name: "<b>feindlich</b>"
      sources:
        - name: a
          file: a.csv
          map: { nr: key, vorname: given, nachname: family, email: email, ort: place, notiz: note }
      """)
    return try run(work.path("pipeline.yaml"), in: work)
  }

  private static func run(_ pipeline: String, in work: Workdir) throws -> [UInt8] {
    let file = try PipelineFile.read(pipeline, output: work.path("out"))
    _ = try Run(file: file).perform(progress: Progress(mode: .silent, language: .english))
    return try work.bytes("out/kontor.sqlite")
  }
}
