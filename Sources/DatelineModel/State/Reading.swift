public import DatelineText

/// A piece of an article that means something: what n and N walk through.
public struct Mark: Hashable, Sendable {
  /// What it means.
  public enum Kind: Hashable, Sendable {
    /// A mention, by its index.
    case mention(Int)
    /// A time expression, by its index.
    case timex(Int)
    /// A claim, by its index.
    case claim(Int)
    /// An event, by its index.
    case event(Int)
  }

  /// Where it stands.
  public var span: ByteSpan
  /// What it means.
  public var kind: Kind

  /// Makes a mark.
  public init(span: ByteSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }

  /// The brackets that can be shown around it; nil where it is neither a name nor a date.
  public var brackets: (opening: Unicode.Scalar, closing: Unicode.Scalar)? {
    switch kind {
    case .mention: ("{", "}")
    case .timex: ("<", ">")
    case .claim, .event: nil
    }
  }
}

/// The article in the reader, broken into lines, with its marks. Derived from article and width.
public struct Reading: Hashable, Sendable {
  /// The article.
  public var article: AnnotatedArticle
  /// The columns that the text takes.
  public var width: Int
  /// Whether furniture is among the lines.
  public var showsFurniture: Bool
  /// Whether names and dates stand in brackets.
  public var showsBrackets: Bool
  /// The lines.
  public var lines: [FlowLine]
  /// The marks, by position; outer ones first.
  public var marks: [Mark]
  /// Where the content of claims stands, in order.
  public var claimSpans: [ByteSpan]

  /// Breaks `article` into lines. Cost: one pass over the text.
  public init(
    article: AnnotatedArticle, width: Int, showsFurniture: Bool, showsBrackets: Bool = false
  ) {
    self.article = article
    self.width = width
    self.showsFurniture = showsFurniture
    self.showsBrackets = showsBrackets
    marks = Self.marks(of: article)
    lines = TextFlow.lines(
      of: article.article, width: width, showsFurniture: showsFurniture,
      insertions: showsBrackets ? Self.brackets(around: marks) : TextFlow.Insertions())
    claimSpans = article.claims.flatMap(\.content).sorted()
  }

  private static func brackets(around marks: [Mark]) -> TextFlow.Insertions {
    var insertions = TextFlow.Insertions()
    for mark in marks where mark.brackets != nil {
      insertions.before[Int(mark.span.lower), default: 0] += 1
      insertions.after[Int(mark.span.upper), default: 0] += 1
    }
    return insertions
  }

  private static func marks(of article: AnnotatedArticle) -> [Mark] {
    var marks: [Mark] = []
    for (index, mention) in article.mentions.enumerated() where mention.kind == .name {
      marks.append(Mark(span: mention.span, kind: .mention(index)))
    }
    for (index, timex) in article.timexes.enumerated() {
      marks.append(Mark(span: timex.span, kind: .timex(index)))
    }
    for (index, claim) in article.claims.enumerated() {
      if let span = claim.cue.first ?? claim.content.first {
        marks.append(Mark(span: span, kind: .claim(index)))
      }
    }
    for (index, event) in article.events.enumerated() {
      marks.append(Mark(span: event.trigger, kind: .event(index)))
    }
    // A stable order for marks on the same words: sorting must not depend on the sort's whim.
    return marks.enumerated().sorted { left, right in
      left.element.span != right.element.span
        ? left.element.span < right.element.span : left.offset < right.offset
    }.map(\.element)
  }

  /// The index of the line that holds the byte at `offset`, or the last one before it.
  /// Cost: a binary search.
  public func line(at offset: Int) -> Int {
    max(0, lines.partitioningIndex { Int($0.span.lower) > offset } - 1)
  }
}
