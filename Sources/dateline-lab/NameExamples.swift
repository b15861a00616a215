import DatelineText

/// Turns documents into examples, and features into rows of weights.
struct NameExamples {
  /// The examples, in order of the corpora.
  private(set) var examples: [NameTrainer.Example] = []
  /// The hash of each row.
  private(set) var hashes: [UInt64] = []
  private var rows: [UInt64: UInt32] = [:]

  /// Adds the sentences of a document, as text of the kind `genre`, whose tokens may bear the tags
  /// `allowed`.
  mutating func add(_ document: NameDocument, allowed: [[UInt16]], genre: NameGenre) {
    let features = NameFeatures(document, genre: genre)
    for (number, sentence) in document.sentences.enumerated() {
      var example = NameTrainer.Example(features: [], allowed: allowed[number])
      for index in sentence {
        var list: [UInt32] = []
        features.forEach(index, inSentence: number) { list.append(row($0)) }
        example.features.append(list)
      }
      examples.append(example)
    }
  }

  /// Adds groups of six sentences of a document as examples of its kind.
  mutating func addKinds(of document: ColumnCorpus.Document, genre: NameGenre) {
    let sentences = document.own.sentences
    for start in stride(from: 0, to: sentences.count, by: 6) {
      let last = sentences[min(start + 6, sentences.count) - 1]
      var list: [UInt32] = []
      NameGenre.forEachFeature(
        of: document.own.tokens[sentences[start].lowerBound..<last.upperBound]
      ) { list.append(row($0)) }
      examples.append(
        NameTrainer.Example(features: [list], allowed: [1 << UInt16(genre.tag.rawValue)]))
    }
  }

  /// Forgets the features of the examples that are not in `kept`.
  mutating func keep(_ kept: Set<UInt64>) {
    let isKept = hashes.map { kept.contains($0) }
    for index in examples.indices {
      for token in examples[index].features.indices {
        examples[index].features[token].removeAll { !isKept[Int($0)] }
      }
    }
  }

  private mutating func row(_ hash: UInt64) -> UInt32 {
    if let row = rows[hash] { return row }
    let row = UInt32(hashes.count)
    rows[hash] = row
    hashes.append(hash)
    return row
  }
}
