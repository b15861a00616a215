import DatelineText

/// Reads WordNet's files: what kind of thing a word means, and names that it holds.
struct WordNetLists {
  /// The lexicographer files that tell something of the names beside a word, in the order of the bits
  /// of `WordKinds`.
  static let kinds: [(number: Int, name: String)] = [
    (4, "noun.act"), (5, "noun.animal"), (6, "noun.artifact"), (7, "noun.attribute"),
    (8, "noun.body"), (9, "noun.cognition"), (10, "noun.communication"), (11, "noun.event"),
    (12, "noun.feeling"), (13, "noun.food"), (14, "noun.group"), (15, "noun.location"),
    (17, "noun.object"), (18, "noun.person"), (19, "noun.phenomenon"), (20, "noun.plant"),
    (21, "noun.possession"), (22, "noun.process"), (23, "noun.quantity"), (24, "noun.relation"),
    (26, "noun.state"), (27, "noun.substance"), (28, "noun.time"), (31, "verb.cognition"),
    (32, "verb.communication"), (33, "verb.competition"), (35, "verb.contact"),
    (36, "verb.creation"), (38, "verb.motion"), (40, "verb.possession"), (41, "verb.social"),
    (42, "verb.stative"),
  ]

  /// One set of synonyms of `data.noun`.
  private struct Synset {
    var file: Int
    var words: [String]
    /// The sets that it is an instance of.
    var classes: [Substring]
  }

  private let folder: String
  private var synsets: [Substring: Synset] = [:]
  private var order: [Substring] = []

  /// Reads the nouns in `folder`, which holds the database files of WordNet 3.0.
  init(folder: String) throws {
    self.folder = folder
    for line in try LabFile.lines("\(folder)/data.noun") where !line.hasPrefix(" ") {
      let fields = line.prefix { $0 != "|" }.split(separator: " ")
      guard fields.count > 4, let file = Int(fields[1]), let count = Int(fields[3], radix: 16)
      else { continue }
      let words = (0..<count).map {
        fields[4 + 2 * $0].split(separator: "_").joined(separator: " ")
      }
      let classes = fields.indices.dropLast().filter { fields[$0] == "@i" }.map { fields[$0 + 1] }
      synsets[fields[0]] = Synset(file: file, words: words, classes: classes)
      order.append(fields[0])
    }
  }

  /// One row for each kind, with the words that mostly mean it: those counted in sense-tagged text,
  /// and of the others those in `known`.
  func kindRows(known: Set<String>) throws -> [String] {
    var counts: [String: [Int: Int]] = [:]
    for line in try LabFile.lines("\(folder)/cntlist.rev") {
      let fields = line.split { $0 == " " || $0 == "%" || $0 == ":" }
      guard fields.count >= 5, let file = Int(fields[2]), let count = Int(fields[fields.count - 1])
      else { continue }
      counts[String(fields[0]), default: [:]][file, default: 0] += count
    }
    var kindOf = counts.compactMapValues { tally in
      tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    }
    for line in try LabFile.lines("\(folder)/index.noun") where !line.hasPrefix(" ") {
      let fields = line.split(separator: " ")
      guard fields.count > 4, let senses = Int(fields[2]), fields.count > senses,
        known.contains(String(fields[0])), kindOf[String(fields[0])] == nil
      else { continue }
      kindOf[String(fields[0])] = synsets[fields[fields.count - senses]]?.file
    }
    let words = kindOf.filter { word, _ in
      word.utf8.count >= 3 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    return ["#kind (lexicographer file of WordNet 3.0)\twords"]
      + Self.kinds.map { kind in
        let list = words.filter { $0.value == kind.number }.map(\.key).sorted()
        return kind.name + "\t" + list.joined(separator: "|")
      }
  }

  /// Proper names but for words that are `common` too: L for waters, mountains, regions and other
  /// places that are no towns; M for armed groups, O for other bodies; P for full names of people, S
  /// for surnames.
  func nameRows(common: Set<String>) -> [String] {
    var rows: Set<String> = []
    for offset in order {
      guard let synset = synsets[offset], !synset.classes.isEmpty else { continue }
      let classes = synset.classes.flatMap { synsets[$0]?.words ?? [] }
      for name in synset.words
      where name.first?.isUppercase == true && name.utf8.count > 3
        && !common.contains(name.lowercased())
      {
        guard let kind = Self.letter(synset.file, classes, name) else { continue }
        rows.insert("\(kind)\t\(name)")
      }
    }
    return ["#kind (L place, M armed group, O other body, P full name, S surname)\tname"]
      + rows.sorted()
  }

  private static func letter(_ file: Int, _ classes: [String], _ name: String) -> String? {
    let isFull = name.contains(" ")
    switch file {
    case 14: return classes.contains("terrorist organization") ? "M" : "O"
    case 15, 17:
      let stars = ["constellation", "star", "binary star", "planet", "sign of the zodiac"]
      let polities = ["city", "town", "capital", "state", "country", "village"]
      let last = classes.flatMap { $0.split(separator: " ").suffix(1).map(String.init) }
      return last.contains(where: { polities.contains($0) || stars.contains($0) })
        || classes.contains(where: { stars.contains($0) }) ? nil : "L"
    case 18:
      let invented = ["character", "deity", "being", "divinity", "Titan", "Muse"]
      guard !classes.contains(where: { name in invented.contains { name.hasSuffix($0) } }) else {
        return nil
      }
      return isFull ? (name.contains(" of ") ? nil : "P") : "S"
    default: return nil
    }
  }
}
