import Foundation
import Formats
import Records

/// The format that is read, whatever the bytes say; nil: as they say.
private let format = ProcessInfo.processInfo.environment["FORMAT"].flatMap(Format.init)
private let givesMails = ProcessInfo.processInfo.environment["MAILS"] != nil

/// Reads the bytes to their end: whatever they are, no reader may crash, hang or grow.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let settings = SourceSettings(
    format: format, xml: format == .xml ? XMLShape(record: "k", nested: ["p"]) : nil,
    mail: MailOptions(own: ["own.example"], givesMails: givesMails))
  var ordinals: Set<Int> = []
  do {
    var source = try RecordSource.open(.bytes(bytes, chunkSize: 61), settings: settings)
    try source.reader.read { event in
      guard case .record(let raw) = event else { return }
      precondition(ordinals.insert(raw.location.ordinal).inserted, "an ordinal stands twice")
      for value in raw.values {
        precondition(raw.columns.indices.contains(value.column), "a value without a column")
      }
    }
  } catch is ReadError {
  } catch {
    preconditionFailure("no other error is thrown")
  }
  return 0
}
