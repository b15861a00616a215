import DatelineText
import Testing

@Suite struct SeasonCorpus {
  @Test(arguments: [
    ("It was lost in ⟦the summer of 1916⟧.", "1916-SU"), ("It began in ⟦spring 2003⟧.", "2003-SP"),
    ("He left ⟦last fall⟧.", "2024-FA"), ("He came ⟦this summer⟧.", "2025-SU"),
    ("It was lost in ⟦the winter of 1941⟧.", "1941-WI"),
    ("He won ⟦last summer⟧.", "2025-SU"),
  ])
  func `seasons have their year`(marked: String, value: String) { expectTimexes(marked, [value]) }

  @Test(arguments: [
    "Prices fall.", "They spring a leak.", "The fall of Kabul came.", "A fall in prices.",
  ])
  func `verbs and nouns of other senses are no seasons`(text: String) { expectNoTimex(text) }
}

@Suite struct QuarterCorpus {
  @Test(arguments: [
    ("It lost money in ⟦the third quarter of 1989⟧.", "1989-Q3"),
    ("Sales rose in ⟦Q3 2025⟧.", "2025-Q3"),
    ("The ⟦third-quarter⟧ loss grew.", "2025-Q3"),
    ("It lost in ⟦the first half of 2008⟧.", "2008-H1"),
    ("It fell in ⟦last year’s third quarter⟧.", "2024-Q3"),
  ])
  func `quarters and halves have their year`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test func `a year earlier in a report on a quarter is that quarter`() {
    expectTimexes(
      "It lost $2 in ⟦the third quarter⟧, down from $4 ⟦a year earlier⟧.", ["2025-Q3", "2024-Q3"])
  }

  @Test(arguments: ["They led in the first quarter of the game.", "He was given no quarter."])
  func `quarters of other things are none of the year`(text: String) { expectNoTimex(text) }
}

@Suite struct HolidayCorpus {
  @Test(arguments: [
    ("They met on ⟦Christmas Eve 1979⟧.", "1979-12-24"),
    ("They marched on ⟦Good Friday⟧.", "2025-04-18"),
    (
      "It ended on ⟦Thanksgiving Day⟧ 2019, he said".replacing("⟧ 2019", with: " 2019⟧"),
      "2019-11-28"
    ),
    ("They will meet after ⟦Christmas⟧.", "2025-12-25"),
    ("Prayers for ⟦Eid al-Fitr⟧ were held.", "2025-03-31"),
    ("Shops closed for ⟦Nowruz⟧.", "2025-03-21"), ("Lamps were lit for ⟦Diwali⟧.", "2025-10-20"),
    ("The crowds of ⟦Labour Day⟧ were gone.", "2025-05-01"),
    ("It followed ⟦9/11⟧.", "2001-09-11"), ("It began at ⟦Rosh Hashanah⟧.", "2025-09-23"),
  ])
  func `named days fall on their days`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: ["The Easter Rising failed.", "The Christmas Island camp closed."])
  func `names of events and places are no days`(text: String) { expectNoTimex(text) }

  @Test(arguments: [
    (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
    (1943, "1943-04-25"), (2038, "2038-04-25"),
  ])
  func `Easter is that of the Gregorian calendar`(year: Int, value: String) {
    expectTimexes("They met on ⟦Easter Sunday \(year)⟧.", [value])
  }

  @Test(arguments: [(2015, "2015-07-17"), (2010, "2010-09-10"), (2023, "2023-04-21")])
  func `Eid is kept on one of three days, for the moon is sighted`(year: Int, value: String) throws
  {
    let timex = try onlyTimex("They met on Eid al-Fitr \(year).")
    let expected = try #require(DateStamp.day(in: value))
    let days = try #require(timex.interval)
    #expect(days.contains(expected))
    let first = try #require(days.earliest)
    #expect(days.latest == first.advanced(by: 2))
  }
}
