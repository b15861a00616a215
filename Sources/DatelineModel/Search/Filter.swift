public import DatelineText

/// What is shown: the one filter language of the browser and the command line, as a value.
///
/// `words "a phrase" prefix* ent:name type:kind src:name date:range status:word tag:word lang:tag`, joined by
/// AND (the default), OR and NOT or a minus sign, with round brackets.
public indirect enum Filter: Hashable, Sendable {
  /// Hides nothing.
  case everything
  /// A whole word, folded.
  case word(String)
  /// The beginning of a word, folded.
  case prefix(String)
  /// Words in sequence, folded, with one blank between them.
  case phrase(String)
  /// An entity one of whose names has a word that begins like this; folded.
  case entity(String)
  /// A type or kind that begins like this: of events, claims, relations, entities, or of what a
  /// claim counts ("cas"); folded.
  case type(String)
  /// A source, byline or file name that holds this; folded.
  case source(String)
  /// An article in this language, by its BCP 47 tag; folded.
  case language(String)
  /// When it was.
  case date(DateCondition)
  /// How far it is asserted, and how well it is supported.
  case status(StatusCondition)
  /// A tag that the user gave; folded.
  case tag(String)
  /// What the other filter hides.
  case not(Filter)
  /// What all of them show.
  case and([Filter])
  /// What any of them shows.
  case or([Filter])

  /// What `date:` asks for.
  public enum DateCondition: Hashable, Sendable {
    /// Undated.
    case none
    /// Dated by inference: from other dates, or from other articles.
    case inferred
    /// Some day of the interval.
    case within(DayInterval)
    /// Some day between two days of a year that the corpus decides.
    case yearless(from: MonthDay, to: MonthDay)
  }

  /// A day of a month, without a year.
  public struct MonthDay: Hashable, Sendable, Comparable {
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int

    /// Makes a day of a month.
    public init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }

    /// Orders within a year.
    public static func < (left: MonthDay, right: MonthDay) -> Bool {
      (left.month, left.day) < (right.month, right.day)
    }
  }

  /// What `status:` asks for.
  public enum StatusCondition: Hashable, Sendable {
    /// Asserted in this way.
    case fact(FactStatus)
    /// Rests on one independent source.
    case single
    /// Takes part in a conflict or tension.
    case conflict
    /// Added or changed since the user was here before.
    case new
    /// Is a copy of another article.
    case copy
    /// Was marked by the user.
    case marked
  }

  /// Whether it hides nothing.
  public var isEverything: Bool { self == .everything }
}

/// Why a query is not a filter.
public struct FilterError: Error, Hashable, Sendable {
  /// The ways to fail.
  public enum Reason: Hashable, Sendable {
    /// A quotation mark is not closed.
    case unclosedQuote
    /// A bracket is not closed.
    case unclosedBracket
    /// A closing bracket has no opening one.
    case unexpectedBracket
    /// AND, OR, NOT or a minus sign has nothing to work on.
    case missingOperand(String)
    /// The field is none of ours.
    case unknownField(String)
    /// Nothing follows the colon of the field.
    case emptyValue(field: String)
    /// The value is not a date or a range of dates.
    case badDate(String)
    /// The value is no type or kind.
    case unknownType(String)
    /// The value is no status.
    case unknownStatus(String)
  }

  /// What is wrong.
  public var reason: Reason
  /// Where in the query, as a byte offset.
  public var offset: Int

  /// Makes an error.
  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What is wrong and what would be right, in one line.
  public var message: String {
    switch reason {
    case .unclosedQuote: "the quotation mark is not closed"
    case .unclosedBracket: "the bracket is not closed"
    case .unexpectedBracket: "this bracket closes nothing"
    case .missingOperand(let word): "\(word) needs something to work on"
    case .unknownField(let field):
      "there is no field \(field): (ent: type: src: date: status: tag: lang:)"
    case .emptyValue(let field): "\(field): needs a value"
    case .badDate(let value):
      "\"\(value)\" is not a date (2025-10-09, 2025-10, 9oct, 9-19oct, A..B, none, inferred)"
    case .unknownType(let value): "there is no type or kind \"\(value)\""
    case .unknownStatus(let value):
      "there is no status \"\(value)\" (stated attributed denied unconfirmed planned "
        + "hypothetical single conflict copy marked)"
    }
  }
}
