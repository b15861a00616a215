import DatelineText
import Testing

@Suite struct ClockTimeCorpus {
  @Test(arguments: [
    ("It struck at ⟦10:35 a.m.⟧ in Nairobi.", "2025-10-24T10:35"),
    ("It struck at ⟦0735 GMT⟧ there.", "2025-10-24T07:35"),
    ("It ends at ⟦5 p.m. EST Nov. 9⟧, he will say.", "2025-11-09T17:00"),
    ("It struck at ⟦5.30pm⟧ there.", "2025-10-24T17:30"),
    ("He rose at ⟦4 in the morning⟧.", "2025-10-24T04:00"),
    ("They halted around ⟦midnight⟧.", "2025-10-24T24:00"),
    ("He arrived ⟦last night⟧.", "2025-10-23TNI"), ("He spoke ⟦this morning⟧.", "2025-10-24TMO"),
    ("On ⟦July 20, 2025 morning⟧ they met.", "2025-07-20TMO"),
    ("It fell in ⟦the night of 10 August 1792⟧.", "1792-08-10TNI"),
  ])
  func `times of day belong to their day`(marked: String, value: String) throws {
    expectTimexes(marked, [value])
    #expect(try onlyTimex(marked.filter { $0 != "⟦" && $0 != "⟧" }).kind == .time)
  }

  @Test func `a time of day takes the day of its sentence`() {
    expectTimexes(
      "It struck at ⟦5:34 a.m.⟧ Baghdad time on ⟦March 20, 2003⟧.",
      ["2003-03-20T05:34", "2003-03-20"])
  }

  @Test(arguments: ["They won 3:2 there.", "He ran it in 2:05:10.", "Psalm 23:4 was read."])
  func `scores and verses are no times`(text: String) {
    let found = TimexTagger.timexes(in: SourceText(text), anchor: pageDay)
    #expect(found.allSatisfy { $0.kind != .date && $0.interval == nil || $0.kind == .time })
    #expect(found.isEmpty)
  }
}

@Suite struct PointingWordCorpus {
  @Test(arguments: [
    ("They ⟦now⟧ allege it.", "PRESENT_REF"),
    ("There is a war going on ⟦right now⟧.", "PRESENT_REF"),
    ("⟦At present⟧, it holds.", "PRESENT_REF"), ("It was ⟦recently⟧ sold.", "PAST_REF"),
    ("They fear ⟦the future⟧.", "FUTURE_REF"), ("They forgot ⟦the past⟧.", "PAST_REF"),
  ])
  func `pointing words are tagged and never placed`(marked: String, value: String) throws {
    expectTimexes(marked, [value])
    #expect(try onlyTimex(marked.filter { $0 != "⟦" && $0 != "⟧" }).interval == nil)
  }

  @Test(arguments: [
    "Once again, it is drifting.", "The former president spoke.", "He had already left.",
  ])
  func `words that say little are left alone`(text: String) { expectNoTimex(text) }
}
