import DatelineText
import Testing

@Suite struct WeekdayCorpus {
  @Test(arguments: [
    ("He told reporters ⟦Thursday⟧ that it was over.", "2025-10-23"),
    ("Police said ⟦Friday⟧ that two men were held.", "2025-10-24"),
    ("The talks are to be held in Istanbul on ⟦Saturday⟧.", "2025-10-25"),
    ("The parliament will vote on ⟦Tuesday⟧.", "2025-10-28"),
    ("They have until ⟦Monday⟧ to answer.", "2025-10-27"),
    ("The fighting follows ⟦last Thursday⟧’s attack.", "2025-10-23"),
    ("The group is due to meet ⟦next Wednesday⟧.", "2025-10-29"),
    ("Ministers were scheduled to meet ⟦Sunday⟧.", "2025-10-26"),
    ("It closed two crossings on ⟦Sunday⟧, the army said.", "2025-10-19"),
    ("It had been due to expire ⟦Thursday⟧.", "2025-10-23"),
    ("Voters go to the polls on ⟦Sunday⟧.", "2025-10-26"),
    ("The two ministers meet ⟦Monday⟧ in Doha.", "2025-10-27"),
    ("Mr. Black will succeed him ⟦Monday⟧.", "2025-10-27"),
    ("They did not go to the polls on ⟦Sunday⟧.", "2025-10-19"),
  ])
  func `the clause says which way a weekday lies`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: [
    ("The Taliban on ⟦Thursday night⟧ accused them.", "2025-10-23TNI"),
    ("They spoke ⟦Tuesday morning⟧ in Doha.", "2025-10-21TMO"),
    ("It ends at ⟦9 a.m. EST Tuesday⟧, they will say.", "2025-10-28T09:00"),
    ("He spoke at ⟦noon Thursday⟧.", "2025-10-23T12:00"),
  ])
  func `a part of the day belongs to its weekday`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: [
    "The Sun shone.", "He sat there.", "They wed in Rome.", "Following it, he left.",
  ])
  func `other words are no weekdays`(text: String) { expectNoTimex(text) }
}

@Suite struct RelativeDateCorpus {
  @Test(arguments: [
    ("They met ⟦yesterday⟧.", ["2025-10-23"]), ("They meet ⟦tomorrow⟧.", ["2025-10-25"]),
    ("They met ⟦the day before yesterday⟧.", ["2025-10-22"]),
    ("They met ⟦last week⟧.", ["2025-W42"]), ("They meet ⟦this week⟧.", ["2025-W43"]),
    ("They agreed to a truce ⟦last weekend⟧.", ["2025-W42-WE"]),
    ("He spoke ⟦last month⟧.", ["2025-09"]), ("It was cut ⟦last year⟧.", ["2024"]),
    ("It will open ⟦next year⟧.", ["2026"]), ("They clashed ⟦earlier this year⟧.", ["2025"]),
    ("He left ⟦five years ago⟧.", ["2020"]), ("He left ⟦two days ago⟧.", ["2025-10-22"]),
    ("He left ⟦nearly four months ago⟧.", ["2025-06"]),
    ("It began on ⟦October 9⟧. ⟦Two days later⟧, they struck.", ["2025-10-09", "2025-10-11"]),
    ("It began on ⟦October 9⟧. ⟦The next day⟧ they struck.", ["2025-10-09", "2025-10-10"]),
    (
      "It fell in ⟦August 2021⟧. By ⟦the end of that month⟧ they had left.", ["2021-08", "2021-08"]
    ),
    ("He won in ⟦July 1994⟧ and lost in ⟦October of that year⟧.", ["1994-07", "1994-10"]),
  ])
  func `distances are counted from the page or from the story`(marked: String, values: [String]) {
    expectTimexes(marked, values)
  }

  @Test(arguments: [
    ("At ⟦the end of 1990⟧ it fell.", "1990", "END"),
    ("At ⟦the beginning of October⟧ it fell.", "2025-10", "START"),
    ("By ⟦the end of the year⟧ it will close.", "2025", "END"),
  ])
  func `edges of a period are modifiers`(marked: String, value: String, mod: String) throws {
    expectTimexes(marked, [value])
    let plain = marked.filter { $0 != "⟦" && $0 != "⟧" }
    #expect(try onlyTimex(plain).mod == mod)
  }

  @Test(arguments: ["He came next to last.", "At last he spoke.", "The house next door burned."])
  func `pointing words without a time are nothing`(text: String) { expectNoTimex(text) }
}

@Suite struct HistoryCorpus {
  private let page = DayNumber(year: 2009, month: 12, day: 19)

  @Test func `in a history dates hang on the year of the story`() {
    expectTimexes(
      """
      On ⟦28 June 1914⟧ he was shot. In ⟦July⟧ they mobilised. By ⟦9 September⟧ they stood on the \
      Marne. Fighting (as in ⟦1870⟧) went on. In ⟦December⟧ it froze. In ⟦January⟧ it thawed, and \
      in ⟦1916⟧ and ⟦1917⟧ nothing moved until ⟦11 November 1918⟧.
      """,
      [
        "1914-06-28", "1914-07", "1914-09-09", "1870", "1914-12", "1915-01", "1916", "1917",
        "1918-11-11",
      ], page: page)
  }

  @Test func `ancient years of three digits need an ancient story`() {
    expectTimexes(
      """
      In ⟦499 BC⟧ the cities rose. In ⟦494⟧ they lost. By ⟦490 BC⟧ the king came, and in ⟦480 BC⟧ \
      his son; in ⟦479 BC⟧ it ended.
      """, ["BC0499", "BC0494", "BC0490", "BC0480", "BC0479"], page: page)
  }
}
