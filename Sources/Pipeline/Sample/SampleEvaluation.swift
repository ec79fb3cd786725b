internal import Formats
internal import Linkage
internal import Records
internal import Reports

/// What a judged sample says of the store's merges: shares with their intervals.
package struct SampleEvaluation {
  /// What was judged of one stratum.
  struct Judged: Hashable {
    var stratum: SampleStratum
    var total: Int
    var same = 0
    var different = 0
    var unsure = 0
    var open = 0

    var counts: WilsonInterval.Stratum {
      WilsonInterval.Stratum(hits: same, judged: same + different, total: total)
    }
  }
  /// In the strata's order; those of which nothing was drawn are left out.
  let strata: [Judged]

  /// Reads a sample that was filled in.
  ///
  /// - Throws: `PipelineError.stopped` for a row that can't be understood, or when nothing is
  ///   judged; `ReadError`.
  package init(sample path: String) throws {
    let needed = [
      SampleTable.answer, SampleTable.left, SampleTable.right, SampleTable.ticket,
    ]
    var reader = try CSVReader(.file(path), options: CSVOptions(header: true, names: needed))
    for column in needed where !reader.columns.contains(column) {
      throw PipelineError.stopped(missingColumn(column, in: reader, file: path))
    }
    var judged: [SampleStratum: Judged] = [:]
    try reader.read { event in
      switch event {
      case .record(let raw): try Self.add(raw, to: &judged)
      case .rejected(let raw, _): throw Self.damaged(raw.location)
      case .problem: break
      }
    }
    strata = SampleStratum.all.compactMap { judged[$0] }
    guard strata.contains(where: { $0.counts.judged > 0 }) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): nichts beurteilt: tragen Sie in die Spalte \"\(SampleTable.answer)\" ja, "
            + "nein oder unsicher ein",
          en: "\(path): nothing is judged: write yes, no or unsure into the column "
            + "\"\(SampleTable.answer)\""))
    }
  }

  private static func add(_ raw: RawRecord, to judged: inout [SampleStratum: Judged]) throws {
    func text(_ name: String) -> String {
      raw.values.first { raw.columns[$0.column] == name }?.text ?? ""
    }
    guard
      let ticket = SampleTicket(
        text(SampleTable.ticket), left: text(SampleTable.left), right: text(SampleTable.right)),
      let stratum = SampleStratum(number: ticket.stratum)
    else { throw damaged(raw.location) }
    var counts = judged[stratum] ?? Judged(stratum: stratum, total: ticket.total)
    do throws(SampleTable.UnknownAnswer) {
      switch try SampleTable.Answer.read(text(SampleTable.answer)) {
      case .same: counts.same += 1
      case .different: counts.different += 1
      case .unsure: counts.unsure += 1
      case nil: counts.open += 1
      }
    } catch {
      throw PipelineError.stopped(
        Phrase(
          de: "\(raw.location.file):\(raw.location.line): keine Antwort: schreiben Sie ja, nein "
            + "oder unsicher",
          en: "\(raw.location.file):\(raw.location.line): no answer: write yes, no or unsure"))
    }
    judged[stratum] = counts
  }

  private static func damaged(_ place: Location) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(place.file):\(place.line): die Zeile gehört nicht zu einer Stichprobe: lassen Sie "
          + "ihre letzten drei Spalten, wie sie waren",
        en: "\(place.file):\(place.line): the row is none of a sample: leave its last three "
          + "columns as they were"))
  }

  /// Of all merged pairs, the share that is right; nil when none was judged.
  var precision: WilsonInterval? {
    WilsonInterval(strata.filter { $0.stratum.isMerged }.map(\.counts))
  }

  /// Of the pairs that wait, the share that is one contact.
  var waiting: WilsonInterval? {
    WilsonInterval(strata.filter { !$0.stratum.isMerged }.map(\.counts))
  }
}
