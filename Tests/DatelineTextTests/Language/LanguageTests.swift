import DatelineText
import Testing

@Suite struct LanguageTests {
  private func article(_ text: String, language: String? = nil) -> Article {
    var article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    article.metadata.language = language
    return article
  }

  @Test func `one sentence tells its language, ninety-seven times of a hundred`() {
    let wrong = LanguageSentences.all.filter { sentence in
      LanguageIdentifier.language(of: sentence.text.utf8)?.language != sentence.language
    }
    let all = LanguageSentences.all.count
    #expect(Set(LanguageSentences.all.map(\.language)).count >= 30)
    #expect(wrong.count * 100 <= 3 * all, "\(wrong)")
  }

  @Test func `no English sentence passes for another language`() {
    let others = LanguageSentences.all.filter { $0.language == "en" }.filter {
      let found = ArticleLanguage.language(of: article($0.text))
      return found != nil && found != ArticleLanguage.english
    }
    #expect(others.isEmpty, "\(others)")
  }

  @Test(arguments: ["", "\n", "2025", "Kabul", "…", "\u{0}\u{0}", "A B C 1 2 3"])
  func `too little text says nothing`(text: String) {
    #expect(ArticleLanguage.language(of: article(text)) == nil)
  }

  @Test(arguments: [("de-AT", "de"), ("EN_us", "en"), ("pt-BR", "pt")])
  func `of too little text the container's word counts`(stated: String, language: String) {
    #expect(ArticleLanguage.language(of: article("Berlin.", language: stated)) == language)
  }

  @Test func `the text goes before what the container states`() {
    let text =
      "Die Regierung wies die Vorwürfe der Opposition am Montag zurück, sagte ein Sprecher."
    #expect(ArticleLanguage.language(of: article(text, language: "en")) == "de")
  }

  @Test func `an article of which a third is English is English`() {
    let text = """
      The government rejected the accusations of the opposition and promised an inquiry on Monday.

      El gobierno rechazó las acusaciones de la oposición y prometió una investigación el lunes.

      The talks between the two countries will go on in the capital, the ministry said.
      """
    #expect(ArticleLanguage.language(of: article(text)) == "en")
  }

  @Test func `nothing but dates in digits is taken from another language`() {
    let text = """
      El ministro Wang Yi viajó a Kabul el 09/10/2025 y volvió el 2025-10-12, según el Gobierno.

      Hasta mayo murieron en Sun City doce personas, informó Reuters. El acuerdo es del 13.4.2024.
      """
    let annotated = Annotator.annotate(article(text))
    #expect(annotated.language == "es")
    #expect(!annotated.isAnalyzed)
    #expect(annotated.timexes.map(\.value) == ["2025-10-09", "2025-10-12", "2024-04-13"])
    #expect(annotated.mentions.isEmpty)
    #expect(annotated.events.isEmpty)
    #expect(annotated.claims.isEmpty)
    #expect(annotated.sentences.count >= 2)
    #expect(annotated.syntax.count == annotated.tokens.count)
  }

  @Test func `setting its date leaves another language unread`() {
    let text = "Präsident Wang Yi reiste am Sonntag nach Kabul und traf dort die Regierung."
    let annotated = Annotator.annotate(article(text))
    let date = DocumentDate(
      interval: DayInterval(DayNumber(year: 2025, month: 10, day: 24)), basis: .user, evidence: "")
    let redated = Annotator.redate(annotated, to: date)
    #expect(redated.language == "de")
    #expect(redated.timexes.isEmpty)
    #expect(redated.events.isEmpty)
  }

  @Test func `hostile bytes have no language that costs time`() {
    let long = String(repeating: "ñ", count: 200_000)
    _ = LanguageIdentifier.language(of: Array(long.utf8).prefix(6001))
    #expect(ArticleLanguage.language(of: article(String(repeating: "x", count: 100_000))) != "zz")
    #expect(LanguageIdentifier.language(of: [0xFF, 0xFE, 0x80]) == nil)
  }
}
