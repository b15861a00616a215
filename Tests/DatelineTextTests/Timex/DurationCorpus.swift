import DatelineText
import Testing

@Suite struct DurationCorpus {
  @Test(arguments: [
    ("They agreed to a ⟦48-hour⟧ ceasefire.", "PT48H"), ("It took ⟦two days⟧.", "P2D"),
    ("A ⟦four-day⟧ border war followed.", "P4D"), ("He began a ⟦week-long⟧ visit.", "P1W"),
    ("The ⟦two-decade-long⟧ occupation ended.", "P20Y"),
    ("The ⟦centuries-long⟧ ties held.", "PXCE"), ("It is ⟦an hour⟧ away.", "PT1H"),
    ("For ⟦months⟧, they fought.", "PXM"), ("After ⟦hours⟧ of talks they left.", "PTXH"),
    ("It came after ⟦decades⟧ of war.", "PXDE"), ("It lasted ⟦two and a half years⟧.", "P2Y6M"),
    ("It took ⟦half an hour⟧.", "PT30M"), ("It rose in ⟦the past year⟧.", "P1Y"),
    ("It went on for ⟦the next two days⟧.", "P2D"), ("It fell in ⟦recent years⟧.", "PXY"),
    ("After ⟦more than a week⟧ of clashes they spoke.", "P1W"),
    ("Truce after ⟦week⟧ of clashes", "P1W"), ("It lasted ⟦a quarter century⟧.", "P25Y"),
    ("It lasted ⟦1.5 hours⟧.", "PT1H30M"), ("A ⟦yearlong⟧ siege ended.", "P1Y"),
  ])
  func `lengths of time have their unit and number`(marked: String, value: String) {
    expectTimexes(marked, [value])
  }

  @Test func `two lengths share a unit`() {
    expectTimexes("It takes ⟦five⟧ to ⟦seven years⟧.", ["P5Y", "P7Y"])
  }

  @Test(arguments: [
    "A 40-year-old man was held.", "She is nine years old.", "He was aged 18 years.",
    "It costs $5 million a year.", "About three-quarters of it burned.", "CBS showed 60 Minutes.",
    "Give me a second.",
  ])
  func `ages, rates, parts and titles are no lengths`(text: String) { expectNoTimex(text) }

  @Test func `the modifier says more or less`() throws {
    #expect(try onlyTimex("It took more than two hours.").mod == "MORE_THAN")
    #expect(try onlyTimex("It took at least two hours.").mod == "EQUAL_OR_MORE")
    #expect(try onlyTimex("It took about two hours.").mod == "APPROX")
  }

  @Test func `lengths never stand on a timeline`() throws {
    #expect(try onlyTimex("It took two hours.").interval == nil)
  }
}

@Suite struct SetCorpus {
  @Test(arguments: [
    ("They meet ⟦every week⟧.", "P1W"), ("It is printed ⟦daily⟧.", "P1D"),
    ("They meet ⟦each Thursday⟧.", "XXXX-WXX-4"),
    ("He swims on ⟦Tuesday nights⟧.", "XXXX-WXX-2TNI"),
    ("They vote ⟦every two years⟧.", "P2Y"), ("It floods ⟦every summer⟧.", "XXXX-SU"),
    ("They march ⟦each July⟧.", "XXXX-07"), ("Shops close on ⟦Sundays⟧.", "XXXX-WXX-7"),
  ])
  func `repetitions are sets`(marked: String, value: String) throws {
    expectTimexes(marked, [value])
    #expect(try onlyTimex(marked.filter { $0 != "⟦" && $0 != "⟧" }).kind == .set)
  }

  @Test func `a set has its quantifier and its frequency`() throws {
    #expect(try onlyTimex("They meet each Thursday.").quant == "EACH")
    #expect(try onlyTimex("They meet every week.").quant == "EVERY")
    #expect(try onlyTimex("They meet twice a week.").freq == "2X")
  }

  @Test(arguments: ["Every man knew.", "Each side lost.", "The Daily Mail said so."])
  func `other repeated things are no sets`(text: String) { expectNoTimex(text) }
}
