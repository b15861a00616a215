/// Makes text of articles safe and plain for a terminal or a pipe: one line, no control characters.
///
/// Line ends and tabs become blanks, other control characters and the marks that reorder text
/// become U+FFFD, so that nothing an article holds can steer a terminal.
func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
      if result.last != " " { result.append(" ") }
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
      result.append("\u{FFFD}")
    default:
      result.append(scalar)
    }
  }
  return String(result)
}
