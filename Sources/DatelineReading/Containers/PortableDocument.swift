internal import DatelineText
internal import Glibc

/// Reads PDF files through `pdftotext` (poppler-utils), where it is installed.
struct PortableDocument {
  /// The file.
  let file: SourceFile
  /// The most text that is read, in bytes.
  let limit: Int

  /// How long the program may be silent, in milliseconds, before it is stopped.
  private static let patience: Int32 = 60_000

  /// The article of the file.
  func article() throws(ReadingError) -> Article {
    let text = try text()
    let pages = TextDecoder.decode(text[...]).bytes
    let healed = PrintedPages(pages).text
    guard !healed.isEmpty else {
      throw .malformed(
        path: file.path, form: "PDF", reason: "it holds no text, only pictures of pages")
    }
    var metadata = ArticleMetadata()
    metadata.path = file.id.name
    return ArticleParser.parse(SourceText(repairing: healed), id: file.id, metadata: metadata)
  }

  private func text() throws(ReadingError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .failed(file.path, code: errno) }
    // Programs that other workers start at this moment must not hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = ends[0]
    defer { close(input) }
    let process = spawn(output: ends[1])
    close(ends[1])
    guard let process else {
      throw .needsProgram(
        path: file.path, form: "a PDF document", program: "pdftotext", package: "poppler-utils")
    }
    let text = read(from: input, of: process)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard let text else {
      throw .malformed(path: file.path, form: "PDF", reason: "pdftotext gave too much or hung")
    }
    // Exit status 127 is the shell's and posix_spawn's word for a program that is not there.
    guard status == 0 || !text.isEmpty else {
      if status >> 8 == 127 {
        throw .needsProgram(
          path: file.path, form: "a PDF document", program: "pdftotext", package: "poppler-utils")
      }
      throw .malformed(path: file.path, form: "PDF", reason: "pdftotext found it damaged or locked")
    }
    return text
  }

  /// Starts the program with its output to `output`; nil where it cannot be started.
  private func spawn(output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A path that begins with a hyphen must not be read as an option.
    let path =
      file.systemPath.first == UInt8(ascii: "-")
      ? Array("./".utf8) + file.systemPath : file.systemPath
    let words =
      ["pdftotext", "-q", "-enc", "UTF-8"].map { Array($0.utf8) } + [path, Array("-".utf8)]
    var arguments = words.map { word in word.withCString { strdup($0) } } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "pdftotext", &actions, nil, &arguments, environ)
    return code == 0 ? process : nil
  }

  /// What the program writes; nil where that is too much or it falls silent, in which case it is
  /// stopped.
  private func read(from input: Int32, of process: pid_t) -> [UInt8]? {
    var text: [UInt8] = []
    while true {
      var wait = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, Self.patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, text.count <= limit else {
        kill(process, SIGKILL)
        return nil
      }
      var got = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        got = Glibc.read(input, buffer.baseAddress, buffer.count)
        filled = max(got, 0)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return text }
      text += chunk
    }
  }
}
