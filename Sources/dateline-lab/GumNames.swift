import DatelineText

/// Reads the names of GUM (Zeldes 2017), which annotates every mention of an entity, with its type, in
/// CoNLL-U: a mention whose head is a proper noun holds a name.
struct GumNames {
  /// A word that may be part of a name of any type, or of none.
  static let open = "?"

  private struct Word {
    var text: String
    var tag: String
    var head: Int
    var entities: String
  }

  private var documents: [[ColumnCorpus.Sentence]] = []
  private var words: [Word] = []

  /// The documents of the file at `path`, packed with gzip, which must then be installed.
  static func documents(path: String) throws -> [[ColumnCorpus.Sentence]] {
    var reader = GumNames()
    let text = String(decoding: try LabFile.unpacked(path, with: "gzip"), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(line)
    }
    reader.endSentence()
    return reader.documents.filter { !$0.isEmpty }
  }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("# newdoc") { documents.append([]) }
    if line.isEmpty { return endSentence() }
    let fields = line.split(separator: "\t")
    guard fields.count >= 10, Int(fields[0]) != nil else { return }
    let entities = fields[9].split(separator: "|").first { $0.hasPrefix("Entity=") }
    words.append(
      Word(
        text: String(fields[1]), tag: String(fields[4]), head: Int(fields[6]) ?? 0,
        entities: String(entities?.dropFirst(7) ?? "")))
  }

  private mutating func endSentence() {
    guard !words.isEmpty, !documents.isEmpty else { return }
    var tags = words.map { word in
      let isName = word.tag.hasPrefix("NNP") || word.tag.hasPrefix("JJ") && Self.isCapital(word)
      return isName ? Self.open : "O"
    }
    var isTaken = Array(repeating: false, count: words.count)
    let names = mentions().compactMap { name(in: $0.range, $0.type) }
      .sorted { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
    for name in names where !name.range.contains(where: { isTaken[$0] }) {
      for index in name.range {
        isTaken[index] = true
        let prefix = index == name.range.lowerBound ? "B-" : "I-"
        tags[index] = name.type.map { prefix + $0 } ?? "O"
      }
    }
    documents[documents.count - 1].append(
      ColumnCorpus.Sentence(words: words.map(\.text), tags: tags))
    words = []
  }

  private static func isCapital(_ word: Word) -> Bool { word.text.first?.isUppercase == true }

  /// The mentions of the sentence, with their types as GUM calls them.
  private func mentions() -> [(range: Range<Int>, type: Substring)] {
    var result: [(range: Range<Int>, type: Substring)] = []
    var opened: [(start: Int, id: Substring, type: Substring)] = []
    for (index, word) in words.enumerated() {
      var rest = word.entities[...]
      while let mark = rest.first {
        if mark == "(" {
          let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
          let parts = body.split(separator: "-")
          if parts.count >= 2 { opened.append((index, parts[0], parts[1])) }
          rest = rest[body.endIndex...]
          if rest.first == ")" {
            rest = rest.dropFirst()
            if let last = opened.popLast() { result.append((last.start..<(index + 1), last.type)) }
          }
        } else {
          let id = rest.prefix { $0 != ")" }
          rest = rest[id.endIndex...].dropFirst()
          if let place = opened.lastIndex(where: { $0.id == id }) {
            let last = opened.remove(at: place)
            result.append((last.start..<(index + 1), last.type))
          }
        }
      }
    }
    return result
  }

  /// The name in a mention: the proper nouns around its head, and those that "of" joins to them. Its
  /// type is nil where the name is a date.
  private func name(in range: Range<Int>, _ type: Substring) -> (range: Range<Int>, type: String?)?
  {
    guard
      let head = range.first(where: { !range.contains(words[$0].head - 1) }),
      words[head].tag.hasPrefix("NNP")
    else { return nil }
    let isPerson = type == "person"
    func isPart(_ index: Int) -> Bool {
      words[index].tag.hasPrefix("NNP")
        || !isPerson && words[index].tag.hasPrefix("JJ") && Self.isCapital(words[index])
    }
    func isJoint(_ index: Int) -> Bool {
      !isPerson && ["of", "the", "for", "&", "-"].contains(words[index].text)
        || words[index].text == "-"
    }
    var lower = head
    while lower > range.lowerBound, isPart(lower - 1) { lower -= 1 }
    var upper = head + 1
    var ahead = upper
    while ahead < range.upperBound, isPart(ahead) || isJoint(ahead), ahead - upper < 3 {
      ahead += 1
      if isPart(ahead - 1) { upper = ahead }
    }
    if isPerson { while lower < head, Self.isTitle(words[lower].text) { lower += 1 } }
    return (lower..<upper, Self.types[type] ?? (type == "time" ? nil : "MISC"))
  }

  private static func isTitle(_ word: String) -> Bool {
    let classes = NameLexicon.embedded.classes(of: word)
    return !classes.isDisjoint(with: [.honorific, .office, .officeModifier])
      && classes.isDisjoint(with: [.given])
  }

  private static let types: [Substring: String] = [
    "person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT",
  ]
}
