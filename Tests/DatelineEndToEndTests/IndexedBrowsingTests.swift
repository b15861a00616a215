import Glibc
import TestSupport
import Testing

/// The browser on a folder that has an index, and that changes.
@Suite(.serialized) struct IndexedBrowsingTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    try home.write("news/a.txt", "Harbour closes\n\nThe harbour closed on 3 May 2031.\n")
    try home.write("news/b.txt", "Talks begin\n\nThe minister met dockers on 5 May 2031.\n")
  }

  func open(_ command: [String]? = nil, cache: String? = nil) throws -> PseudoTerminal {
    try PseudoTerminal(
      command ?? [BuiltProgram.path, home.path + "/news"],
      environment: [
        "HOME=\(home.path)", "XDG_CACHE_HOME=\(cache ?? home.path + "/cache")", "TERM=xterm",
        "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no",
      ], rows: 24, columns: 80)
  }

  /// Opens the folder and leaves it again.
  private func visit(_ text: String) throws {
    let terminal = try open()
    #expect(terminal.waits(for: text))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `an article that is added appears in the open browser`() throws {
    let terminal = try open()
    #expect(terminal.waits(for: "Harbour closes"))
    try home.write("news/c.txt", "Ferry sinks\n\nThe ferry sank on 7 May 2031.\n")
    #expect(terminal.waits(for: "Ferry sinks"))
    try home.write("news/below/d.txt", "Pilots strike\n\nPilots went on strike on 8 May 2031.\n")
    #expect(terminal.waits(for: "Pilots strike"))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a stored corpus follows what is added, moved and taken away`() throws {
    try visit("Harbour closes")
    let terminal = try open()
    #expect(terminal.waits(for: "Harbour closes"))
    try home.write("news/c.txt", "Ferry sinks\n\nThe ferry sank on 7 May 2031.\n")
    #expect(terminal.waits(for: "Ferry sinks"))
    rename(home.path + "/news/c.txt", home.path + "/news/below.txt")
    unlink(home.path + "/news/b.txt")
    try home.write("news/e.txt", "Pilots strike\n\nPilots went on strike on 8 May 2031.\n")
    #expect(terminal.waits(for: "Pilots strike"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    let listing = try open(
      ["/bin/sh", "-c", "\(BuiltProgram.path) articles --json \(home.path)/news | tr , '\\n'"])
    #expect(listing.waits(for: "below.txt"))
    #expect(listing.end() == 0)
  }

  @Test func `a folder that changed between two visits is shown as it is`() throws {
    try visit("Harbour closes")
    try home.write("news/c.txt", "Ferry sinks\n\nThe ferry sank on 7 May 2031.\n")
    unlink(home.path + "/news/a.txt")
    let listing = try open(
      [BuiltProgram.path, "articles", "--filter", "status:new", home.path + "/news"])
    #expect(listing.waits(for: "Ferry sinks"))
    #expect(listing.end() == 0)
    let second = try open()
    #expect(second.waits(for: "Ferry sinks"))
    second.type("fnew\r")
    #expect(second.waits(for: "* Ferry sinks"))
    second.type("q")
    #expect(second.end() == 0)
    // Now it was seen: status 1 says that nothing was found.
    let later = try open(
      [BuiltProgram.path, "articles", "--filter", "status:new", home.path + "/news"])
    #expect(later.end() == 1)
  }

  @Test func `a damaged index and damaged facts are made anew`() throws {
    try visit("Harbour closes")
    try visit("Harbour closes")
    for name in try #require(FileNames.below(home.path + "/cache/dateline")) {
      try home.write("cache/dateline/" + name, "no index at all")
    }
    try visit("Harbour closes")
  }

  @Test func `facts that are stored are printed as they were made`() throws {
    try home.write(
      "news/c.txt", "Toll\n\nPeru attacked Quito on 7 May 2031. Peru said 40 people had died.\n")
    let command = """
      cd \(home.path); dateline=\(BuiltProgram.path)
      $dateline index news
      for verb in timeline claims graph; do
        $dateline $verb --json --no-index news >made
        $dateline $verb --json news >stored
        cmp made stored || exit 1
        $dateline $verb --json --filter 'quito OR type:consult' --no-index news >made
        $dateline $verb --json --filter 'quito OR type:consult' news >stored
        cmp made stored || exit 1
      done
      test -s stored && echo 'all equal'
      """
    let terminal = try open(["/bin/sh", "-c", command])
    #expect(terminal.waits(for: "all equal"))
    #expect(terminal.end() == 0)
  }

  @Test func `the browser works where there can be no index`() throws {
    let terminal = try open(cache: "/dev/null")
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a full disk is told, and the articles are read all the same`() throws {
    // No file may grow beyond 8 kB, as on a disk without room.
    let command = "ulimit -f 16; exec \(BuiltProgram.path) articles \(home.path)/news"
    let terminal = try open(["/bin/sh", "-c", command])
    #expect(terminal.waits(for: "Harbour closes"))
    #expect(terminal.waits(for: "without an index"))
    #expect(terminal.end() == 0)
  }
}

/// The names of the files in a folder.
private enum FileNames {
  static func below(_ path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
