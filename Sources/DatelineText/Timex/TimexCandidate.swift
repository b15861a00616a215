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
  /// Whether it owns something ("Friday's ruling").
  var isPossessive: Bool
  /// Whether it stands aside of the story: in brackets, in quotation marks or in a comparison.
  var isAside: Bool
  /// The word before it, where it says something of the direction.
  var direction: WordBefore
  /// Whether it stands alone or in a range.
  var place: Place

  /// The place of an expression in a range.
  enum Place: Sendable {
    case alone, rangeStart, rangeEnd
  }

  /// The preposition before an expression, where it says something of the date's direction.
  enum WordBefore: Sendable {
    case since, ahead, other
  }
}

/// Finds the expressions of an article, block by block.
struct TimexScanner {
  private var lexer: TimexLexer
  /// The number of sentences so far.
  private(set) var sentence = 0
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
        for (place, draft) in match.drafts.enumerated() {
          let isRange = match.drafts.count > 1
          append(draft, !isRange ? .alone : place == 0 ? .rangeStart : .rangeEnd, cursor, depth)
        }
        for passed in (index + 1)..<max(match.upper, index + 1) { depth.pass(cursor[passed]) }
        index = max(match.upper, index + 1)
      } else {
        index += 1
      }
    }
    block += 1
  }

  /// Reads the dates in digits of one block, whatever its language, the day before the month.
  mutating func scanNumbers(_ span: ByteSpan) {
    lexer.read(span)
    let cursor = TimexCursor(tokens: lexer.tokens)
    var index = 0
    while index < cursor.tokens.count {
      if cursor.isSentenceStart(index) { sentence += 1 }
      guard cursor.tokens[index].isAny(NumericDates.rule.triggers),
        var draft = NumericDates.rule.match(cursor, index)?.single,
        case .date(var parts, let pointer) = draft.meaning
      else {
        index += 1
        continue
      }
      if parts.order == .open { (parts.month, parts.day) = (parts.day, parts.month) }
      parts.order = nil
      draft.meaning = .date(parts, pointer)
      append(draft, .alone, cursor, Depth())
      index = max(draft.tokens.upperBound, index + 1)
    }
    block += 1
  }

  private mutating func append(
    _ draft: TimexDraft, _ place: TimexCandidate.Place, _ cursor: TimexCursor, _ depth: Depth
  ) {
    let tokens = draft.tokens
    let before: TimexCandidate.WordBefore =
      if cursor.isWord(tokens.lowerBound - 1, in: ["since", "like", "unlike"]) {
        .since
      } else if cursor.isWord(tokens.lowerBound - 2, "ahead") {
        .ahead
      } else {
        .other
      }
    candidates.append(
      TimexCandidate(
        span: ByteSpan(cursor[tokens.lowerBound].lower, cursor[tokens.upperBound - 1].upper),
        draft: draft, sentence: sentence, block: block,
        tense: draft.meaning.needsTense ? ClauseTense.around(tokens, cursor) : .unknown,
        isPossessive: cursor.isMark(tokens.upperBound, "'"), isAside: depth.isInside,
        direction: before, place: place))
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
    switch self {
    case .date: true
    case .shift(let unit, _, _, _): unit == .weekend
    case .period, .ofThisCentury, .duration, .set, .reference, .vagueReference, .timeOnly: false
    }
  }
}
