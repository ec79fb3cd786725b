internal import Formats
internal import Records

/// The law every CSV writer keeps: our own reader reads back what was written.
///
/// - Parameter rows: The header and the rows; each has the header's number of fields.
/// - Returns: What is broken, in words; empty when all is well: `#expect(checkWriter(…) == [])`.
package func checkWriter(_ rows: [[String]], delimiter: UInt8 = UInt8(ascii: ",")) -> [String] {
  do {
    let output = ByteOutput()
    var writer = CSVWriter(output, delimiter: delimiter)
    for row in rows { try writer.write(row) }
    return try checkWritten(output.bytes, rows, delimiter: delimiter)
  } catch {
    return ["stopped: \(error)"]
  }
}

/// Whether bytes that some writer wrote are these rows.
package func checkWritten(
  _ bytes: [UInt8], _ rows: [[String]], delimiter: UInt8 = UInt8(ascii: ",")
) throws -> [String] {
  let options = CSVOptions(delimiter: delimiter, encoding: .utf8, header: true, skipLines: 0)
  var reader = try CSVReader(.bytes(bytes, chunkSize: 7), options: options)
  var found = [reader.columns]
  var complaints: [String] = []
  try reader.read { event in
    switch event {
    case .record(let raw):
      var row = [String](repeating: "", count: raw.columns.count)
      for value in raw.values { row[value.column] = value.text }
      found.append(row)
    case .rejected(_, let problem), .problem(let problem):
      complaints.append(problem.text(.english))
    }
  }
  for (index, (left, right)) in zip(found, rows).enumerated() where left != right {
    complaints.append("row \(index + 1) is \(left), not \(right)")
  }
  if found.count != rows.count { complaints.append("\(found.count) rows, not \(rows.count)") }
  return complaints
}
