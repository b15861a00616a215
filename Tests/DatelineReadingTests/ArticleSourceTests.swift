import DatelineReading
import DatelineText
import Glibc
import TestSupport
import Testing

@Suite struct ArticleSourceTests {
  private func names(_ listing: SourceListing) -> [String] { listing.files.map(\.id.name) }

  @Test func `a folder is listed with everything below it, sorted by bytes`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "B.txt", "a/z.txt", "a.txt", "é.txt", "a/b/c.md"] {
      try folder.write(name, "text")
    }
    let listing = ArticleSource.files(at: [folder.path])
    #expect(names(listing) == ["B.txt", "a/b/c.md", "a/z.txt", "a.txt", "b.txt", "é.txt"])
    #expect(listing.failures == [])
  }

  @Test func `hidden files, page parts and the decision log are left out`() throws {
    let folder = try TemporaryFolder()
    for name in [
      ".git/config", ".hidden", "page.html", "page_files/menu.js", "kept_files/a.txt",
      "dateline.decisions.jsonl",
    ] { try folder.write(name, "text") }
    #expect(
      names(ArticleSource.files(at: [folder.path])) == ["kept_files/a.txt", "page.html"])
  }

  @Test func `a file that is named alone is listed as among the others`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "a/b/é.txt", ".hidden", "c/.d/e.txt", "page.html", "page_files/f.txt"] {
      try folder.write(name, "text")
    }
    let listing = ArticleSource.files(at: [folder.path + "/"])
    for name in ["a.txt", "a/b/é.txt"] {
      let file = try #require(listing.files.first { $0.id.name == name })
      #expect(ArticleSource.listed(name, below: folder.path + "/") == .file(file))
    }
    for name in [".hidden", "c/.d/e.txt", "gone.txt", "a/gone/b.txt", "dateline.decisions.jsonl"] {
      #expect(ArticleSource.listed(name, below: folder.path) == .nothing, "\(name)")
    }
    // A folder, a page whose parts hang on it, and a part: the others tell what is listed.
    for name in ["a", "page.html", "page_files/f.txt", "a.txt/b", ""] {
      #expect(ArticleSource.listed(name, below: folder.path) == .unknown, "\(name)")
    }
  }

  @Test func `a fingerprint tells whether a file came, changed or went`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "text")
    try folder.write("below/b.txt", "text")
    try folder.link("below/loop", to: "..")
    let first = try #require(ArticleSource.fingerprint(of: [folder.path]))
    #expect(ArticleSource.fingerprint(of: [folder.path]) == first)
    try folder.write(".hidden", "text")
    try folder.write("dateline.decisions.jsonl", "{}")
    #expect(ArticleSource.fingerprint(of: [folder.path]) == first)
    try folder.write("below/c.txt", "text")
    let second = ArticleSource.fingerprint(of: [folder.path])
    #expect(second != first)
    unlink(folder.path + "/below/c.txt")
    #expect(ArticleSource.fingerprint(of: [folder.path]) == first)
    try folder.write("below/b.txt", "texts")
    #expect(ArticleSource.fingerprint(of: [folder.path]) != first)
    #expect(ArticleSource.fingerprint(of: [folder.path + "/a.txt"]) != nil)
    #expect(ArticleSource.fingerprint(of: ["-"]) == nil)
  }

  @Test func `loops of links end`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.txt", "text")
    try folder.link("a/loop", to: "..")
    try folder.link("a/self", to: "self")
    let listing = ArticleSource.files(at: [folder.path])
    #expect(names(listing) == ["a/one.txt"])
    #expect(listing.failures.count == 1, "the link to itself leads nowhere and is reported")
  }

  @Test func `a file is named by its name and a repeated name by its path`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("x/a.txt", "text")
    let second = try folder.write("y/a.txt", "text")
    #expect(names(ArticleSource.files(at: [first, second])) == ["a.txt", second])
    #expect(names(ArticleSource.files(at: [folder.path + "/"])) == ["x/a.txt", "y/a.txt"])
  }

  @Test func `what is not there is reported and the rest is listed`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "text")
    let listing = ArticleSource.files(at: ["/nowhere/b.txt", file])
    #expect(names(listing) == ["a.txt"])
    #expect(listing.failures.map(\.error) == [.missing(path: "/nowhere/b.txt")])
  }

  @Test func `a pipe inside a folder is reported, not waited for`() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path + "/pipe", 0o600)
    let listing = ArticleSource.files(at: [folder.path])
    #expect(listing.failures.map(\.error) == [.notRegular(path: folder.path + "/pipe")])
  }
}
