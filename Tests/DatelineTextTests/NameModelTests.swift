import DatelineText
import Testing

@Suite struct NameModelTests {
  /// "Korvanta met Delin ." tagged without weights, where the network favours some tags.
  private func tags(told: [Int: NameTag]) -> [String] {
    let document = NameDocument(
      bytes: Array("Korvanta met Delin .".utf8), spans: [0..<8, 9..<12, 13..<18, 19..<20],
      sentences: [0..<4])
    var scores = [SIMD16<Int16>](repeating: .zero, count: 4)
    for (index, tag) in told { scores[index][Int(tag.rawValue)] = 512 }
    let nothing = NameWeights(UnsafeRawBufferPointer(start: nil, count: 0))
    return NameModel(weights: nothing)
      .tags(of: document, genre: .any, told: scores).map(\.name)
  }

  @Test func `Where the weights are silent, the network decides`() {
    #expect(tags(told: [0: .begin(1), 2: .begin(0)]) == ["B-ORG", "O", "B-PER", "O"])
    #expect(tags(told: [:]) == ["O", "O", "O", "O"])
  }

  @Test func `The network tells a person from a place`() {
    let text = SourceText("Angela Merkel flew to Paris .")
    let spans = [(0, 6), (7, 13), (14, 18), (19, 21), (22, 27), (28, 29)]
    let tokens = spans.map { Token(span: ByteSpan($0.0, $0.1)) }
    let sentence = Sentence(span: text.span, tokens: 0..<6, block: 0)
    let reading = SyntaxAnalyzer.analyze(
      text, tokens: tokens, sentences: [sentence], with: .embedded)
    let best = reading.names.map { scores in
      (0..<NameTag.count).max { scores[$0] < scores[$1] }.map { NameTag(rawValue: UInt8($0)).name }
    }
    #expect(best == ["B-PER", "I-PER", "O", "O", "B-LOC", "O"])
  }
}
