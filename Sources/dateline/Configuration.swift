import DatelineModel
import DatelineScreen
import Glibc

/// The user's keys and theme: a small part of TOML, read from the XDG configuration directory.
///
/// ```
/// [keys]
/// "x" = "quit"
/// [keys.reader]
/// "Space" = "page-down"
/// [theme]
/// person = "cyan bold"
/// ```
/// A line that is wrong is reported with its number and passed over; the defaults are never lost.
struct Configuration {
  /// The key table: the standard one and the user's lines after it.
  private(set) var keymap = Keymap.standard
  /// The user's looks.
  private(set) var looks: [Role: Theme.Look] = [:]
  /// What is wrong, one sentence a line.
  private(set) var errors: [String] = []

  /// Makes the standard configuration.
  init() {}

  /// Reads the file at `path`; a file that is not there changes nothing.
  init(path: String) {
    guard let text = Self.content(of: path) else { return }
    var section = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let problem = read(line, in: &section) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        errors.append("\(name), line \(number + 1): \(problem)")
      }
    }
  }

  private static func content(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes one line in; returns what is wrong with it.
  private mutating func read(_ line: Substring, in section: inout String) -> String? {
    let line = Self.trimmed(Self.withoutComment(line))
    if line.isEmpty { return nil }
    if line.first == "[" {
      guard line.last == "]" else { return "a section ends with ]" }
      section = Self.trimmed(line.dropFirst().dropLast())
      return nil
    }
    guard let (key, value) = Self.pair(line) else { return "expected  name = \"value\"" }
    let parts = section.split(separator: ".")
    switch parts.first {
    case "keys": return bind(key, to: value, in: parts.dropFirst().first.map(String.init))
    case "theme": return setLook(of: key, to: value)
    default:
      return "no section is called \(section.isEmpty ? "so" : section); there are keys and theme"
    }
  }

  private mutating func bind(_ name: String, to command: String, in pane: String?) -> String? {
    guard let key = Key(name) else { return "no key is called \(name)" }
    guard let command = Command(name: command) else { return "no command is called \(command)" }
    guard let pane else {
      keymap.bind(key, to: command)
      return nil
    }
    guard let pane = Pane.allCases.first(where: { $0.title.lowercased() == pane }) else {
      return "no pane is called \(pane)"
    }
    keymap.bind(key, to: command, in: [pane])
    return nil
  }

  private mutating func setLook(of name: String, to value: String) -> String? {
    guard let role = Role.allCases.first(where: { "\($0)" == name }) else {
      return "nothing on the screen is called \(name)"
    }
    guard let look = Theme.Look(value) else {
      return "\(value) is no look; try  red bold underline"
    }
    looks[role] = look
    return nil
  }

  // MARK: Syntax

  private static func withoutComment(_ line: Substring) -> Substring {
    var isQuoted = false
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == "#", !isQuoted { return line[..<index] }
    }
    return line
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// A name, bare or in quotes, and a value in quotes.
  private static func pair(_ line: String) -> (String, String)? {
    var isQuoted = false
    var split: String.Index?
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == "=", !isQuoted {
        split = index
        break
      }
    }
    guard let split else { return nil }
    let name = unquoted(trimmed(line[..<split]))
    let value = trimmed(line[line.index(after: split)...])
    guard !name.isEmpty, value.count >= 2, value.first == "\"", value.last == "\"" else {
      return nil
    }
    return (name, unquoted(value))
  }

  private static func unquoted(_ text: String) -> String {
    text.count >= 2 && text.first == "\"" && text.last == "\""
      ? String(text.dropFirst().dropLast()) : text
  }
}
