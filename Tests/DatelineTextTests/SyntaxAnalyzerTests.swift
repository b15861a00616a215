import DatelineText
import Testing

@Suite struct SyntaxAnalyzerTests {
  private struct Parsed {
    let text: SourceText
    let tokens: [Token]
    let sentences: [Sentence]
    let syntax: [TokenSyntax]

    init(_ string: String) {
      text = SourceText(string)
      let article = Article(
        id: ArticleID("a"), text: text,
        blocks: text.count == 0 ? [] : [Block(kind: .paragraph, span: text.span)])
      (tokens, sentences) = SentenceSplitter.split(article)
      syntax = SyntaxAnalyzer.analyze(text, tokens: tokens, sentences: sentences)
    }

    /// "word<relation<head" for the first token that reads `word`.
    func arc(_ word: String) -> String {
      guard let index = tokens.firstIndex(where: { text[$0.span] == word }) else { return "none" }
      let head = syntax[index].head.map { text[tokens[$0].span] } ?? ""
      return "\(word)<\(syntax[index].relation.rawValue)<\(head)"
    }

    func tag(_ word: String) -> String {
      guard let index = tokens.firstIndex(where: { text[$0.span] == word }) else { return "none" }
      return "\(syntax[index].partOfSpeech.name) \(syntax[index].form)"
    }
  }

  /// A small gold set of news sentences, written for this test: each arc "word<relation<head".
  private static let gold: [(text: String, arcs: [String])] = [
    (
      "The army attacked the village on Monday.",
      [
        "army<nsubj<attacked", "attacked<root<", "village<obj<attacked", "Monday<obl<attacked",
        "on<case<Monday", "The<det<army", ".<punct<attacked",
      ]
    ),
    (
      "Five soldiers were killed by rebels in the north.",
      [
        "soldiers<nsubj:pass<killed", "were<aux:pass<killed", "rebels<obl:agent<killed",
        "Five<nummod<soldiers", "killed<root<", "by<case<rebels",
      ]
    ),
    (
      "The minister said that the talks had failed.",
      [
        "minister<nsubj<said", "failed<ccomp<said", "talks<nsubj<failed", "had<aux<failed",
        "that<mark<failed", "said<root<",
      ]
    ),
    (
      "Russia and Ukraine signed an agreement, but fighting continued.",
      [
        "Russia<nsubj<signed", "Ukraine<conj<Russia", "and<cc<Ukraine", "agreement<obj<signed",
        "continued<conj<signed", "but<cc<continued", "fighting<nsubj<continued",
      ]
    ),
    (
      "Pakistan\u{2019}s military wants to launch a new operation.",
      [
        "military<nsubj<wants", "Pakistan<nmod:poss<military", "\u{2019}s<case<Pakistan",
        "launch<xcomp<wants", "to<mark<launch", "operation<obj<launch", "new<amod<operation",
      ]
    ),
    (
      "\u{201C}We will not surrender,\u{201D} the president told reporters.",
      [
        "We<nsubj<surrender", "will<aux<surrender", "not<advmod<surrender",
        "president<nsubj<told", "reporters<obj<told",
      ]
    ),
    (
      "Protesters who had gathered in Cairo were arrested.",
      [
        "Protesters<nsubj:pass<arrested", "gathered<acl:relcl<Protesters", "who<nsubj<gathered",
        "Cairo<obl<gathered", "arrested<root<",
      ]
    ),
    (
      "Police found the body of a woman near the river.",
      [
        "Police<nsubj<found", "body<obj<found", "woman<nmod<body", "of<case<woman",
        "near<case<river",
      ]
    ),
  ]

  @Test func `News sentences are parsed, nearly all arcs as wanted`() {
    var wanted = 0
    var wrong: [String] = []
    for (text, arcs) in Self.gold {
      let parsed = Parsed(text)
      wanted += arcs.count
      wrong += arcs.filter { arc in
        parsed.arc(String(arc.prefix { $0 != "<" })) != arc
      }
    }
    #expect(wrong.count * 10 <= wanted, "wrong: \(wrong)")
  }

  @Test(
    arguments: [
      ("He attacked them.", "attacked", "VERB past"),
      ("It was attacked.", "attacked", "VERB pastParticiple"),
      ("The attack failed.", "attack", "NOUN none"), ("They will attack.", "will", "AUX modal"),
      ("They will attack.", "attack", "VERB base"),
      ("Rebels attack towns.", "towns", "NOUN plural"),
      ("Iran's army left.", "'s", "PART possessive"),
      ("Kabul fell quickly.", "Kabul", "PROPN none"),
      ("He is leaving now.", "leaving", "VERB gerund"), ("They say so.", "say", "VERB present"),
      ("It came , then left .", ",", "PUNCT none"),
      ("\u{201C}No.\u{201D}", "\u{201C}", "PUNCT none"),
    ])
  func `Words get their part of speech and form`(text: String, word: String, tag: String) {
    #expect(Parsed(text).tag(word) == tag)
  }

  @Test(
    arguments: [
      "", ".", "?! ...", "Yes", "\u{201C} \u{201D}", "a\u{0}b", "((((", "- - - -", "1 2 3 4",
      String(repeating: "and ", count: 3000), String(repeating: "( ", count: 1500),
      String(repeating: "\" a ", count: 1500),
    ])
  func `Every sentence becomes one tree`(text: String) {
    let parsed = Parsed(text)
    #expect(parsed.syntax.count == parsed.tokens.count)
    for sentence in parsed.sentences {
      let roots = sentence.tokens.filter { parsed.syntax[$0].head == nil }
      #expect(roots.count == 1)
      for token in sentence.tokens {
        var place = token
        var steps = 0
        while let head = parsed.syntax[place].head, steps <= sentence.tokens.count {
          #expect(sentence.tokens.contains(head))
          place = head
          steps += 1
        }
        #expect(place == roots.first)
      }
    }
  }

  @Test func `The same text gives the same trees, whatever stands around it`() {
    let text = "The army attacked the village. Police came."
    let alone = Parsed(text)
    let inside = Parsed("Nobody knew. " + text)
    #expect(
      Array(inside.syntax.suffix(alone.syntax.count)).map(\.relation)
        == alone.syntax.map(\.relation))
  }
}
