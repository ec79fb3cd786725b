import Formats
import Records
import Testing

@Suite struct TableWritersTests {
  private func text(_ output: ByteOutput) -> String {
    String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func crossReferenceLeadsFromKeyToContact() throws {
    let output = ByteOutput()
    var writer = try CrossReferenceWriter(output)
    try writer.write(source: "erp", key: "100-1", contact: 7)
    #expect(text(output) == "source,source_key,contact_id\nerp,100-1,7\n")
  }

  @Test func householdIsOnePostalLine() throws {
    let output = ByteOutput()
    var writer = try HouseholdWriter(output)
    let address = Address(
      street: "Am Wald", houseNumber: "3", postalCode: "89073", place: "Ulm", country: "DE")
    try writer.write(PostalLine(addressee: "Familie Kunz", address: address, contacts: [3, 9]))
    let box = Address(poBox: "1234", postalCode: "53111", place: "Bonn", country: "DE")
    try writer.write(PostalLine(addressee: "Öz GmbH", address: box, contacts: [4]))
    #expect(
      text(output) == """
        addressee,addition,street,postal_code,place,country,contact_ids
        Familie Kunz,,Am Wald 3,89073,Ulm,DE,3 9
        Öz GmbH,,Postfach 1234,53111,Bonn,DE,4

        """)
  }

  @Test func clusterOfEveryRecordIsALine() throws {
    let output = ByteOutput()
    var writer = try ClustersWriter(output)
    try writer.write(
      ClusterLine(
        cluster: "c1", contact: 5, status: "merged", source: "erp",
        location: Location(file: "a,b.csv", line: 9, ordinal: 8), recordKey: "100", recID: "r8"))
    #expect(
      text(output) == """
        cluster_id,contact_id,status,source,file,ordinal,record_key,rec_id
        c1,5,merged,erp,"a,b.csv",8,100,r8

        """)
  }
}
