import Foundation

/// A training tool could not go on; the message says what to do.
struct LabError: Error, CustomStringConvertible {
  /// What went wrong, in one plain sentence.
  let description: String
}

/// Reads and writes the files of the training tools.
enum LabFile {
  /// The bytes of the file at `path`.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LabError(description: "cannot read \(path): check the path given with --data")
    }
    return Array(data)
  }

  /// The bytes of the file at `path` unpacked with `program`, "xz" or "gzip", which must be installed.
  static func unpacked(_ path: String, with program: String) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, "-dc", path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw LabError(description: "cannot unpack \(path): check the path given with --data")
    }
    return Array(data)
  }

  /// The lines of the file at `path`, without their ends.
  static func lines(_ path: String) throws -> [String] {
    String(decoding: try bytes(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
  }

  /// Writes `bytes` to the file at `path`, in place of what was there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Writes rows of text to the file at `path`.
  static func write(_ rows: [String], to path: String) throws {
    try write(Array((rows.joined(separator: "\n") + "\n").utf8), to: path)
  }
}
