import DatelineText
import Testing

/// Annotates one plain paragraph.
private func quantities(_ text: String) -> [Quantity] {
  let article = ArticleParser.parse(
    SourceText("Officials said that " + text), id: ArticleID("test"))
  return Annotator.annotate(article).claims.flatMap(\.quantities)
}

/// One phrasing, the bounds and the unit that it means.
struct QuantityCase: Sendable, CustomTestStringConvertible {
  let text: String
  let minimum: Double?
  let maximum: Double?
  let unit: String
  var testDescription: String { text }

  init(_ text: String, _ minimum: Double?, _ maximum: Double?, _ unit: String) {
    self.text = text
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
  }
}

@Suite struct `Quantities` {
  @Test(arguments: [
    QuantityCase("the storm killed nine people.", 9, 9, "deaths"),
    QuantityCase("more than 1,250 villagers were killed.", 1250, nil, "deaths"),
    QuantityCase("at least two dozen miners died.", 24, nil, "deaths"),
    QuantityCase("the flood claimed over 300 lives.", 300, nil, "deaths"),
    QuantityCase("up to 40 protesters were arrested.", nil, 40, "arrests"),
    QuantityCase("dozens of passengers were injured.", 24, nil, "wounded"),
    QuantityCase("tens of thousands of residents were displaced.", 20_000, nil, "displaced"),
    QuantityCase("between 10 and 15 soldiers were wounded.", 10, 15, "wounded"),
    QuantityCase("the fence is 1,600 miles long.", 1600, 1600, "miles"),
    QuantityCase("a 48-hour truce would begin.", 48, 48, "hours"),
    QuantityCase("it spent $2.5 million.", 2_500_000, 2_500_000, "dollars"),
    QuantityCase("turnout was 61 percent.", 61, 61, "percent"),
    QuantityCase("the site is an hour away.", 1, 1, "hours"),
    QuantityCase("twenty-five hostages were killed.", 25, 25, "deaths"),
    QuantityCase("the death toll rose from 12 to 19 on Tuesday.", 19, 19, "deaths"),
    QuantityCase("the number of injured stood at more than 40.", 40, nil, "wounded"),
  ])
  func `are read with bound and unit`(_ expected: QuantityCase) {
    let found = quantities(expected.text)
    #expect(found.count == 1)
    #expect(found.first?.minimum == expected.minimum)
    #expect(found.first?.maximum == expected.maximum)
    #expect(found.first?.unit == expected.unit)
  }

  @Test func `are put at a number by one side and by the other`() {
    let article = ArticleParser.parse(
      SourceText("Police put the crowd at 400 and organisers claimed 2,000."),
      id: ArticleID("test"))
    let found = Annotator.annotate(article).claims
    #expect(found.map { $0.quantities.map(\.minimum) } == [[400], [2000]])
    #expect(found.flatMap { $0.quantities.map(\.unit) } == ["people", "people"])
  }

  @Test(arguments: [
    "the 58-year-old minister resigned.", "a vote was held.", "no one came.",
    "the law was a failure.",
  ])
  func `are not read into ages and articles`(_ text: String) {
    #expect(quantities(text).isEmpty)
  }
}
