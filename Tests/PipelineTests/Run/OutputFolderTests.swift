import Foundation
import Support
import Testing

@testable import Pipeline

@Suite struct OutputFolderTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func filesAppearTogetherAndForTheOwnerAlone() throws {
    let work = try Workdir()
    var folder = try OutputFolder(work.path + "/deep/out")
    for name in ["a.csv", "b.csv"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin(name)))
    }
    #expect(!folder.contains("a.csv"))
    try folder.complete()
    #expect(!folder.contains("a.csv"))
    try folder.publish()
    #expect(folder.contains("a.csv") && folder.contains("b.csv"))
    #expect(try mode(folder.path + "/a.csv") == 0o600)
    #expect(try mode(folder.path) == 0o700)
    #expect(folder.length(of: "a.csv") == 1)
  }

  @Test func fileWithoutContentThisTimeIsGone() throws {
    let work = try Workdir()
    try work.write("old", to: "out/rejected.csv")
    var folder = try OutputFolder(work.path + "/out")
    _ = folder.begin("rejected.csv")
    try folder.publish()
    #expect(!folder.contains("rejected.csv"))
  }

  @Test func discardedFilesLeaveNothingAndNoOtherFileIsTouched() throws {
    let work = try Workdir()
    try work.write("mine", to: "out/a.csv")
    var folder = try OutputFolder(work.path + "/out")
    try Data("new".utf8).write(to: URL(fileURLWithPath: folder.begin("a.csv")))
    folder.discard()
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == ["a.csv"])
    #expect(try String(contentsOfFile: folder.path + "/a.csv", encoding: .utf8) == "mine")
  }

  @Test func folderThatCannotBeMadeStopsTheRun() throws {
    let work = try Workdir()
    try work.write("a file", to: "out")
    #expect(throws: PipelineError.self) { try OutputFolder(work.path + "/out/below") }
  }

  @Test func foldersMadeInVainAreRemoved() throws {
    let work = try Workdir()
    var folder = try OutputFolder(work.path + "/deep/out")
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin("a.csv")))
    folder.discard()
    folder.removeMade()
    #expect(!FileManager.default.fileExists(atPath: work.path + "/deep"))
  }

  @Test func discardedRunDoesNotHideAnUnfinishedOne() throws {
    let work = try Workdir()
    try work.write("older", to: "out/.kontor-new/a.csv")
    for isWhole in [true, false] {
      var folder = try OutputFolder(work.path + "/out", isWhole: isWhole)
      #expect(folder.isUnfinished)
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin("b.csv")))
      if isWhole { folder.discard() } else { try folder.publish() }
    }
    var folder = try OutputFolder(work.path + "/out")
    #expect(folder.isUnfinished)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin("a.csv")))
    try folder.publish()
    #expect(try !OutputFolder(work.path + "/out").isUnfinished)
    #expect(Repository.names(in: folder.path) == ["a.csv", "b.csv"])
  }

  @Test func folderInTheWayOfAFileStopsInTime() throws {
    let work = try Workdir()
    try work.write("mine", to: "out/a.csv/mine")
    var folder = try OutputFolder(work.path + "/out")
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin("a.csv")))
    #expect(throws: PipelineError.self) { try folder.complete() }
  }

  @Test func retiredFilesGoWithTheOthers() throws {
    let work = try Workdir()
    try work.write("old", to: "out/a.csv")
    try work.write("mine", to: "out/mine.csv")
    var folder = try OutputFolder(work.path + "/out")
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.begin("b.csv")))
    folder.retire(["a.csv"])
    #expect(folder.contains("a.csv"))
    try folder.publish()
    #expect(Repository.names(in: folder.path) == ["b.csv", "mine.csv"])
  }
}
