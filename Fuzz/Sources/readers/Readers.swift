import Foundation
import Formats
import Records

/// The format that is read, whatever the bytes say; nil: as they say.
private let format = ProcessInfo.processInfo.environment["FORMAT"].flatMap(Format.init)
/// Whether the bytes are the parts of a workbook, parted by 0xFF, rather than its archive.
private let givesParts = ProcessInfo.processInfo.environment["PARTS"] != nil
private let givesMails = ProcessInfo.processInfo.environment["MAILS"] != nil

/// Reads the bytes to their end: whatever they are, no reader may crash, hang or grow.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let given = Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = givesParts ? Workbook(format: format, parts: given).archive : given
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

/// libFuzzer's own start, for SwiftPM, which calls a program's start by the program's name.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@_cdecl("readers_main")
public func start(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { readOneInput($0, Int($1)) }
}
