import Glibc

/// A folder that exists as long as the value that names it.
public final class TemporaryFolder {
  /// Its path.
  public let path: String

  /// Makes the folder.
  public init() throws {
    var template = Array("/tmp/dateline-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    guard made != nil else { throw SystemError(code: errno) }
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
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    makeFolders(above: name)
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SystemError(code: errno)
    }
    return file
  }

  /// Waits until a file below the folder holds `text`; false where none comes to do so.
  ///
  /// For what a program writes beside its work, so that no output tells that it is done.
  public func waits(for text: String) -> Bool {
    for _ in 0..<1000 {
      var found: [String] = []
      walk(path, into: &found)
      if found.contains(where: { holds($0, Array(text.utf8)) }) { return true }
      poll(nil, 0, 10)
    }
    return false
  }

  private func holds(_ file: String, _ text: [UInt8]) -> Bool {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = max(0, Glibc.read(descriptor, &bytes, bytes.count))
    return bytes[..<count].indices.contains { bytes[$0..<count].starts(with: text) }
  }

  /// Writes a file of `text` below the folder and returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Makes a symbolic link below the folder.
  public func link(_ name: String, to target: String) throws {
    makeFolders(above: name)
    guard symlink(target, path + "/" + name) == 0 else { throw SystemError(code: errno) }
  }

  private func makeFolders(above name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  /// The content of the file `name`, ill-formed UTF-8 repaired; empty where it is not there.
  public func read(_ name: String) -> String { String(decoding: readBytes(name), as: UTF8.self) }

  /// The bytes of the file `name`; none where it is not there.
  public func readBytes(_ name: String) -> [UInt8] {
    let file = open(path + "/" + name, O_RDONLY)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
