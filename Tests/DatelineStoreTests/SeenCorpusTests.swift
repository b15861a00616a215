import DatelineModel
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct SeenCorpusTests {
  @Test func `what was seen is read as it was written`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    #expect(SeenCorpus(ofIndexAt: path) == nil)
    let stamp = SnapshotStamp(program: "6 12 34.5", articles: "ab", decisions: [])
    let seen = SeenCorpus(files: "cafe", stamp: stamp)
    try seen.write(ofIndexAt: path)
    #expect(SeenCorpus(ofIndexAt: path) == seen)
    #expect(SeenCorpus(ofIndexAt: path) != SeenCorpus(files: "caff", stamp: stamp))
    try CorpusIndex.remove(path)
    #expect(SeenCorpus(ofIndexAt: path) == nil)
  }

  @Test(arguments: ["", "dateline seen 1", "another form\na\nb\nc\nd", "dateline seen 1\na\nb\nc"])
  func `a record that is damaged counts as none`(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.sqlite-seen", text)
    #expect(SeenCorpus(ofIndexAt: folder.path + "/a.sqlite") == nil)
  }
}
