import DatelineText
import Foundation

/// A treebank in memory: its words as one text, cut as the annotators cut it.
struct Treebank {
  /// What the annotators say of one word.
  struct Word {
    var tag: UInt8
    /// The head as `ParserState` numbers positions: from 1 within the sentence, the root last.
    var head: Int
    var relation: UInt8
    var lemma: String
  }

  /// All words with blanks between.
  private(set) var text = SourceText("")
  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []
  private(set) var words: [Word] = []
  /// The sentences as they were printed.
  private(set) var originals: [String] = []

  /// Reads `name` below `folder`: plain, or packed with xz, which must then be installed.
  init(folder: String, name: String) throws {
    let plain = folder + "/" + name
    let bytes =
      FileManager.default.fileExists(atPath: plain)
      ? try Data(contentsOf: URL(fileURLWithPath: plain))
      : try Data(LabFile.unpacked(plain + ".xz", with: "xz"))
    var reader = ConlluReader()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      reader.read(line)
    }
    reader.endSentence()
    text = SourceText(repairing: reader.bytes)
    (tokens, sentences, words) = (reader.tokens, reader.sentences, reader.words)
    originals = reader.originals
  }

  /// The sentences of `documents`, of which nothing is known yet. Very long ones are left out: most
  /// are lists.
  init(unlabelled documents: [ColumnCorpus.Document]) {
    var bytes: [UInt8] = []
    for document in documents {
      let first = bytes.count
      bytes += document.own.bytes
      bytes.append(UInt8(ascii: "\n"))
      for range in document.own.sentences where (3...70).contains(range.count) {
        let spans = document.own.spans[range].map {
          ByteSpan($0.lowerBound + first, $0.upperBound + first)
        }
        let start = tokens.count
        tokens += spans.map { Token(span: $0) }
        sentences.append(
          Sentence(
            span: spans[0].union(spans[spans.count - 1]), tokens: start..<tokens.count, block: 0))
      }
    }
    text = SourceText(repairing: bytes)
    let unknown = TagSet.label(.other, .none)
    words = tokens.map { _ in Word(tag: unknown, head: 0, relation: 0, lemma: "") }
    originals = sentences.map { text[$0.span] }
  }

  /// Takes the tags of `lessons`, one for each sentence, for those of its words.
  mutating func takeTags(of lessons: [NetworkLesson]) {
    for (sentence, lesson) in zip(sentences, lessons) {
      for (index, tag) in zip(sentence.tokens, lesson.tags.dropFirst()) {
        words[index].tag = UInt8(tag)
      }
    }
  }

  /// The words of each sentence as the tagger sees them; without a vocabulary, every word is known.
  func sentenceWords(_ vocabulary: Vocabulary?) -> [SentenceWords] {
    sentences.map {
      var words = SentenceWords()
      words.read(text.bytes, tokens[$0.tokens], vocabulary)
      return words
    }
  }

  /// Adds the sentences of `other` after one's own.
  mutating func append(_ other: Treebank) {
    let shift = text.count
    text = SourceText(repairing: text.bytes + other.text.bytes)
    let first = tokens.count
    tokens += other.tokens.map {
      Token(span: ByteSpan(Int($0.span.lower) + shift, Int($0.span.upper) + shift))
    }
    sentences += other.sentences.map {
      Sentence(
        span: ByteSpan(Int($0.span.lower) + shift, Int($0.span.upper) + shift),
        tokens: ($0.tokens.lowerBound + first)..<($0.tokens.upperBound + first), block: 0)
    }
    words += other.words
    originals += other.originals
  }
}

/// Reads CoNLL-U line by line.
private struct ConlluReader {
  var bytes: [UInt8] = []
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var words: [Treebank.Word] = []
  var originals: [String] = []
  private var first = 0
  private var original = ""
  private let parts = Dictionary(
    uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.name, $0) })
  private let forms: [String: WordForm] = [
    "VB": .base, "VBP": .present, "VBZ": .present, "VBD": .past, "VBN": .pastParticiple,
    "VBG": .gerund, "MD": .modal, "NNS": .plural, "NNPS": .plural, "POS": .possessive,
  ]

  mutating func read(_ line: Data) {
    let comment = Data("# text = ".utf8)
    if line.isEmpty { return endSentence() }
    if line.starts(with: comment) {
      original = String(decoding: line.dropFirst(comment.count), as: UTF8.self)
    }
    let fields = line.split(separator: UInt8(ascii: "\t")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count >= 8, Int(fields[0]) != nil else { return }
    tokens.append(Token(span: ByteSpan(bytes.count, bytes.count + fields[1].utf8.count)))
    bytes.append(contentsOf: fields[1].utf8)
    bytes.append(UInt8(ascii: " "))
    words.append(
      Treebank.Word(
        tag: TagSet.label(parts[fields[3]] ?? .other, forms[fields[4]] ?? .none),
        head: Int(fields[6]) ?? 0,
        relation: RelationSet.number(of: DependencyRelation(rawValue: fields[7]) ?? .dep),
        lemma: fields[2]))
  }

  mutating func endSentence() {
    guard first < tokens.count else { return }
    for index in first..<tokens.count where words[index].head == 0 {
      words[index].head = tokens.count - first + 1
    }
    sentences.append(
      Sentence(
        span: tokens[first].span.union(tokens[tokens.count - 1].span), tokens: first..<tokens.count,
        block: 0))
    originals.append(original)
    first = tokens.count
  }
}
