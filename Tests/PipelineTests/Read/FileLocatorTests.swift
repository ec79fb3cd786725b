import Support
import Testing

@testable import Pipeline

@Suite struct FileLocatorTests {
  private func folder() throws -> Workdir {
    let folder = try Workdir()
    for name in ["a/2.vcf", "a/1.vcf", "a/x.csv", "[odd]/y.csv"] {
      try folder.write("", to: name)
    }
    return folder
  }

  @Test func globGivesFilesInOrderWithNamesRelativeToTheInput() throws {
    let folder = try folder()
    let files = try FileLocator.files(["a/*.vcf"], in: folder.path, source: "s")
    #expect(files.map(\.name) == ["a/1.vcf", "a/2.vcf"])
    #expect(files.map(\.path) == files.map { folder.path + "/" + $0.name })
  }

  @Test func fileNamedTwiceComesOnce() throws {
    let folder = try folder()
    let files = try FileLocator.files(["a/2.vcf", "a/*.vcf"], in: folder.path, source: "s")
    #expect(files.map(\.name) == ["a/2.vcf", "a/1.vcf"])
  }

  @Test func bracketsInTheFolderAreLetters() throws {
    let folder = try folder()
    let files = try FileLocator.files(["*.csv"], in: folder.path + "/[odd]", source: "s")
    #expect(files.map(\.name) == ["y.csv"])
  }

  @Test(arguments: ["b.csv", "a/*.xml", "a"])
  func whatNamesNoFileIsAnError(pattern: String) throws {
    let folder = try folder()
    #expect(throws: PipelineError.self) {
      try FileLocator.files([pattern], in: folder.path, source: "s")
    }
  }
}
