package import Records

/// Writes `crossref.csv`: which contact a source's record became, for the way back into it.
package struct CrossReferenceWriter {
  private var writer: CSVWriter

  package init(_ output: ByteOutput) throws {
    writer = CSVWriter(output)
    try writer.write(["source", "source_key", "contact_id"])
  }

  /// Appends a record.
  package mutating func write(source: String, key: String, contact: ContactID) throws {
    try writer.write([source, key, String(contact)])
  }

  /// Ends the file.
  package func close() throws { try writer.close() }
}

/// What goes to one letter box: a line of `households.csv`.
package struct PostalLine: Hashable, Sendable {
  /// "Familie Kunz", "Anna Kunz und Jo Öz".
  package var addressee: String
  package var address: Address
  /// Ascending.
  package var contacts: [ContactID]

  package init(addressee: String, address: Address, contacts: [ContactID]) {
    self.addressee = addressee
    self.address = address
    self.contacts = contacts
  }
}

/// Writes `households.csv`: one postal line for each household, so that nobody gets two cards.
package struct HouseholdWriter {
  private var writer: CSVWriter

  package init(_ output: ByteOutput) throws {
    writer = CSVWriter(output)
    try writer.write([
      "addressee", "addition", "street", "postal_code", "place", "country", "contact_ids",
    ])
  }

  /// Appends a household; a PO box stands where the street would.
  package mutating func write(_ line: PostalLine) throws {
    let address = line.address
    let parts = [address.street, address.houseNumber].filter { !$0.isEmpty }
    let street =
      parts.isEmpty && !address.poBox.isEmpty
      ? "Postfach \(address.poBox)" : parts.joined(separator: " ")
    try writer.write([
      line.addressee, address.addition, street, address.postalCode, address.place, address.country,
      line.contacts.map(String.init).joined(separator: " "),
    ])
  }

  /// Ends the file.
  package func close() throws { try writer.close() }
}

/// A record and the cluster it is in: a line of `clusters.csv`.
package struct ClusterLine: Hashable, Sendable {
  package var cluster: String
  /// nil where no contacts are made.
  package var contact: ContactID?
  /// merged, review or single.
  package var status: String
  package var source: String
  package var location: Location
  package var recordKey: String
  package var recID: String

  package init(
    cluster: String, contact: ContactID?, status: String, source: String, location: Location,
    recordKey: String, recID: String
  ) {
    self.cluster = cluster
    self.contact = contact
    self.status = status
    self.source = source
    self.location = location
    self.recordKey = recordKey
    self.recID = recID
  }
}

/// Writes `clusters.csv`: every record and its cluster.
package struct ClustersWriter {
  private var writer: CSVWriter

  package init(_ output: ByteOutput) throws {
    writer = CSVWriter(output)
    try writer.write([
      "cluster_id", "contact_id", "status", "source", "file", "ordinal", "record_key", "rec_id",
    ])
  }

  /// Appends a record.
  package mutating func write(_ line: ClusterLine) throws {
    try writer.write([
      line.cluster, line.contact.map(String.init) ?? "", line.status, line.source,
      line.location.file, String(line.location.ordinal), line.recordKey, line.recID,
    ])
  }

  /// Ends the file.
  package func close() throws { try writer.close() }
}
