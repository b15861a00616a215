import DatelineText

/// Turns documents into examples, and features into rows of weights.
struct NameExamples {
  /// The examples, in order of the corpora.
  private(set) var examples: [NameTrainer.Example] = []
  /// The hash of each row.
  private(set) var hashes: [UInt64] = []
  private var rows: [UInt64: UInt32] = [:]

  /// Adds the sentences of a document.
  mutating func add(_ document: ColumnCorpus.Document, _ corpus: NameCorpus) {
    let features = NameFeatures(document.own)
    let allowed = corpus.allowed(document)
    for (number, sentence) in document.own.sentences.enumerated() {
      var example = NameTrainer.Example(features: [], allowed: allowed[number])
      for index in sentence {
        var list: [UInt32] = []
        features.forEach(index, inSentence: number) { list.append(row($0)) }
        example.features.append(list)
      }
      examples.append(example)
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
