import DatelineText

extension ColumnCorpus.Document {
  /// The given words with the tags that their parts agree on. A word of which only a part is a name
  /// ("U.S.-led") is none.
  func rows(_ tags: [NameTag]) -> [String] {
    let words = sentences.flatMap(\.words)
    var merged = Array(repeating: NameTag.outside, count: words.count)
    var isSeen = Array(repeating: false, count: words.count)
    for (index, tag) in tags.enumerated() {
      let word = given[index]
      if !isSeen[word] {
        merged[word] = tag
        isSeen[word] = true
      } else if merged[word].type != tag.type || tag.isBegin {
        merged[word] = .outside
      }
    }
    for (index, text) in words.enumerated().dropLast()
    where text == "the" && merged[index].isBegin && merged[index + 1].isInside {
      if let type = merged[index].type { merged[index + 1] = .begin(type) }
      merged[index] = .outside
    }
    var rows: [String] = []
    var word = 0
    for sentence in sentences {
      var previous: NameTag?
      for text in sentence.words {
        var tag = merged[word]
        if let type = tag.type, !tag.mayFollow(previous) { tag = .begin(type) }
        rows.append("\(text)\t\(tag.name)")
        previous = tag
        word += 1
      }
      rows.append("")
    }
    return rows
  }
}
