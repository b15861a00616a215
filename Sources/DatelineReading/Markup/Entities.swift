/// Undoes the character references of HTML and XML.
enum Entities {
  /// Appends `text` with its references undone.
  static func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var start = text.startIndex
    while let mark = text[start...].firstIndex(of: UInt8(ascii: "&")) {
      result += text[start..<mark]
      if let (scalars, end) = reference(text, at: mark) {
        result += scalars
        start = end
      } else {
        result.append(UInt8(ascii: "&"))
        start = mark + 1
      }
    }
    result += text[start...]
  }

  /// `text` with its references undone.
  static func decodedString(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    append(text, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The reference that begins at `mark`: its text and where it ends.
  private static func reference(_ text: ArraySlice<UInt8>, at mark: Int)
    -> (text: [UInt8], end: Int)?
  {
    var index = mark + 1
    guard index < text.endIndex else { return nil }
    if text[index] == UInt8(ascii: "#") { return numeric(text, at: index + 1) }
    while index < text.endIndex, index - mark < 12,
      (text[index] | 0x20) &- 0x61 < 26 || text[index] &- 0x30 < 10
    {
      index += 1
    }
    let name = String(decoding: text[(mark + 1)..<index], as: UTF8.self)
    guard let scalar = named[name] else { return nil }
    let isClosed = index < text.endIndex && text[index] == UInt8(ascii: ";")
    // Without its semicolon only the oldest names count, as in "AT&amp T".
    guard isClosed || oldest.contains(name) else { return nil }
    return (Array(String(Character(scalar)).utf8), isClosed ? index + 1 : index)
  }

  private static func numeric(_ text: ArraySlice<UInt8>, at start: Int)
    -> (text: [UInt8], end: Int)?
  {
    var index = start
    let isHexadecimal = index < text.endIndex && text[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    var value: UInt32 = 0
    let first = index
    while index < text.endIndex {
      let byte = text[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte - 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        break
      }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < text.endIndex, text[index] == UInt8(ascii: ";") { index += 1 }
    return (Array(String(Character(scalar(value))).utf8), index)
  }

  /// The scalar of a number; 0x80 to 0x9F are read as Windows-1252, as the HTML Standard has it.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    let mapped =
      (0x80..<0xA0).contains(value) ? UInt32(TextDecoder.upperControls[Int(value - 0x80)]) : value
    guard mapped != 0, let scalar = Unicode.Scalar(mapped) else { return "\u{FFFD}" }
    return scalar
  }

  private static let oldest: Set<String> = [
    "amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "eacute", "egrave", "uuml", "ouml", "auml",
    "AMP", "LT", "GT", "QUOT",
  ]

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for line in names.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let first = fields.first.flatMap({ UInt32($0, radix: 16) }) else { continue }
      for (offset, name) in fields.dropFirst().enumerated() where name != "-" {
        table[String(name)] = Unicode.Scalar(first + UInt32(offset))
      }
    }
    return table
  }()

  /// Runs of code points with their names ("-" for none), after the HTML Standard's table.
  private static let names = """
    22 quot
    26 amp apos
    3C lt - gt
    26 AMP
    3C LT - GT
    22 QUOT
    A0 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
    B0 deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
    C0 Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    D0 ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
    E0 agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
    F0 eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    100 Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron
    110 Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve
    130 Idot imath
    141 Lstrok lstrok Nacute nacute - - Ncaron ncaron
    150 Odblac odblac OElig oelig - - - - Rcaron rcaron Sacute sacute
    15E Scedil scedil Scaron scaron
    178 Yuml Zacute zacute Zdot zdot Zcaron zcaron
    192 fnof
    2C6 circ caron
    2DC tilde
    391 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho
    3A3 Sigma Tau Upsilon Phi Chi Psi Omega
    3B1 alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega
    2002 ensp emsp
    2009 thinsp hairsp
    200C zwnj zwj lrm rlm
    2010 hyphen - - ndash mdash horbar
    2018 lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull - - - hellip
    2022 bullet
    2030 permil - prime Prime
    2039 lsaquo rsaquo
    2044 frasl
    20AC euro
    2122 trade
    2190 larr uarr rarr darr harr
    2202 part
    2208 isin
    2211 sum minus
    2212 minus
    221A radic
    221E infin
    2248 asymp
    2260 ne equiv
    2264 le ge
    25CF cir
    2605 starf star
    2660 spades - - clubs - hearts diams
    2713 check
    """
}
