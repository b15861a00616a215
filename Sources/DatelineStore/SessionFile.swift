public import DatelineModel
import FoundationEssentials
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
    path = stateHome + "/dateline/session-" + String(name.suffix(200)) + ".json"
  }

  /// The last session; nil where there is none that can be read.
  public func read() -> Session? {
    guard let bytes = bytes(),
      let record = try? JSONDecoder().decode(Record.self, from: Data(bytes))
    else { return nil }
    return Session(place: record.place.place, past: record.past.map(\.place))
  }

  private func bytes() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { return nil }
      if count > 0 { bytes += buffer[..<count] }
    }
  }

  /// Writes the session.
  public func write(_ session: Session) throws(StoreError) {
    let record = Record(
      place: PlaceRecord(session.place),
      past: session.past.suffix(Self.stepLimit).map { PlaceRecord($0) })
    guard let data = try? JSONEncoder().encode(record) else { return }
    try replace(path, with: [UInt8](data))
  }

  /// Writes `text` to a file called `name` beside the session; returns its path.
  public func keep(_ text: String, as name: String) throws(StoreError) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    let path = String(folder) + "/" + name
    try replace(path, with: Array(text.utf8))
    return path
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    makeFolders()
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(path: draft, code: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        close(file)
        throw .system(path: draft, code: code)
      }
    }
    close(file)
    guard rename(draft, path) == 0 else { throw .system(path: path, code: errno) }
  }

  private func makeFolders() {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  private struct Record: Codable {
    var place: PlaceRecord
    var past: [PlaceRecord]
  }
}
