internal import DatelineText
internal import Glibc

extension ArticleSource {
  /// What `files(at:)` would list of one name below a folder.
  public enum Listed: Hashable, Sendable {
    /// This file.
    case file(SourceFile)
    /// Nothing: there is no such file.
    case nothing
    /// That cannot be told without the whole listing.
    case unknown
  }

  /// What `files(at:)` would list under the name `name` if the folder at `folder` alone were opened,
  /// and no link below it led to a folder. No file is opened. Cost: one or two calls of the system.
  public static func listed(_ name: String, below folder: String) -> Listed {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let last = parts.last, !parts.contains(where: \.isEmpty) else { return .unknown }
    if parts.contains(where: { $0.first == UInt8(ascii: ".") }) { return .nothing }
    if last.elementsEqual(decisionLog.utf8) { return .nothing }
    // Files of a saved page are listed where the page itself is not there.
    guard !parts.contains(where: { Array($0).hasSuffix("_files") }) else { return .unknown }
    var path = Array(folder.utf8)
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    path += Array(name.utf8)
    for ending in [".html", ".htm"] where path.hasSuffix(ending) {
      let companion = path.dropLast(ending.utf8.count) + Array("_files".utf8)
      guard companion.withCString({ access($0, F_OK) }) != 0 else { return .unknown }
    }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return errno == ENOENT ? .nothing : .unknown
    }
    guard let file = FileStatus(status) else { return .unknown }
    return .file(
      SourceFile(id: ArticleID(name), systemPath: path, isNamed: false, status: file))
  }
}
