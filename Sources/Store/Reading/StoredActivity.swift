package import Records

/// An activity or opportunity as it is stored: its details are decoded by whoever has a core to spare.
package struct StoredActivity: Sendable {
  package let id: Int64
  private let head: Activity
  private let details: [UInt8]

  /// - Parameter head: the row without its details.
  init(id: Int64, head: Activity, details: [UInt8]) {
    self.id = id
    self.head = head
    self.details = details
  }

  package var source: String { head.source }
  package var location: Location { head.location }
  package var contact: ContactID? { head.contact }

  /// The row with its details.
  ///
  /// - Throws: an error that reading the store turns into `StoreError.damaged`.
  package func activity() throws -> Activity {
    var json = JSONReader(details)
    var activity = head
    try json.array { (json) throws(MalformedJSON) in
      activity.details.append(try Extra(from: &json))
    }
    return activity
  }
}

extension Extra {
  init(from json: inout JSONReader) throws(MalformedJSON) {
    var extra = Extra(name: "", text: "")
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "name": extra.name = try json.string()
      case "text": extra.text = try json.string()
      default: throw MalformedJSON()
      }
    }
    self = extra
  }
}
