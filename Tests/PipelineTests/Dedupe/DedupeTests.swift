import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct DedupeTests {
  private static let header = "rec_id,given,family,street,postal_code,place,phone,email,note"
  private static let rows = [
    "d-10,Hannelore,Meyer,Lindenallee 14,01067,Dresden,030 23125011,h.meyer@post.example,",
    "d-2,Hannelore,Meier,Lindenallee 14,1067,Dresden,,H.Meyer@post.example,x",
    "d-3,Konrad,Siebenlist,Rosengasse 2,90402,Nürnberg,,,\"two\nlines\"",
    "d-4,Konrad,Siebenlist,Rosengasse 2,90402,Nürnberg,089 99998 120,,",
    "d-5,Ludwig,Harnischfeger,Mühlweg 8,97070,Würzburg,,,",
    "d-6,,,,,,,,",
    "d-7,Ottilie,Brandstetter,Kirchplatz 1,94032,Passau,089 99998 202,,",
    "d-8,too,few",
    "d-9,Ottilie,Brandstetter,Kirchplatz 1,94032,Passau,089 99998 202,,",
  ]

  private struct Outcome {
    var outcome: DedupeOutcome
    var clusters: String
    var contacts: String

    /// rec_id → cluster_id.
    var clusterOfRow: [String: String] {
      var clusters: [String: String] = [:]
      for line in self.clusters.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        clusters[cells[0]] = cells.last
      }
      return clusters
    }
  }

  private func dedupe(
    _ text: String, in work: Workdir, configure: (inout Dedupe) throws -> Void = { _ in }
  ) throws -> Outcome {
    try work.write("table.csv", text)
    var dedupe = Dedupe(file: work.path("table.csv"), folder: work.path("out"))
    try configure(&dedupe)
    let outcome = try dedupe.perform(progress: Progress(mode: .silent, language: .english))
    return Outcome(
      outcome: outcome, clusters: try work.text("out/clusters.csv"),
      contacts: try work.text("out/contacts.csv"))
  }

  private func dedupe(
    _ text: String, configure: (inout Dedupe) throws -> Void = { _ in }
  ) throws -> Outcome {
    try dedupe(text, in: Workdir(), configure: configure)
  }

  private func stop(_ text: String, configure: (inout Dedupe) throws -> Void = { _ in }) -> String?
  {
    do {
      _ = try dedupe(text, configure: configure)
      return nil
    } catch {
      return message(of: error, .english)
    }
  }

  // MARK: Rows and order

  @Test func everyRowIsInClustersOnce() throws {
    let found = try dedupe(([Self.header] + Self.rows).joined(separator: "\n") + "\n")
    let clusters = found.clusterOfRow
    #expect(found.clusters.hasPrefix("rec_id,cluster_id\n"))
    #expect(clusters.count == Self.rows.count)
    #expect(clusters["d-10"] == clusters["d-2"])
    #expect(clusters["d-3"] == clusters["d-4"])
    #expect(clusters["d-7"] == clusters["d-9"])
    // Rows without contact data are contacts of their own.
    #expect(clusters["d-6"] == "d-6")
    #expect(clusters["d-8"] == "d-8")
    #expect(found.outcome.rows == 9)
    // Not of rows that were set aside: as many as contacts.csv has.
    #expect(found.outcome.contacts == 4)
    // The header, and one note of two lines.
    #expect(found.contacts.split(separator: "\n").count == 6)
    #expect(found.outcome.setAside == 2)
  }

  @Test(arguments: [
    [8, 7, 6, 5, 4, 3, 2, 1, 0], [3, 0, 8, 1, 5, 7, 2, 6, 4], [1, 0, 2, 4, 3, 6, 5, 8, 7],
    [4, 5, 6, 7, 8, 0, 1, 2, 3], [7, 2, 5, 0, 6, 3, 8, 4, 1], [5, 8, 2, 4, 7, 1, 3, 0, 6],
  ])
  func orderOfTheRowsIsOfNoMatter(order: [Int]) throws {
    // One folder, so that even paths are the same.
    let work = try Workdir()
    let sorted = try dedupe(([Self.header] + Self.rows).joined(separator: "\n") + "\n", in: work)
    let shuffled = try dedupe(
      ([Self.header] + order.map { Self.rows[$0] }).joined(separator: "\n") + "\n", in: work)
    #expect(firstDifference(shuffled.clusters, sorted.clusters) == nil)
    #expect(firstDifference(shuffled.contacts, sorted.contacts) == nil)
  }

  /// People of which every third stands there twice, once with a slip, and rows without contacts.
  private static let crowd: [String] = (0..<240).flatMap { index -> [String] in
    let given = ["Anna", "Bernd", "Clara", "Dirk", "Emma", "Frank", "Greta"][index % 7]
    let family =
      ["Acker", "Berg", "Dorn", "Eich", "Falken"][index / 7 % 5]
      + ["mann", "hauer", "stein", "bach"][index / 35 % 4]
    let street = "Mühlweg \(index % 40 + 1),\(10115 + index % 60),Ort\(index % 60)"
    let mail = "\(given).\(family)\(index % 9)@post\(index % 4).example".lowercased()
    let row = "\(given),\(family),\(street),030 23125\(100 + index % 300),\(mail),\(index % 11)"
    let again = "\(given),\(family)n,\(street),,\(mail),"
    return index % 3 == 0
      ? ["a\(index),\(row)", "b\(index),\(again)"]
      : index % 17 == 1 ? ["a\(index),\(row)", "c\(index),,,,,,,,"] : ["a\(index),\(row)"]
  }

  @Test func threadsBatchesAndOrderAreOfNoMatter() throws {
    let work = try Workdir()
    let whole = try dedupe(([Self.header] + Self.crowd).joined(separator: "\n") + "\n", in: work)
    #expect(whole.outcome.contacts < whole.outcome.rows)
    var rows = Self.crowd
    var state: UInt64 = 7
    for (workers, size) in [(1, 1000), (2, 7), (3, 1), (5, 64), (8, 33)] {
      for index in rows.indices.reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        rows.swapAt(index, Int(state >> 33) % (index + 1))
      }
      let shuffled = try dedupe(([Self.header] + rows).joined(separator: "\n") + "\n", in: work) {
        $0.workers = workers
        $0.rowsAtATime = size
      }
      #expect(firstDifference(shuffled.clusters, whole.clusters) == nil)
      #expect(firstDifference(shuffled.contacts, whole.contacts) == nil)
    }
  }

  @Test func outputsAreSortedByTheRowsNames() throws {
    let text = "rec_id,name\n10,Alwine Trautmann\n9,Bruno Eickhoff\n100,Cosima Ziegenbalg\n"
    #expect(try dedupe(text).clusters == "rec_id,cluster_id\n9,9\n10,10\n100,100\n")
    let words = "rec_id,name\nb,Alwine Trautmann\na,Bruno Eickhoff\nB,Cosima Ziegenbalg\n"
    #expect(try dedupe(words).clusters == "rec_id,cluster_id\nB,B\na,a\nb,b\n")
  }

  @Test func raggedRowsAreToldWithTheirLinesAndKept() throws {
    let work = try Workdir()
    let text = "Vorname;Nachname;Farbe\nIda;Ohm;rot\nIda;Ohm;rot;x\nOtto;Quast\n;;blau\n"
    let found = try dedupe(text, in: work)
    #expect(found.outcome.contacts == 1 && found.outcome.setAside == 3)
    #expect(found.outcome.isOver(limit: 0.5) && !found.outcome.isOver(limit: 0.8))
    let told = found.outcome.text(.english)
    #expect(told.contains("table.csv:3: 4 fields, the header has 3: row set aside"))
    #expect(told.contains("table.csv:4: 2 fields, the header has 3: row set aside"))
    #expect(!told.contains("Quast"))
    let rejected = try work.text("out/rejected.csv")
    #expect(rejected.split(separator: "\n").count == 4)
    // Nothing is set aside any more: the file goes.
    _ = try dedupe("Vorname;Nachname;Ort\nIda;Ohm;Ulm\n", in: work)
    #expect(!Repository.names(in: work.path("out")).contains("rejected.csv"))
  }

  @Test func tableMayBeSaidToHaveNoHeaderOrAnotherDelimiter() throws {
    let text = "Firma|Ohm AG\nPrivat|Quast GmbH\n"
    let found = try dedupe(text) {
      $0.csv.header = false
      $0.csv.delimiter = "|"
      $0.map = try Dedupe.mapping(from: "organization=column 2")
    }
    #expect(found.outcome.rows == 2 && found.outcome.contacts == 2)
  }

  @Test func headerIsNotTakenForOneWhereItsWordStandsBelowToo() throws {
    let text = "Firma;Eickhoff AG;Ulm\nFirma;Quast GmbH;Bonn\nPrivat;Ida Ohm;Kiel\n"
    let told = stop(text) ?? ""
    #expect(told.contains("no column was recognized") && !told.contains("Eickhoff"))
  }

  @Test(arguments: ["Name\nMeyer, Hans\nWrumm, Otto\n", "Name\nHans Meyer\nWrumm, Otto\n"])
  func oneColumnOfInvertedNamesIsRead(text: String) throws {
    let found = try dedupe(text)
    #expect(found.outcome.contacts == 2 && found.contacts.contains("Otto,,,Wrumm"))
  }

  // MARK: Columns

  @Test(arguments: [
    // German, as an ERP or Outlook names them.
    "Vorname;Nachname;Straße;PLZ;Ort;E-Mail", "Vorname;Nachname;Strasse;Postleitzahl;Stadt;EMail",
    "given;family;street;postal_code;place;email",
    // Splink's fake_1000 and historical_50k.
    "first_name;surname;street_address;postcode_fake;city;email",
    "Rufname;Zuname;Anschrift;Plz;Wohnort;Mail",
  ])
  func columnsAreRecognizedByName(header: String) throws {
    let text = """
      \(header)
      Hannelore;Meyer;Lindenallee 14;01067;Dresden;h.meyer@post.example
      Hannelore;Meyer;Lindenallee 14;01067;Dresden;h.meyer@post.example

      """
    let found = try dedupe(text)
    #expect(found.outcome.unmappedColumns == [])
    #expect(found.clusterOfRow == ["1": "1", "2": "1"])
    #expect(found.contacts.contains("Hannelore,,,Meyer"))
    #expect(found.contacts.contains("Lindenallee,14,,,01067,Dresden"))
  }

  @Test func unknownColumnsAreKeptAndTold() throws {
    let found = try dedupe("Vorname,Nachname,Lieblingsfarbe\nAlwine,Trautmann,blau\n")
    #expect(found.outcome.unmappedColumns == ["Lieblingsfarbe"])
    #expect(found.contacts.contains("blau"))
    #expect(found.outcome.text(.english).contains("Lieblingsfarbe"))
  }

  @Test func mapSaysWhatAColumnIs() throws {
    let found = try dedupe("a,b\nAlwine,Trautmann\n") {
      $0.map = try Dedupe.mapping(from: "given=a,family=b")
    }
    #expect(found.contacts.contains("Alwine,,,Trautmann"))
    let swapped = try dedupe("given,family\nTrautmann,Alwine\n") {
      $0.map = try Dedupe.mapping(from: "given=family,family=given")
    }
    #expect(swapped.contacts.contains("Alwine,,,Trautmann"))
  }

  @Test func rowsAreNamedByRecIDOrTheGivenColumnOrTheirNumber() throws {
    let text = "nr,rec_id,name\n7,x,Alwine Trautmann\n8,y,Bruno Eickhoff\n"
    #expect(try dedupe(text).clusterOfRow.keys.sorted() == ["x", "y"])
    #expect(try dedupe(text) { $0.idColumn = "nr" }.clusterOfRow.keys.sorted() == ["7", "8"])
    let unnamed = "nr,name\n7,Alwine Trautmann\n8,Bruno Eickhoff\n"
    #expect(try dedupe(unnamed).clusterOfRow.keys.sorted() == ["1", "2"])
  }

  @Test func whatARowIsCalledSaysNothingOfItsContact() throws {
    let text = "id,name,place\n4711,Alwine Trautmann,Kiel\n4712,Alwine Trautmann,Kiel\n"
    let one = try dedupe(text) { $0.idColumn = "id" }
    let other = try dedupe(text.replacingOccurrences(of: "4712", with: "9")) { $0.idColumn = "id" }
    #expect(one.outcome.contacts == other.outcome.contacts)
  }

  // MARK: The folder

  @Test func otherFilesOfTheFolderStay() throws {
    let work = try Workdir()
    try work.write("out/mine.txt", "mine")
    try work.write("out/clusters.csv", "old")
    _ = try dedupe("name\nAlwine Trautmann\n", in: work)
    #expect(try work.text("out/mine.txt") == "mine")
    #expect(try work.text("out/clusters.csv") == "rec_id,cluster_id\n1,1\n")
    #expect(
      Repository.names(in: work.path("out")) == ["clusters.csv", "contacts.csv", "mine.txt"])
  }

  @Test func emptyTableGivesEmptyOutputs() throws {
    let found = try dedupe("rec_id,given,family\n")
    #expect(found.clusters == "rec_id,cluster_id\n")
    #expect(found.outcome.rows == 0)
  }

  // MARK: What is refused

  @Test func rowNamedTwiceIsRefused() throws {
    let text = "rec_id,name\nabc,Alwine Trautmann\nabc,Bruno Eickhoff\n"
    let told = stop(text) ?? ""
    #expect(told.contains("twice") && told.contains("--id"))
    #expect(!told.contains("abc"))
  }

  @Test func unknownColumnIsRefusedWithASuggestion() throws {
    let text = "Vorname,Nachname\nAlwine,Trautmann\n"
    #expect(stop(text) { $0.idColumn = "Nahname" }?.contains("did you mean \"Nachname\"?") == true)
    let map = stop(text) { $0.map = try Dedupe.mapping(from: "family=Nahname") }
    #expect(map?.contains("no column \"Nahname\": did you mean \"Nachname\"?") == true)
    let field = stop(text) { $0.map = try Dedupe.mapping(from: "famly=Nachname") }
    #expect(field == "--map: no field \"famly\": did you mean \"family\"?")
  }

  @Test func tableOfUnknownColumnsIsRefusedBeforeAnythingIsWritten() throws {
    let work = try Workdir()
    #expect(throws: PipelineError.self) { try dedupe("aa,bb\n1,2\n", in: work) }
    #expect(Repository.names(in: work.path("out")) == [])
  }

  @Test func tableItselfIsNeverOverwritten() throws {
    let work = try Workdir()
    let text = "name\nAlwine Trautmann\n"
    try work.write("contacts.csv", text)
    let dedupe = Dedupe(file: work.path("contacts.csv"), folder: work.path)
    _ = try? dedupe.perform(progress: Progress(mode: .silent, language: .english))
    let now = try work.text("contacts.csv")
    #expect(now == text)
  }

  @Test func missingFileIsRefused() throws {
    let work = try Workdir()
    let dedupe = Dedupe(file: work.path("none.csv"), folder: work.path("out"))
    #expect(throws: (any Error).self) {
      try dedupe.perform(progress: Progress(mode: .silent, language: .english))
    }
    #expect(Repository.names(in: work.path("out")) == [])
  }
}
