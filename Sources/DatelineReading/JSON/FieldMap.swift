/// Which members of a JSON object hold what, by name, in order of trust.
///
/// A name may be a path with dots ("article.body"). Names are compared exactly.
public struct FieldMap: Hashable, Sendable {
  /// The parts of an article that a JSON object can hold.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case id, text, title, date, url, source, byline, section, language
  }

  private var names: [Field: [String]]

  /// The names in common use.
  public init() {
    names = [
      .id: ["id"],
      .text: ["text", "body", "content"],
      .title: ["title", "headline"],
      .date: ["date", "published", "time", "dct"],
      .url: ["url", "link"],
      .source: ["source"],
      .byline: ["byline", "author"],
      .section: ["section", "category"],
      .language: ["language", "lang"],
    ]
  }

  /// Why a mapping that the user gave is none.
  public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part that was not understood.
    public var part: String

    /// What is wrong and what is expected, in one plain sentence.
    public var description: String {
      "\"\(part)\" maps no field; write FIELD=NAME, where FIELD is one of "
        + Field.allCases.map(\.rawValue).joined(separator: ", ") + "."
    }
  }

  /// The common names with those of `mapping` put before them: "text=story,date=meta.when".
  public init(mapping: String) throws(MappingError) {
    self.init()
    for part in mapping.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let field = Field(rawValue: String(sides[0])) else {
        throw MappingError(part: String(part))
      }
      names[field, default: []].insert(String(sides[1]), at: 0)
    }
  }

  /// The names of `field`, the most trusted first.
  public func names(of field: Field) -> [String] { names[field] ?? [] }

  /// Adds the names that JSON Feed gives the parts of its items.
  mutating func addFeedNames() {
    let feed: [Field: [String]] = [
      .text: ["content_html", "content_text", "summary"],
      .date: ["date_published", "date_modified"],
      .byline: ["authors"], .url: ["external_url"], .section: ["tags"],
    ]
    for (field, added) in feed { names[field, default: []] += added }
  }

  /// The first member of `object` that holds `field` and is not null.
  func value(of field: Field, in object: JSONValue) -> JSONValue? {
    for name in names(of: field) {
      if let value = object.member(at: name), value != .null { return value }
    }
    return nil
  }
}

/// How files are read.
public struct ReadingOptions: Hashable, Sendable {
  /// Where JSON objects keep their parts.
  public var fields = FieldMap()
  /// The largest file that is read whole, in bytes. JSON Lines may be longer.
  public var fileLimit = 64 << 20
  /// The longest line of JSON Lines, in bytes.
  public var lineLimit = 16 << 20

  /// Makes the usual options.
  public init() {}
}
