extension String {
  /// The text of bytes that should be UTF-8; a byte that isn't is read as Windows-1252.
  ///
  /// - Returns: The text, and whether a byte had to be repaired.
  package static func repairing(
    utf8 bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, isRepaired: Bool) {
    if endOfWellFormed(bytes, from: 0) == bytes.count {
      let text = String(unsafeUninitializedCapacity: bytes.count) {
        _ = $0.update(fromContentsOf: bytes)
        return bytes.count
      }
      return (text, false)
    }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = endOfWellFormed(bytes, from: index)
      output += bytes[index..<end]
      if end < bytes.count { SingleByteTable.windows1252.append(bytes[end], to: &output) }
      index = end + 1
    }
    return (String(decoding: output, as: UTF8.self), true)
  }
}
