public import DatelineModel
internal import Glibc

/// Where a run left off, kept in the XDG state directory: one file per corpus.
///
/// The file is written beside its place and renamed over it, so that a kill at any moment leaves a
/// whole session behind. A file that cannot be read counts as none: a session is a convenience.
public struct SessionFile: Sendable {
  /// Where the session lies.
  public let path: String
  /// How many steps back are kept.
  private static let stepLimit = 50

  /// The session of the corpus at `folder`, an absolute path, below the XDG state directory.
  public init(folder: String, stateHome: String) {
    var name = ""
    for byte in folder.utf8 {
      let isPlain =
        0x61...0x7A ~= byte || 0x41...0x5A ~= byte || 0x30...0x39 ~= byte || byte == 0x2E
      name += isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + String(byte, radix: 16)
    }
    // File names end at 255 bytes; the end of a path tells more than its beginning.
    path = stateHome + "/dateline/session-" + String(name.suffix(200))
  }

  /// The last session; nil where there is none that can be read.
  public func read() -> Session? {
    guard let bytes = SmallFile.read(path) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count >= 2, lines[0] == Self.form else { return nil }
    let places = lines.dropFirst().map { PlaceLine($0).place }
    return Session(place: places[0], past: Array(places.dropFirst()))
  }

  /// Writes the session.
  public func write(_ session: Session) throws(StoreError) {
    let places = [session.place] + session.past.suffix(Self.stepLimit)
    let lines = [Self.form] + places.map { PlaceLine($0).text }
    try replace(path, with: Array(lines.joined(separator: "\n").utf8))
  }

  /// The first line: what the file is. The place comes next, then the steps back, the latest last.
  private static let form = "dateline session 1"

  /// Writes `text` to a file called `name` beside the session; returns its path.
  public func keep(_ text: String, as name: String) throws(StoreError) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    let path = String(folder) + "/" + name
    try replace(path, with: Array(text.utf8))
    return path
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    makeFolders()
    try SmallFile.replace(path, with: bytes)
  }

  private func makeFolders() {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
