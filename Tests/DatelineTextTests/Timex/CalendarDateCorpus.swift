import DatelineText
import Testing

@Suite struct WrittenDateCorpus {
  @Test(arguments: [
    ("They met on ⟦9 October 2025⟧ in Doha.", ["2025-10-09"]),
    ("They met on ⟦October 9, 2025⟧.", ["2025-10-09"]),
    ("They met on ⟦Oct. 9⟧ in Doha.", ["2025-10-09"]),
    ("They met on ⟦the 9th of October⟧ in Doha.", ["2025-10-09"]),
    ("Talks began on ⟦Thursday, October 9⟧, and ended soon.", ["2025-10-09"]),
    (
      "Raids began on ⟦October 9⟧. On ⟦Saturday, the 18th⟧, the two sides agreed.",
      ["2025-10-09", "2025-10-18"]
    ),
    ("The regime fell in ⟦August 2021⟧.", ["2021-08"]),
    ("The regime fell in ⟦August of 2021⟧.", ["2021-08"]),
    ("He resigned on ⟦14 July ’89⟧.", ["1989-07-14"]),
    ("The minister visited from ⟦3⟧ to ⟦5 January 2026⟧.", ["2026-01-03", "2026-01-05"]),
    ("Fighting raged on ⟦October 12⟧-⟦13⟧, they said.", ["2025-10-12", "2025-10-13"]),
    ("It raged from ⟦26 June⟧ to ⟦4 August 1952⟧.", ["1952-06-26", "1952-08-04"]),
    ("It raged from ⟦December 26⟧ – ⟦January 4, 1953⟧.", ["1952-12-26", "1953-01-04"]),
    ("Support evaporated in ⟦July⟧–⟦August 2021⟧.", ["2021-07", "2021-08"]),
  ])
  func `written dates have their days, whole or shared`(marked: String, values: [String]) {
    expectTimexes(marked, values)
  }

  @Test(arguments: [
    ("The law passed in ⟦June⟧.", "2025-06"), ("The bank failed in ⟦December⟧.", "2024-12"),
    ("The court will rule in ⟦January⟧.", "2026-01"),
    ("He returned to office ⟦last January⟧.", "2025-01"),
    ("The attack of ⟦last April⟧ shook them.", "2025-04"),
    ("The hearing is set for ⟦Nov. 12⟧.", "2025-11-12"),
    ("The army moved in ⟦May⟧.", "2025-05"),
  ])
  func `a month without a year is the one that the clause speaks of`(
    marked: String, value: String
  ) {
    expectTimexes(marked, [value])
  }

  @Test(arguments: [
    "May said the plan may fail.", "The March on the capital went on.", "They march on.",
    "It sold 12 marches.", "Mr. May resigned.", "Section 9 of the act applies.",
  ])
  func `verbs, names and counts are no dates`(text: String) { expectNoTimex(text) }
}

@Suite struct NumericDateCorpus {
  @Test(arguments: [
    ("Filed ⟦2025-10-09⟧ by the desk.", ["2025-10-09"]),
    ("Filed ⟦2025-10-09T14:30⟧ by the desk.", ["2025-10-09T14:30"]),
    ("Filed ⟦24.10.2025⟧ by the desk.", ["2025-10-24"]),
    ("Filed ⟦10/24/2025⟧ by the desk.", ["2025-10-24"]),
    ("From ⟦24/10/2025⟧ to ⟦03/11/2025⟧ it held.", ["2025-10-24", "2025-11-03"]),
    ("From ⟦10/24/2025⟧ to ⟦11/03/2025⟧ it held.", ["2025-10-24", "2025-11-03"]),
    ("It was signed ⟦03/04/2025⟧ in Doha.", ["2025"]),
  ])
  func `day and month are told apart by evidence, else left open`(
    marked: String, values: [String]
  ) {
    expectTimexes(marked, values)
  }

  @Test(arguments: ["Open 24/7.", "Version 10.2.3.1 is out.", "Call 555-0199.", "It ended 3-2."])
  func `other numbers are no dates`(text: String) { expectNoTimex(text) }
}

@Suite struct YearCorpus {
  @Test(arguments: [
    ("He was killed in ⟦2022⟧.", ["2022"]), ("The war of ⟦1914⟧–⟦18⟧ went on.", ["1914", "1918"]),
    ("It rose in ⟦1995⟧-⟦1996⟧.", ["1995", "1996"]),
    ("Carthage was spared in ⟦241 BC⟧.", ["BC0241"]),
    ("It grew in ⟦the 1980s⟧.", ["198"]), ("It grew in ⟦the late 1970s⟧.", ["197"]),
    ("It grew in ⟦the early '90s⟧.", ["199"]), ("It grew in ⟦the 20th century⟧.", ["19"]),
    ("It arose in ⟦the first decade of this century⟧.", ["200"]),
    ("Since ⟦the turn of the century⟧ it grew.", ["20"]),
    ("He left in ⟦nineteen ninety-six⟧.", ["1996"]),
    ("It earned more in ⟦fiscal 1989⟧.", ["1989"]),
  ])
  func `years, decades and centuries have their values`(marked: String, values: [String]) {
    expectTimexes(marked, values)
  }

  @Test(arguments: [
    "They sent 2000 soldiers.", "It cost $1999 there.", "Resolution 1483 was passed.",
    "About 1500 people fled.", "Flight 1549 landed.", "It is 1,947 km long.", "Dial 555-1999.",
    "The index of 1969 equals 100.", "Law 2011/12 was passed.",
    "He said so on the Today programme.",
  ])
  func `numbers that count or name are no years`(text: String) { expectNoTimex(text) }

  @Test func `the phase of a decade is its modifier`() throws {
    let late = try onlyTimex("It grew in the late 1970s.")
    #expect(late.mod == "END")
    #expect(late.interval?.earliest == DayNumber(year: 1977, month: 1, day: 1))
    #expect(late.interval?.latest == DayNumber(year: 1979, month: 12, day: 31))
    #expect(try onlyTimex("It fell in early 2019.").mod == "START")
    #expect(try onlyTimex("It fell in mid-2019.").mod == "MID")
  }
}
