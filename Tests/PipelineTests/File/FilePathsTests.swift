import Foundation
import Support
import Testing

@testable import Pipeline

@Suite struct FilePathsTests {
  @Test(arguments: [
    ("pipelines/../out/demo", "out/demo"), ("./a//b/.", "a/b"), ("../a", "../a"), ("a/..", "."),
    ("/a/../../b", "/../b"), ("../../a/../b", "../../b"), (".", "."), ("/", "/"),
    ("a b/ü", "a b/ü"),
  ])
  func detoursGo(path: String, short: String) { #expect(cleaned(path) == short) }

  @Test func detourThroughALinkStays() throws {
    let work = try Workdir()
    try work.write("far/away/x", "")
    try FileManager.default.createSymbolicLink(
      atPath: work.path("link"), withDestinationPath: work.path("far/away"))
    #expect(cleaned(work.path("link/../x")) == work.path("link/../x"))
    #expect(cleaned(work.path("far/../x")) == work.path("x"))
  }

  @Test func pathBelowTheWorkingFolderIsShownFromThere() {
    let folder = FileManager.default.currentDirectoryPath
    #expect(shownPath(folder + "/a/../out") == "out")
    #expect(shownPath("/elsewhere/out") == "/elsewhere/out")
    #expect(shownPath("out") == "out")
  }

  @Test(arguments: [
    ("a", "", "a"), ("a/b.yaml", "a", "b"), ("/a", "/", "a"), ("/", "/", ""), ("a/b/", "a", "b"),
    ("../x.y.z", "..", "x.y"), (".yaml", "", ".yaml"), ("", "", ""), ("/a/b", "/a", "b"),
  ])
  func pathHasAFolderAndAName(path: String, folder: String, name: String) {
    #expect(parentFolder(of: path) == folder)
    #expect(stem(of: path) == name)
  }

  @Test(arguments: [
    ("", "a", "a"), (".", "a", "a"), ("in", ".", "in"), ("in", "/a", "/a"), ("in", "a", "in/a"),
  ])
  func pathIsRelativeToItsFolder(folder: String, path: String, whole: String) {
    #expect(inFolder(folder, path) == whole)
  }
}
