import Support
import Testing

@testable import Pipeline

@Suite struct EvaluationTests {
  private func json(_ clusters: String, _ truth: String, missingAsSingles: Bool = false) throws
    -> String
  {
    let work = try Workdir()
    try work.write(clusters, to: "clusters.csv")
    try work.write(truth, to: "truth.csv")
    return try Evaluation(
      clusters: work.path + "/clusters.csv", truth: work.path + "/truth.csv",
      missingAsSingles: missingAsSingles
    ).json
  }

  @Test func joinsByRecID() throws {
    let json = try json(
      "cluster_id,rec_id\n1,a\n1,b\n2,c\n", "rec_id,entity_id\nc,X\na,X\nb,X\n")
    // One of three true pairs was found, and nothing else.
    #expect(json.contains("\"pair_precision\":1.0,\"pair_recall\":0.3333333333333333"))
    #expect(json.contains("\"lost_contacts\":0,\"surviving_duplicates\":1"))
  }

  @Test func joinsByFileAndOrdinalWhereRecIDsAreMissing() throws {
    let json = try json(
      "cluster_id,file,ordinal,rec_id\n1,x.csv,1,\n1,x.csv,2,\n",
      "file,ordinal,rec_id,entity_id\nx.csv,1,r1,A\nx.csv,2,r2,B\n")
    #expect(json.contains("\"pair_precision\":0.0"))
    #expect(json.contains("\"lost_contacts\":1"))
  }

  @Test func rowsWithoutPartnerAreAnError() throws {
    let truth = "rec_id,entity_id\na,X\nb,X\n"
    #expect(throws: PipelineError.self) { try json("rec_id,cluster_id\na,1\n", truth) }
    #expect(throws: PipelineError.self) {
      try json("rec_id,cluster_id\na,1\nb,1\nc,1\n", truth, missingAsSingles: true)
    }
    #expect(throws: PipelineError.self) { try json("rec_id,cluster_id\na,1\na,2\n", truth) }
    #expect(throws: PipelineError.self) { try json("id,cluster\na,1\n", truth) }
  }

  @Test func missingRowsCanCountAsSingles() throws {
    let json = try json(
      "rec_id,cluster_id\na,1\n", "rec_id,entity_id\na,X\nb,X\n", missingAsSingles: true)
    #expect(json.contains("\"pair_recall\":0.0"))
  }
}
