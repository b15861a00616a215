/// One expression with what its surroundings say, ready to be given a value without the tokens.
struct TimexCandidate: Sendable {
  /// Where it stands.
  var span: ByteSpan
  /// What it says.
  var draft: TimexDraft
  /// The number of its sentence within the article.
  var sentence: Int
  /// The number of its block within the article.
  var block: Int
  /// The tense of its clause.
  var tense: ClauseTense
  /// Whether it stands aside of the story: in brackets, in quotation marks or in a comparison.
  var isAside: Bool
  /// Whether the words before it compare ("since 1990", "like 1914").
  var direction: WordBefore

  /// The preposition before an expression, where it says something of the date's direction.
  enum WordBefore: Sendable {
    case since, ahead, other
  }
}

/// Finds the expressions of an article, block by block.
struct TimexScanner {
  private var lexer: TimexLexer
  private var sentence = 0
  private var block = 0
  /// The expressions found so far, in order of the text.
  private(set) var candidates: [TimexCandidate] = []

  /// Makes a scanner of `text`.
  init(_ text: SourceText) { lexer = TimexLexer(text.bytes) }

  /// Reads one block. Cost: linear in its length.
  mutating func scan(_ span: ByteSpan) {
    lexer.read(span)
    let cursor = TimexCursor(tokens: lexer.tokens)
    var index = 0
    var depth = Depth()
    while index < cursor.tokens.count {
      let token = cursor.tokens[index]
      if token.form.contains(.sentenceStart) {
        sentence += 1
        depth = Depth()
      }
      depth.pass(token)
      if token.isAny(TimexGrammar.triggers), let match = TimexGrammar.match(cursor, index) {
        for draft in match.drafts { append(draft, cursor, depth) }
        for passed in (index + 1)..<max(match.upper, index + 1) { depth.pass(cursor[passed]) }
        index = max(match.upper, index + 1)
      } else {
        index += 1
      }
    }
    block += 1
  }

  private mutating func append(_ draft: TimexDraft, _ cursor: TimexCursor, _ depth: Depth) {
    let tokens = draft.tokens
    let before: TimexCandidate.WordBefore =
      if cursor.isWord(tokens.lowerBound - 1, in: ["since", "like", "unlike"]) {
        .since
      } else if cursor.isWord(tokens.lowerBound - 2, in: ["ahead", "before"]) {
        .ahead
      } else {
        .other
      }
    candidates.append(
      TimexCandidate(
        span: ByteSpan(cursor[tokens.lowerBound].lower, cursor[tokens.upperBound - 1].upper),
        draft: draft, sentence: sentence, block: block,
        tense: draft.meaning.needsTense ? ClauseTense.around(tokens, cursor) : .unknown,
        isAside: depth.isInside, direction: before))
  }

  /// The brackets and quotation marks that are open at a point of a sentence.
  private struct Depth {
    private var brackets = 0
    private var isQuoted = false

    var isInside: Bool { brackets > 0 || isQuoted }

    mutating func pass(_ token: TimexToken) {
      switch token.mark {
      case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "\""): isQuoted.toggle()
      default: break
      }
    }
  }
}

extension TimexMeaning {
  /// Whether its value depends on the tense of the clause.
  var needsTense: Bool {
    guard case .date(let parts, _) = self else { return false }
    return parts.year == nil
  }
}
