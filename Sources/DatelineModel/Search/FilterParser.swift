import DatelineText

extension Filter {
  /// Reads a query. The empty query is `.everything`.
  ///
  /// Errors: `FilterError` with the offset of the part that is wrong.
  public static func parse(_ query: String) throws(FilterError) -> Filter {
    var parser = FilterParser(tokens: try FilterToken.tokens(of: Array(query.utf8)))
    return try parser.parse()
  }
}

/// One piece of a query.
struct FilterToken: Equatable {
  /// What a piece is.
  enum Kind: Equatable {
    case open, close, and, or, not
    /// Words in quotation marks.
    case phrase(String)
    /// A bare word.
    case word(String)
    /// A field with its value.
    case field(String, String)
  }

  var kind: Kind
  /// The byte offset in the query.
  var offset: Int

  /// Cuts a query into pieces.
  static func tokens(of bytes: [UInt8]) throws(FilterError) -> [FilterToken] {
    var tokens: [FilterToken] = []
    var index = 0
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0x28:
        tokens.append(FilterToken(kind: .open, offset: start))
        index += 1
      case 0x29:
        tokens.append(FilterToken(kind: .close, offset: start))
        index += 1
      case 0x22:
        let text = try quoted(bytes, from: &index)
        tokens.append(FilterToken(kind: .phrase(text), offset: start))
      case 0x2D where index + 1 < bytes.count && bytes[index + 1] != 0x20:
        tokens.append(FilterToken(kind: .not, offset: start))
        index += 1
      default: tokens.append(try bare(bytes, from: &index))
      }
    }
    return tokens
  }

  /// Reads what stands between quotation marks; `index` is at the opening one.
  private static func quoted(_ bytes: [UInt8], from index: inout Int) throws(FilterError)
    -> String
  {
    guard let end = bytes[(index + 1)...].firstIndex(of: 0x22) else {
      throw FilterError(.unclosedQuote, offset: index)
    }
    let text = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    return text
  }

  /// Reads a word, an operator, or a field with its value.
  private static func bare(_ bytes: [UInt8], from index: inout Int) throws(FilterError)
    -> FilterToken
  {
    let start = index
    var colon: Int?
    while index < bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x28, 0x29, 0x22].contains(bytes[index]) {
      if bytes[index] == 0x3A, colon == nil { colon = index }
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let colon, colon > start else { return FilterToken(kind: wordKind(text), offset: start) }
    let field = String(decoding: bytes[start..<colon], as: UTF8.self)
    if colon + 1 == index, index < bytes.count, bytes[index] == 0x22 {
      let value = try quoted(bytes, from: &index)
      return FilterToken(kind: .field(field, value), offset: start)
    }
    let value = String(decoding: bytes[(colon + 1)..<index], as: UTF8.self)
    return FilterToken(kind: .field(field, value), offset: start)
  }

  private static func wordKind(_ text: String) -> Kind {
    switch text {
    case "AND": .and
    case "OR": .or
    case "NOT": .not
    default: .word(text)
    }
  }
}

/// Reads the pieces of a query by recursive descent: OR binds weaker than AND, NOT strongest.
private struct FilterParser {
  var tokens: [FilterToken]
  var index = 0
  /// Open brackets; more than `depthLimit` are refused, so that no query overflows the stack.
  var depth = 0
  static let depthLimit = 64

  init(tokens: [FilterToken]) { self.tokens = tokens }

  private var current: FilterToken? { index < tokens.count ? tokens[index] : nil }

  mutating func parse() throws(FilterError) -> Filter {
    guard current != nil else { return .everything }
    let filter = try disjunction()
    if let rest = current { throw FilterError(.unexpectedBracket, offset: rest.offset) }
    return filter
  }

  private mutating func disjunction() throws(FilterError) -> Filter {
    var parts = [try conjunction()]
    while let token = current, token.kind == .or {
      index += 1
      guard current != nil else { throw FilterError(.missingOperand("OR"), offset: token.offset) }
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(FilterError) -> Filter {
    var parts = [try negation()]
    while let token = current, token.kind != .or, token.kind != .close {
      if token.kind == .and {
        index += 1
        guard current != nil else {
          throw FilterError(.missingOperand("AND"), offset: token.offset)
        }
      }
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws(FilterError) -> Filter {
    var isNegated = false
    while let token = current, token.kind == .not {
      index += 1
      isNegated.toggle()
      guard current != nil else { throw FilterError(.missingOperand("NOT"), offset: token.offset) }
    }
    let inner = try operand()
    return isNegated ? .not(inner) : inner
  }

  private mutating func operand() throws(FilterError) -> Filter {
    guard let token = current else { throw FilterError(.missingOperand("NOT"), offset: 0) }
    index += 1
    switch token.kind {
    case .and: throw FilterError(.missingOperand("AND"), offset: token.offset)
    case .or: throw FilterError(.missingOperand("OR"), offset: token.offset)
    case .not: throw FilterError(.missingOperand("NOT"), offset: token.offset)
    case .close: throw FilterError(.unexpectedBracket, offset: token.offset)
    case .open: return try bracket(openedAt: token.offset)
    case .phrase(let text): return Self.phrase(text)
    case .word(let text): return Self.word(text)
    case .field(let field, let value):
      return try Filter.field(field, value, offset: token.offset)
    }
  }

  private mutating func bracket(openedAt offset: Int) throws(FilterError) -> Filter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit, current != nil else {
      throw FilterError(.unclosedBracket, offset: offset)
    }
    let inner = try disjunction()
    guard let close = current, close.kind == .close else {
      throw FilterError(.unclosedBracket, offset: offset)
    }
    index += 1
    return inner
  }

  private static func word(_ text: String) -> Filter {
    if text.utf8.last == 0x2A {
      let stem = SearchText.key(String(text.dropLast()))
      return stem.isEmpty ? .everything : .prefix(stem)
    }
    return phrase(text)
  }

  /// A phrase of the words of `text`; a word where it is one, everything where it is none.
  private static func phrase(_ text: String) -> Filter {
    let words = SearchText.query(text).split { !SearchText.isWord($0) && $0 != 0x27 }
      .map { String(decoding: $0, as: UTF8.self) }
    if words.isEmpty { return .everything }
    return words.count == 1 ? .word(words[0]) : .phrase(words.joined(separator: " "))
  }
}
