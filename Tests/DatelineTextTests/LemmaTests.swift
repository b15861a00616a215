import DatelineText
import Testing

@Suite struct LemmaTests {
  private func lemma(_ word: String, _ part: PartOfSpeech, _ form: WordForm) -> String {
    let text = SourceText(word)
    let syntax = TokenSyntax(partOfSpeech: part, form: form)
    let lemma = Lemma.string(of: Token(span: text.span), syntax, in: text)
    #expect(Lemma.key(of: Token(span: text.span), syntax, in: text) == Lemma.key(of: lemma))
    return lemma
  }

  @Test(
    arguments: [
      ("said", "say"), ("killed", "kill"), ("Attacked", "attack"), ("stopped", "stop"),
      ("escalated", "escalate"), ("denied", "deny"), ("struck", "strike"), ("agreed", "agree"),
      ("released", "release"), ("launched", "launch"), ("accused", "accuse"), ("met", "meet"),
      ("controlled", "control"), ("visited", "visit"), ("seized", "seize"), ("forced", "force"),
      ("withdrew", "withdraw"), ("fled", "flee"), ("bombed", "bomb"), ("settled", "settle"),
    ])
  func `Past forms lead to the verb`(form: String, lemma expected: String) {
    #expect(lemma(form, .verb, .past) == expected)
  }

  @Test(
    arguments: [
      ("carrying", "carry"), ("killing", "kill"), ("planning", "plan"), ("making", "make"),
      ("dying", "die"), ("using", "use"), ("leaving", "leave"), ("meeting", "meet"),
    ])
  func `Gerunds lead to the verb`(form: String, lemma expected: String) {
    #expect(lemma(form, .verb, .gerund) == expected)
  }

  @Test(
    arguments: [
      ("says", "say"), ("denies", "deny"), ("launches", "launch"), ("goes", "go"),
      ("passes", "pass"), ("uses", "use"), ("has", "have"),
    ])
  func `Present forms lead to the verb`(form: String, lemma expected: String) {
    #expect(lemma(form, .verb, .present) == expected)
  }

  @Test(
    arguments: [
      ("soldiers", "soldier"), ("countries", "country"), ("men", "man"), ("people", "people"),
      ("losses", "loss"), ("casualties", "casualty"), ("children", "child"), ("crises", "crisis"),
      ("lives", "life"), ("bases", "base"),
    ])
  func `Plural nouns lead to the singular`(form: String, lemma expected: String) {
    #expect(lemma(form, .noun, .plural) == expected)
  }

  @Test(
    arguments: [
      ("news", PartOfSpeech.noun, WordForm.none, "news"),
      ("Philippines", .properNoun, .plural, "philippines"),
      ("bus", .noun, .none, "bus"), ("red", .adjective, .none, "red"), ("", .noun, .plural, ""),
      ("s", .noun, .plural, "s"), ("ed", .verb, .past, "ed"),
    ])
  func `What has no ending keeps its form`(
    form: String, part: PartOfSpeech, shape: WordForm, lemma expected: String
  ) {
    #expect(lemma(form, part, shape) == expected)
  }
}
