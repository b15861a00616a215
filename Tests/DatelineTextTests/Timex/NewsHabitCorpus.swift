import DatelineText
import Testing

/// Expressions in the forms that news agencies use, with their limits.
@Suite struct NewsHabitCorpus {
  @Test(arguments: [
    ("The hearing is set for ⟦the week of November 3⟧.", "2025-W45"),
    ("It opens ⟦the week of November 2⟧.", "2025-W45"),
    ("They met ⟦a week ago Friday⟧.", "2025-10-17"),
    ("He will return ⟦two weeks from Monday⟧.", "2025-11-10"),
    ("Prices rose during ⟦the week⟧.", "2025-W43"),
    ("Sales fell in the first months of ⟦the year⟧.", "2025"),
  ])
  func `weeks are named by a day or by the page`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test func `the previous weekday is one before the day told`() {
    expectTimexes(
      "Shares fell on ⟦October 13⟧, 2% down from ⟦the previous Friday⟧.",
      ["2025-10-13", "2025-10-10"])
  }

  @Test(arguments: [
    ("Neither he nor his lawyer could be reached ⟦Wednesday⟧.", "2025-10-22"),
    ("The ministry could not be reached ⟦Sunday⟧.", "2025-10-19"),
    ("On ⟦Wednesday⟧ the two are to travel to Doha.", "2025-10-29"),
    ("The trial begins ⟦Tuesday⟧.", "2025-10-28"),
    ("The members, invited in ⟦July 2019⟧, will join on ⟦March 12⟧.", "2026-03-12"),
  ])
  func `what could not be is past, what is to be lies ahead`(marked: String, value: String) {
    let values = marked.contains("2019") ? ["2019-07", value] : [value]
    expectTimexes(marked, values)
  }

  @Test(arguments: [
    ("The expo took place ⟦this weekend⟧.", "2025-W42-WE"),
    ("The expo will take place ⟦this weekend⟧.", "2025-W43-WE"),
    ("Shelling went on ⟦overnight⟧.", "2025-10-23TNI"),
    ("They left by ⟦mid-afternoon⟧.", "2025-10-24TAF"),
    ("Shares are up 9% since ⟦year-end⟧.", "2024-12-31"),
    ("It closes over ⟦the next two years or so⟧.", "P2Y"),
    ("They spoke ⟦almost two hours⟧.", "PT2H"),
    ("He arrived ⟦later yesterday⟧.", "2025-10-23"),
    ("He had sought it in ⟦the past⟧, it said.", "PAST_REF"),
  ])
  func `common turns of news have their value`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: [
    ("Profit rose in the quarter ended Sept. 30.", ["2025-Q3", "2025-09-30"]),
    ("Net fell, compared with a year-earlier loss.", ["2024-Q3"]),
  ])
  func `a report's quarter is the one that has ended`(text: String, values: [String]) {
    let found = TimexTagger.timexes(in: SourceText(text), anchor: pageDay)
    #expect(found.map(\.value) == values)
  }

  @Test func `Ramadan is the days of its month`() throws {
    let timex = try onlyTimex("The truce held during Ramadan.")
    #expect(timex.value == "2025-03-01/2025-03-30")
    #expect(timex.grain == .month)
    #expect(timex.interval?.earliest == DayNumber(year: 2025, month: 3, day: 1))
    #expect(timex.interval?.latest == DayNumber(year: 2025, month: 3, day: 30))
  }

  @Test(arguments: [
    ("It fell again ⟦Friday⟧, the fourth decline in a row.", "2025-10-24"),
    ("He was seen ⟦Friday⟧, the second time since then.", "2025-10-24"),
  ])
  func `an ordinal before a noun is no day of the month`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: [
    "She was named Person of the Year.", "They asked which one of the week it was.",
    "The year that changed everything.",
  ])
  func `names and clauses with year and week are no dates`(text: String) { expectNoTimex(text) }
}
