import DatelineText

/// A corpus of tokens and tags in columns, cut into documents.
struct ColumnCorpus {
  /// One sentence as the file gives it.
  struct Sentence {
    var words: [String]
    var tags: [String]
  }

  /// One document: its sentences as given, and the same in the program's own tokens.
  struct Document {
    var sentences: [Sentence]
    /// The program's own tokens.
    var own: NameDocument
    /// For each own token, the given token that it is part of, counted over the document.
    var given: [Int]
  }

  /// The documents in order.
  var documents: [Document]
  /// Where the file marks a document, as the number of a document in `documents`.
  var marks: Set<Int>

  /// Reads the file at `path`. Text without document marks is cut every `length` sentences.
  init(path: String, length: Int = 30) throws {
    var current: [Sentence] = []
    var sentence = Sentence(words: [], tags: [])
    documents = []
    marks = []
    func endSentence() {
      if !sentence.words.isEmpty { current.append(sentence) }
      sentence = Sentence(words: [], tags: [])
    }
    var groups: [[Sentence]] = []
    var isMarked = false
    for line in try LabFile.lines(path) {
      if line.hasPrefix("-DOCSTART-") {
        endSentence()
        if !current.isEmpty { groups.append(current) }
        current = []
        isMarked = true
        marks.insert(groups.count)
      } else if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
        endSentence()
        if !isMarked && current.count >= length {
          groups.append(current)
          current = []
        }
      } else {
        let columns = line.split(separator: line.contains("\t") ? "\t" : " ")
        sentence.words.append(String(columns[0]))
        sentence.tags.append(columns.count > 1 ? String(columns[columns.count - 1]) : "O")
      }
    }
    endSentence()
    if !current.isEmpty { groups.append(current) }
    documents = groups.map(ColumnCorpus.document)
  }

  /// Makes a corpus of documents that another reader found, each marked.
  init(documents: [[Sentence]]) {
    self.documents = documents.map(ColumnCorpus.document)
    marks = Set(documents.indices)
  }

  /// Cuts the words of `sentences` again, the program's way.
  private static func document(_ sentences: [Sentence]) -> Document {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var bounds: [Range<Int>] = []
    for sentence in sentences {
      let lower = bytes.count
      for word in sentence.words {
        starts.append(bytes.count)
        bytes += Array(word.utf8)
        bytes.append(0x20)
      }
      bounds.append(lower..<bytes.count)
    }
    let text = SourceText(repairing: bytes)
    var spans: [Range<Int>] = []
    var ranges: [Range<Int>] = []
    for bound in bounds {
      let first = spans.count
      spans += Tokenizer.tokens(of: text, in: ByteSpan(bound.lowerBound, bound.upperBound))
        .map(\.span.range)
      ranges.append(first..<spans.count)
    }
    var given: [Int] = []
    var word = 0
    for span in spans {
      while word + 1 < starts.count, starts[word + 1] <= span.lowerBound { word += 1 }
      given.append(word)
    }
    return Document(
      sentences: sentences,
      own: NameDocument(bytes: text.bytes, spans: spans, sentences: ranges), given: given)
  }
}
