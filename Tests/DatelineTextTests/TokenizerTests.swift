import DatelineText
import Testing

@Suite struct TokenizerTests {
  /// The tokens of `text` with a bar between them.
  private func cut(_ text: String) -> String {
    let source = SourceText(text)
    return Tokenizer.tokens(of: source, in: source.span).map { source[$0.span] }
      .joined(separator: "|")
  }

  @Test(
    arguments: [
      ("I don't, won’t and can't.", "I|do|n't|,|wo|n’t|and|ca|n't|."),
      ("Pakistan's and Pakistan’s men's", "Pakistan|'s|and|Pakistan|’s|men|'s"),
      ("the soldiers' and Taliban’ base", "the|soldiers|'|and|Taliban|’|base"),
      ("we've it'll I'm they're he'd", "we|'ve|it|'ll|I|'m|they|'re|he|'d"),
      ("they cannot", "they|can|not"),
    ])
  func `Clitics stand alone`(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test(
    arguments: [
      ("O'Reilly, Sha'lan, Ba'athists", "O'Reilly|,|Sha'lan|,|Ba'athists"),
      ("at five o'clock", "at|five|o'clock"),
      ("the '90s", "the|'90s"),
    ])
  func `An apostrophe inside a name stays`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(
    arguments: [
      ("Pashtun-dominated", "Pashtun|-|dominated"), ("al-Qaeda", "al|-|Qaeda"),
      ("a 1,600-mile border", "a|1,600|-|mile|border"),
      ("re-elected non-profit mid-August", "re-elected|non-profit|mid-August"),
      ("war—in which", "war|—|in|which"), ("Pakistan–China", "Pakistan|–|China"),
      ("it -- well", "it|--|well"), ("2025-10-09", "2025-10-09"), ("3-4 won", "3|-|4|won"),
      ("2010-11", "2010|-|11"), ("713-853-3989", "713-853-3989"),
    ])
  func `Hyphens and dashes are cut as in the English Web Treebank`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(
    arguments: [
      ("Lt. Gen. J. Smith of the U.S.", "Lt.|Gen.|J.|Smith|of|the|U.S."),
      ("at 5 p.m., e.g. now etc.", "at|5|p.m.|,|e.g.|now|etc."),
      ("No. 5, he said no.", "No.|5|,|he|said|no|."), ("Oct. 9", "Oct.|9"),
      ("So did I.", "So|did|I|."), ("Ph.D. students", "Ph.D.|students"),
      ("a fig. 2 and a fig.", "a|fig.|2|and|a|fig|."),
    ])
  func `Abbreviations and initials keep their full stop`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(
    arguments: [
      ("3.5 percent, 1,600.", "3.5|percent|,|1,600|."), ("$5.2bn and €100", "$|5.2bn|and|€|100"),
      ("9/11 at 10:30", "9/11|at|10:30"), ("5pm or 10 a.m.", "5|pm|or|10|a.m."),
      ("the 1980s, 20th", "the|1980s|,|20th"), ("58% of 23", "58|%|of|23"),
      ("and/or", "and|/|or"), ("AT&T, R&D", "AT&T|,|R&D"),
    ])
  func `Numbers keep their inner marks`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(
    arguments: [
      ("\u{201C}But this,\u{201D} he said.", "\u{201C}|But|this|,|\u{201D}|he|said|."),
      ("\"It's over,\" (he) said...", "\"|It|'s|over|,|\"|(|he|)|said|..."),
      ("'Never' [sic]", "'|Never|'|[|sic|]"), ("Wait… what?!", "Wait|…|what|?!"),
      ("`` We ca n't , '' -LRB- he -RRB- said .", "``|We|ca|n't|,|''|-LRB-|he|-RRB-|said|."),
      ("Pakistan 's U.S. envoy", "Pakistan|'s|U.S.|envoy"),
    ])
  func `Quotes, brackets and ellipses are cut off`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(
    arguments: [
      ("see https://a.org/b-c?d=1.", "see|https://a.org/b-c?d=1|."),
      ("(mail joe.smith@post.org)", "(|mail|joe.smith@post.org|)"),
      ("www.wsws.org, now", "www.wsws.org|,|now"), ("dateline.org", "dateline.org"),
      ("It ended.The rest", "It|ended|.|The|rest"),
    ])
  func `Links and addresses stay whole`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(arguments: ["", " \n\t", "\u{0}\u{1}", "\u{FEFF}\u{200B}\u{A0}"])
  func `White space and control characters give no token`(text: String) {
    #expect(cut(text).isEmpty)
  }

  @Test func `Tokens cover every visible byte of hostile text once and in order`() {
    let pieces = [
      "-", "'", ".", "a", "5", "\u{2019}", "é", "\u{1F600}", "-LRB-", "@", "://", "n't",
    ]
    var state: UInt64 = 7
    for length in [1, 3, 10, 200] {
      for _ in 0..<200 {
        var text = ""
        for _ in 0..<length {
          state = state &* 6_364_136_223_846_793_005 &+ 1
          text += pieces[Int(state >> 33) % pieces.count]
        }
        let source = SourceText(text)
        let tokens = Tokenizer.tokens(of: source, in: source.span)
        #expect(tokens.map { source[$0.span] }.joined() == text)
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.upper <= $1.span.lower })
      }
    }
  }
}
