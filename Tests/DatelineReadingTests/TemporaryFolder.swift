import DatelineReading
import DatelineText
import Glibc
import Testing

/// A folder that exists as long as the value that names it.
final class TemporaryFolder {
  /// Its path.
  let path: String

  init() throws {
    var template = Array("/tmp/dateline-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.map(mkdtemp) != nil }
    try #require(made)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    var found: [String] = []
    let collect = path
    walk(collect, into: &found)
    for path in found { if unlink(path) != 0 { rmdir(path) } }
    rmdir(path)
  }

  private func walk(_ folder: String, into found: inout [String]) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let path = folder + "/" + name
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        chmod(path, 0o700)
        walk(path, into: &found)
      }
      found.append(path)
    }
  }

  /// Writes a file below the folder, with the folders that it needs, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    makeFolders(above: name)
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func link(_ name: String, to target: String) throws {
    makeFolders(above: name)
    try #require(symlink(target, path + "/" + name) == 0)
  }

  private func makeFolders(above name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  /// Reads the single file `name` of these bytes.
  static func read(_ name: String, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions())
    throws -> [Result<Article, ReadingFailure>]
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    let listing = ArticleSource.files(at: [path])
    return ArticleReader.read(try #require(listing.files.first), options: options)
  }
}
