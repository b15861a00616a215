import DatelineText

/// Finds what the rules for lemmas must be told: the exceptions, and what verb stems need by their
/// ending.
struct LemmaTrainer {
  /// The lines of `lexicon/lemma.tsv`.
  private(set) var lines: [String] = []
  private var counts: [Key: [String: Int]] = [:]

  /// A word in one class and form.
  private struct Key: Hashable, Comparable {
    let form: String
    let group: String
    let tag: UInt8

    static func < (left: Key, right: Key) -> Bool {
      (left.group, left.form, left.tag) < (right.group, right.form, right.tag)
    }
  }

  /// - Parameter irregular: lines of base form, past and past participle, or of singular and plural.
  init(_ treebank: Treebank, irregular: String) {
    for (index, word) in treebank.words.enumerated() {
      add(treebank.text[treebank.tokens[index].span], word.tag, word.lemma, 1)
    }
    let repairs = learnRepairs()
    for line in irregular.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count == 2 { add(fields[1], TagSet.label(.noun, .plural), fields[0], 5) }
      guard fields.count == 3 else { continue }
      add(fields[1], TagSet.label(.verb, .past), fields[0], 5)
      add(fields[2], TagSet.label(.verb, .pastParticiple), fields[0], 5)
    }
    lines = exceptions() + repairs
  }

  private mutating func add(_ form: String, _ tag: UInt8, _ lemma: String, _ count: Int) {
    let part = TagSet.pairs[Int(tag)].partOfSpeech
    guard part != .properNoun, part != .punctuation, part != .symbol, part != .other,
      form.utf8.allSatisfy({ $0 &- 0x41 < 26 || $0 &- 0x61 < 26 || $0 == 0x27 })
    else { return }
    let key = Key(form: form.lowercased(), group: Lemma.group(part), tag: tag)
    counts[key, default: [:]][lemma.lowercased(), default: 0] += count
  }

  private func best(_ lemmas: [String: Int]) -> (lemma: String, count: Int) {
    let best = lemmas.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return (best?.key ?? "", best?.value ?? 0)
  }

  /// For each ending of a stem what most verbs need, where a longer ending differs from a shorter.
  private func learnRepairs() -> [String] {
    var votes: [String: [String: Int]] = [:]
    for (key, lemmas) in counts where key.group == Lemma.group(.verb) {
      let lemma = best(lemmas).lemma
      let cut = key.form.hasSuffix("ed") ? 2 : key.form.hasSuffix("ing") ? 3 : 0
      let stem = String(key.form.dropLast(cut))
      guard cut > 0, stem.count > 1, let repair = Self.repair(stem, lemma) else { continue }
      for length in 1...4 where length <= stem.count {
        votes[String(stem.suffix(length)), default: [:]][repair, default: 0] += 1
      }
    }
    let chosen = votes.mapValues { best($0).lemma }
    return chosen.keys.sorted().compactMap { ending in
      let shorter = (1..<ending.count).reversed().lazy
        .compactMap { chosen[String(ending.suffix($0))] }.first
      let count = votes[ending]?.values.reduce(0, +) ?? 0
      guard let repair = chosen[ending], repair != shorter ?? "", count > 1 || ending.count > 2
      else { return nil }
      return "stem\t\(ending)\t\(repair)"
    }
  }

  private static func repair(_ stem: String, _ lemma: String) -> String? {
    if lemma == stem { return "" }
    if lemma == stem + "e" { return "e" }
    return lemma == stem.dropLast() ? "-" : nil
  }

  /// The words that were seen twice with a lemma, of which the rules make another.
  private func exceptions() -> [String] {
    var lines: [String] = []
    for key in counts.keys.sorted() {
      let (lemma, count) = best(counts[key] ?? [:])
      guard count > 1, Self.byRule(key.form, key.tag) != lemma, lemma.utf8.allSatisfy({ $0 < 0x80 })
      else { continue }
      let line = "exception\t\(key.group)\t\(key.form)\t\(lemma)"
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  private static func byRule(_ form: String, _ tag: UInt8) -> String {
    let text = SourceText(form)
    let (part, shape) = TagSet.pairs[Int(tag)]
    return Lemma.ruled(
      Token(span: text.span), TokenSyntax(partOfSpeech: part, form: shape), in: text)
  }
}
