@testable import Formats
import Testing

@Suite struct SingleByteTableTests {
  @Test func everyByteIsOneScalar() {
    for byte in UInt8.min...UInt8.max {
      var output: [UInt8] = []
      SingleByteTable.windows1252.append(byte, to: &output)
      let scalars = Array(String(decoding: output, as: UTF8.self).unicodeScalars)
      #expect(scalars.count == 1)
      #expect(byte >= 0x80 && byte < 0xA0 || scalars.first?.value == UInt32(byte))
    }
  }

  @Test func runsAndSingleBytesAreTheSame() {
    var output: [UInt8] = []
    SingleByteTable.windows1252.decode(
      Array("Stra".utf8) + [0xDF, 0x65, 0x80, 0x96], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "Straße€–")
  }
}
