import Glibc

/// Runs the program that was built beside the tests, as a script would.
public enum BuiltProgram {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    public var status: Int32
    /// All of standard output.
    public var output: String
    /// All of standard error.
    public var errors: String
  }

  /// The path of the built `dateline`: the tests lie in the same folder, or in a bundle of it.
  public static var path: String { folder + "/dateline" }

  /// The folder of the sample articles.
  public static var seeds: String {
    // This file is Tests/TestSupport/BuiltProgram.swift.
    let root = #filePath.split(separator: "/").dropLast(3)
    return "/" + root.joined(separator: "/") + "/seeds"
  }

  private static var folder: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let link = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let ownFolder = link[..<(link.lastIndex(of: "/") ?? link.startIndex)]
    if access(ownFolder + "/dateline", X_OK) == 0 { return String(ownFolder) }
    // The runner lies in the toolchain; the bundle that it runs is named in its arguments.
    for argument in CommandLine.arguments {
      guard let end = argument.range(of: "/datelinePackageTests.xctest") else { continue }
      return String(argument[..<end])
    }
    return "."
  }

  /// Runs `dateline` with `arguments`, `input` on its standard input.
  public static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let scratch = try TemporaryFolder()
    let inputPath = try scratch.write("input", input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/output", create, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/errors", create, 0o600)
    // Indexes go where nobody keeps anything.
    let command = ["/usr/bin/env", "XDG_CACHE_HOME=\(scratch.path)/cache", path] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, command[0], &actions, nil, &argv, environ)
    if failure != 0 { throw SystemError(code: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: scratch.read("output"), errors: scratch.read("errors"))
  }
}

/// A refusal of the system.
public struct SystemError: Error, Sendable {
  /// The error number.
  public var code: Int32
}

extension String {
  fileprivate func range(of other: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(other) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
