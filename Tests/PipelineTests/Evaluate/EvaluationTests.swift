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
    #expect(json.contains("\"pairwise\":{\"precision\":1.0,\"recall\":0.3333333333333333,"))
    #expect(json.contains("\"lost_contacts\":0,\"surviving_duplicates\":1"))
  }

  @Test func joinsByFileAndOrdinalWhereRecIDsAreMissing() throws {
    let json = try json(
      "cluster_id,file,ordinal,rec_id\n1,x.csv,1,\n1,x.csv,2,\n",
      "file,ordinal,rec_id,entity_id\nx.csv,1,r1,A\nx.csv,2,r2,B\n")
    #expect(json.contains("\"pairwise\":{\"precision\":0.0,"))
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
    #expect(json.contains("\"pairwise\":{\"precision\":1.0,\"recall\":0.0,"))
  }

  @Test func fileOfSeveralSourcesIsJoinedBySourceToo() throws {
    let json = try json(
      "cluster_id,source,file,ordinal\n1,s,a.csv,1\n2,t,a.csv,1\n",
      "source,file,ordinal,entity_id\ns,a.csv,1,A\nt,a.csv,1,B\n")
    #expect(json.contains("\"records\":2,\"true_contacts\":2"))
    // Where one of them doesn't tell the source, file and ordinal must do.
    #expect(throws: PipelineError.self) {
      try self.json(
        "cluster_id,source,file,ordinal\n1,s,a.csv,1\n2,t,a.csv,1\n",
        "file,ordinal,entity_id\na.csv,1,A\na.csv,2,B\n")
    }
  }

  @Test func emptyTableIsAnError() {
    #expect(throws: PipelineError.self) { try json("rec_id,cluster_id\n", "rec_id,entity_id\n") }
    #expect(throws: PipelineError.self) { try json("", "") }
  }

  @Test func recordThatIsThereTwiceHasItsLine() {
    let stop = #expect(throws: PipelineError.self) {
      try json("rec_id,cluster_id\na,1\na,2\n", "rec_id,entity_id\na,X\n")
    }
    #expect(stop?.description.contains("clusters.csv:3: ") == true)
  }
}
