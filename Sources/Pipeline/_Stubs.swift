import Formats
import Records
struct ContactCSVWriter { init(_ o: ByteOutput, extras: [String], names: ((ContactID) -> String)? = nil) throws {}; mutating func write(_ contact: Contact) throws {}; mutating func close() throws {} }
struct ContactJSONLWriter { init(_ o: ByteOutput) {}; mutating func write(_ contact: Contact) throws {}; mutating func close() throws {} }
struct VCardWriter { enum V { case v3, v4}; init(_ o: ByteOutput, version: V) {}; mutating func write(_ contact: Contact) throws {}; mutating func close() throws {} }
struct CrossReferenceWriter { init(_ o: ByteOutput) throws {}; mutating func write(source: String, key: String, contact: ContactID) throws {}; mutating func close() throws {} }
struct ClustersWriter { init(_ o: ByteOutput) throws {}; mutating func write(cluster: RecordID, contact: ContactID, status: String, source: String, key: String, location: Location, recID: String) throws {}; mutating func close() throws {} }
struct HouseholdWriter { init(_ o: ByteOutput) throws {}; mutating func write(_ r: [String]) throws {}; mutating func close() throws {} }
func isoDate(_ s: String) -> String { s }
