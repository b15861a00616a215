internal import Glibc

/// Why a file, or one record of a file, could not be read as an article.
public enum ReadingError: Error, Hashable, Sendable {
  /// It is not there, or not any more.
  case missing(path: String)
  /// It may not be read.
  case noPermission(path: String)
  /// It is no text; `kind` says what it is ("a PNG image").
  case binary(path: String, kind: String)
  /// It holds no text at all.
  case empty(path: String)
  /// It is a device, a socket or a pipe inside a folder.
  case notRegular(path: String)
  /// It is larger than what is read.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A line of a JSON Lines file is no article. Lines count from 1.
  case badLine(path: String, line: Int, reason: String)
  /// Its form was recognised but its content is broken or not understood.
  case malformed(path: String, form: String, reason: String)
  /// It needs a program that is not installed.
  case needsProgram(path: String, form: String, program: String, package: String)
  /// The system refused; `code` is an `errno`.
  case system(path: String, code: Int32)

  /// The error for a failed system call on `path`.
  public static func failed(_ path: String, code: Int32) -> ReadingError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .noPermission(path: path)
    default: .system(path: path, code: code)
    }
  }

  /// The file that it is about.
  public var path: String {
    switch self {
    case .missing(let path), .noPermission(let path), .binary(let path, _), .empty(let path),
      .notRegular(let path), .tooLarge(let path, _, _), .badLine(let path, _, _),
      .malformed(let path, _, _), .needsProgram(let path, _, _, _), .system(let path, _):
      path
    }
  }
}

extension ReadingError: CustomStringConvertible {
  /// What went wrong and what to do about it: one plain sentence that names the file.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path) is not there; check the name, or whether it was moved."
    case .noPermission(let path):
      "\(path) may not be read; ask for permission to read it (chmod u+r)."
    case .binary(let path, let kind):
      "\(path) is \(kind), not text; save its text as .txt, .html or .jsonl."
    case .empty(let path):
      "\(path) holds no text."
    case .notRegular(let path):
      "\(path) is no ordinary file; copy what it holds into one."
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(Self.megabytes(bytes)) and at most \(Self.megabytes(limit)) are read; "
        + "split it, or turn it into JSON Lines."
    case .badLine(let path, let line, let reason):
      "\(path), line \(line): \(reason)."
    case .malformed(let path, let form, let reason):
      "\(path) cannot be read as \(form): \(reason)."
    case .needsProgram(let path, let form, let program, let package):
      "\(path) is \(form), which needs \(program); install it with: apt-get install \(package)"
    case .system(let path, let code):
      "\(path) cannot be read: \(String(cString: strerror(code)))."
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes) bytes" : "\((bytes + (1 << 20) - 1) >> 20) MB"
  }
}
