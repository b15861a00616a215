/// Escapes text for the formats of the exports. No control character gets through.
enum Markup {
  /// Text for XML content and attributes; characters that XML 1.0 forbids become U+FFFD.
  static func xml(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case _ where isControl(scalar) || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A quoted identifier of the DOT language.
  static func dot(_ text: String) -> String {
    let escaped = line(text).reduce(into: "") { result, character in
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return "\"" + escaped + "\""
  }

  /// One field of a CSV line (RFC 4180), always quoted.
  ///
  /// A field that a spreadsheet would read as a formula gets an apostrophe before it, as OWASP
  /// advises ("CSV Injection").
  static func csv(_ text: String) -> String {
    let plain = line(text)
    let first = plain.first { $0 != " " }
    let isFormula = first.map { "=+-@|%".contains($0) } ?? false
    let escaped = (isFormula ? "'" : "") + plain
    return "\""
      + escaped.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Text inside a line of Markdown.
  static func markdown(_ text: String) -> String {
    line(text).reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|!".contains(character) { result += "\\" }
      result.append(character)
    }
  }

  /// The text on one line: runs of white space become one blank, other control characters and
  /// marks that turn the direction of writing become U+FFFD.
  static func line(_ text: String) -> String {
    var result = ""
    var isBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isBlank = true
        continue
      }
      if isBlank, !result.isEmpty { result += " " }
      isBlank = false
      let isHarmful =
        isControl(scalar) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
      result.unicodeScalars.append(isHarmful ? "\u{FFFD}" : scalar)
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
