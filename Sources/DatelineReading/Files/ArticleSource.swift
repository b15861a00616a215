internal import DatelineText
internal import Glibc

/// Finds the files that may hold articles.
public enum ArticleSource {
  /// The file of the user's decisions, which lies beside the corpus and is no article.
  static let decisionLog = "dateline.decisions.jsonl"

  /// The files at `paths`: files as they are, folders with everything below them.
  ///
  /// Hidden files and folders are left out, and so is the folder of pictures and scripts that a
  /// browser saves beside a page ("x_files" beside "x.html"). A folder that links reach twice is
  /// listed once, so that loops end. "-" stands for standard input. No file is opened.
  public static func files(at paths: [String]) -> SourceListing {
    var walk = FolderWalk()
    for path in paths { walk.visit(argument: path) }
    return walk.listing
  }
}

/// One walk over folders: the listing so far and the folders already seen.
private struct FolderWalk {
  private(set) var listing = SourceListing(files: [], failures: [])
  private var seenFolders: Set<FileIdentity> = []
  private var takenNames: Set<ArticleID> = []

  private struct FileIdentity: Hashable {
    var device: UInt64
    var node: UInt64
  }

  private enum Kind {
    case folder(FileIdentity)
    case file(FileStatus?)
    case other
  }

  private struct Entry {
    var name: [UInt8]
    var isFolder: Bool
  }

  mutating func visit(argument: String) {
    guard argument != "-" else {
      listing.files.append(.standardInput)
      return
    }
    var path = Array(argument.utf8)
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    let kind = kind(of: path)
    switch kind {
    case .success(.folder(let identity)):
      visit(folder: path, below: [], identity: identity)
    case .success(.file), .success(.other):
      let status: FileStatus? = if case .success(.file(let status)) = kind { status } else { nil }
      let name = path.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? path
      add(path, name: name, isNamed: true, status)
    case .failure(let error):
      listing.failures.append(ReadingFailure(article: ArticleID(argument), error: error))
    }
  }

  /// Lists the folder at `path`, whose own name below the opened folder is `prefix`.
  ///
  /// An explicit stack holds what is still to do, so that a deep tree cannot exhaust the call stack.
  private mutating func visit(folder path: [UInt8], below prefix: [UInt8], identity: FileIdentity) {
    guard seenFolders.insert(identity).inserted else { return }
    var pending: [(path: [UInt8], name: [UInt8])] = reversedEntries(of: path, below: prefix)
    while let (path, name) = pending.popLast() {
      switch kind(of: path) {
      case .success(.folder(let identity)):
        guard seenFolders.insert(identity).inserted else { continue }
        pending += reversedEntries(of: path, below: name + [UInt8(ascii: "/")])
      case .success(.file(let status)):
        add(path, name: name, isNamed: false, status)
      case .success(.other):
        fail(path, name: name) { .notRegular(path: $0) }
      case .failure(let error):
        fail(path, name: name) { _ in error }
      }
    }
  }

  /// The entries of a folder, last first, as a stack takes them.
  private mutating func reversedEntries(of path: [UInt8], below prefix: [UInt8])
    -> [(path: [UInt8], name: [UInt8])]
  {
    let slash = UInt8(ascii: "/")
    let names: [[UInt8]]
    switch Self.names(in: path) {
    case .success(let found): names = found
    case .failure(let error):
      fail(path, name: prefix.isEmpty ? path : Array(prefix.dropLast())) { _ in error }
      return []
    }
    let kept = Self.withoutPageParts(names).sorted { left, right in
      left.lexicographicallyPrecedes(right)
    }
    let base = path.last == slash ? path : path + [slash]
    return kept.reversed().map { (base + $0, prefix + $0) }
  }

  /// Leaves out the companion folders of saved pages.
  private static func withoutPageParts(_ names: [[UInt8]]) -> [[UInt8]] {
    let stems = Set(
      names.compactMap { name -> [UInt8]? in
        for ending in [".html", ".htm"] where name.hasSuffix(ending) {
          return Array(name.dropLast(ending.utf8.count))
        }
        return nil
      })
    guard !stems.isEmpty else { return names }
    return names.filter { name in
      !(name.hasSuffix("_files") && stems.contains(Array(name.dropLast("_files".utf8.count))))
    }
  }

  private static func names(in path: [UInt8]) -> Result<[[UInt8]], ReadingError> {
    guard let folder = path.withCString({ opendir($0) }) else {
      return .failure(.failed(String(decoding: path, as: UTF8.self), code: errno))
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
    while let entry = readdir(folder) {
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let name = Array(
        UnsafeBufferPointer(start: start, count: strlen(UnsafePointer<CChar>(OpaquePointer(start))))
      )
      guard name.first != UInt8(ascii: "."), !name.elementsEqual(ArticleSource.decisionLog.utf8)
      else { continue }
      names.append(name)
    }
    return .success(names)
  }

  private func kind(of path: [UInt8]) -> Result<Kind, ReadingError> {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return .failure(.failed(String(decoding: path, as: UTF8.self), code: errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      return .success(
        .folder(FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))))
    case S_IFREG: return .success(.file(FileStatus(status)))
    default: return .success(.other)
    }
  }

  private mutating func fail(_ path: [UInt8], name: [UInt8], _ error: (String) -> ReadingError) {
    listing.failures.append(
      ReadingFailure(
        article: ArticleID(String(decoding: name, as: UTF8.self)),
        error: error(String(decoding: path, as: UTF8.self))))
  }

  /// Adds a file under its name; where the name is taken, under its whole path or with a number.
  private mutating func add(
    _ path: [UInt8], name: [UInt8], isNamed: Bool, _ status: FileStatus?
  ) {
    var id = ArticleID(String(decoding: name, as: UTF8.self))
    if takenNames.contains(id) { id = ArticleID(String(decoding: path, as: UTF8.self)) }
    let base = id.name
    var number = 2
    while !takenNames.insert(id).inserted {
      id = ArticleID("\(base) (\(number))")
      number += 1
    }
    listing.files.append(SourceFile(id: id, systemPath: path, isNamed: isNamed, status: status))
  }
}

extension [UInt8] {
  /// Calls `body` with these bytes as a C string; they end at the first NUL.
  func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    (self + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        // A buffer of at least one element, the NUL, always has a base.
        characters.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }

  /// Whether the last bytes are those of `ending`.
  func hasSuffix(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
