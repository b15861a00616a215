/// The templates of one kind of news, ready to be filled in.
///
/// The text has one template a line, "kind: words". In the words, "(a|b)" or "[a|b]" is one of
/// several, "<town>" a place, "<pm>" a person, "<pm.he>" a pronoun for one, "<n:killed>" a figure,
/// "<n:killed2>" one that contradicts it, "<on:-2>" the day two days before the event. A line
/// "number killed 3 64" gives the bounds of a figure.
struct NewsTemplate: Sendable {
  /// Templates by kind.
  private(set) var headlines: [[NewsPiece]] = []
  private(set) var leads: [[NewsPiece]] = []
  private(set) var bodies: [[NewsPiece]] = []
  private(set) var tops: [[NewsPiece]] = []
  private(set) var bottoms: [[NewsPiece]] = []
  /// The bounds of the figures; pieces hold indices.
  private(set) var bounds: [ClosedRange<Int>] = []
  private var keys: [String: Int] = [:]

  /// Reads the templates of `texts`, one after another.
  ///
  /// Traps on a template that makes no sense: the texts are part of the program.
  init(_ texts: String...) {
    let lines = texts.flatMap { $0.split(separator: "\n") }
    for line in lines where line.hasPrefix("number ") {
      let words = line.split(separator: " ")
      guard words.count == 4, let low = Int(words[2]), let high = Int(words[3]), low <= high else {
        preconditionFailure("no bounds: \(line)")
      }
      keys[String(words[1])] = bounds.count
      bounds.append(low...high)
    }
    for line in lines where !line.hasPrefix("number ") { add(line) }
  }

  private mutating func add(_ line: Substring) {
    guard let colon = line.firstIndex(of: ":") else { preconditionFailure("no kind: \(line)") }
    var rest = line[line.index(after: colon)...].drop { $0 == " " }
    let pieces = parse(&rest, until: nil)
    switch line[..<colon] {
    case "headline": headlines.append(pieces)
    case "lead": leads.append(pieces)
    case "body": bodies.append(pieces)
    case "top": tops.append(pieces)
    case "bottom": bottoms.append(pieces)
    default: preconditionFailure("unknown kind: \(line)")
    }
  }

  /// Reads pieces up to `end` or a bar, or to the end of the line.
  private func parse(_ text: inout Substring, until end: Character?) -> [NewsPiece] {
    var pieces: [NewsPiece] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(Array(literal.utf8))) }
      literal = ""
    }
    while let character = text.first {
      if let end, character == end || character == "|" { break }
      text.removeFirst()
      switch character {
      case "<":
        flush()
        pieces.append(slot(text.prefix { $0 != ">" }))
        text = text.drop { $0 != ">" }.dropFirst()
      case "(", "[":
        if let choice = parseChoice(&text, end: character == "(" ? ")" : "]") {
          flush()
          pieces.append(.choice(choice))
        } else {
          literal.append(character)
        }
      default: literal.append(character)
      }
    }
    flush()
    return pieces
  }

  /// Reads alternatives up to `end`; nil, with nothing read, where there is no bar.
  private func parseChoice(_ text: inout Substring, end: Character) -> [[NewsPiece]]? {
    var rest = text
    var alternatives = [parse(&rest, until: end)]
    while rest.first == "|" {
      rest.removeFirst()
      alternatives.append(parse(&rest, until: end))
    }
    guard alternatives.count > 1 else { return nil }
    text = rest.dropFirst()
    return alternatives
  }

  private func slot(_ text: Substring) -> NewsPiece {
    if let place = NewsPlace(rawValue: String(text)) { return .place(place) }
    let parts = text.split(separator: ".", maxSplits: 1)
    let form = parts.count > 1 ? String(parts[1]) : ""
    if let role = NewsRole(rawValue: String(parts[0])),
      let reference = NewsReference(rawValue: form)
    {
      return .person(role, reference)
    }
    let pair = text.split(separator: ":")
    precondition(pair.count == 2, "unknown slot: \(text)")
    let number = Int(pair[1])
    switch (pair[0], number) {
    case ("n", _): return figure(pair[1])
    case ("on", let days?): return .on(days)
    case ("day", let days?): return .day(days)
    case ("weekday", let days?): return .weekday(days)
    case ("month", let months?): return .month(months)
    case ("year", let years?): return .year(years)
    default: preconditionFailure("unknown slot: \(text)")
    }
  }

  private func figure(_ name: Substring) -> NewsPiece {
    let variant = name.last?.wholeNumberValue
    guard let key = keys[String(variant == nil ? name : name.dropLast())] else {
      preconditionFailure("unknown figure: \(name)")
    }
    return .number(key: key, variant: variant ?? 1)
  }
}
