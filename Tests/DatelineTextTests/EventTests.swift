import Testing

@testable import DatelineText

/// The events of one plain text.
private func events(_ text: String, date: String? = nil) -> (AnnotatedArticle, [EventMention]) {
  var metadata = ArticleMetadata()
  metadata.date = date
  let article = ArticleParser.parse(SourceText(text), id: ArticleID("test"), metadata: metadata)
  let annotated = Annotator.annotate(article)
  return (annotated, annotated.events)
}

/// One sentence and the type of what it chiefly tells.
struct EventTypeCase: Sendable, CustomTestStringConvertible {
  let type: EventType
  let text: String
  var testDescription: String { text }

  init(_ type: EventType, _ text: String) {
    self.type = type
    self.text = text
  }
}

@Suite struct `Events` {
  @Test(arguments: [
    EventTypeCase(.agree, "Norway and Chile agreed to share fishing rights."),
    EventTypeCase(.agree, "Canada will provide food aid to Haiti."),
    EventTypeCase(.consult, "The president of Brazil met the prime minister of Japan in Lima."),
    EventTypeCase(.consult, "The chancellor flew to Tokyo."),
    EventTypeCase(.consult, "Finland hosted talks between the unions and the employers."),
    EventTypeCase(.support, "Kenya established diplomatic relations with Bhutan."),
    EventTypeCase(.concede, "The government lifted the curfew in the capital."),
    EventTypeCase(.cooperate, "Spain extradited the banker to Portugal."),
    EventTypeCase(.aid, "The charity donated tents to the villagers."),
    EventTypeCase(.retreat, "The finance minister resigned on Friday."),
    EventTypeCase(.retreat, "Vietnam withdrew its troops from Cambodia."),
    EventTypeCase(.request, "The miners demanded higher wages."),
    EventTypeCase(.request, "The governor said that the company must clean the river."),
    EventTypeCase(.accuse, "Chile accused Bolivia of stealing water."),
    EventTypeCase(.accuse, "Prosecutors opened an investigation into the bank."),
    EventTypeCase(.reject, "Greece rejected the offer of a loan."),
    EventTypeCase(.reject, "The union refused to sign the contract."),
    EventTypeCase(.threaten, "Ecuador threatened to close the border."),
    EventTypeCase(.protest, "Thousands of students staged a protest in Madrid."),
    EventTypeCase(.sanction, "The United States imposed sanctions on the shipping company."),
    EventTypeCase(.mobilize, "Sudan deployed troops along the border."),
    EventTypeCase(.coerce, "Police arrested six journalists in Harare."),
    EventTypeCase(.assault, "Rebels attacked a convoy near Bangui."),
    EventTypeCase(.assault, "The navy carried out strikes on the port."),
    EventTypeCase(.disaster, "Nine miners were killed when the tunnel collapsed on Friday."),
    EventTypeCase(.disaster, "A bus plunged into a ravine near Cusco."),
    EventTypeCase(.disaster, "An earthquake struck the north of Chile on Monday."),
    EventTypeCase(.disaster, "Crude oil leaked into the bay."),
    EventTypeCase(.life, "The poet Ada Moreno died in Lisbon on Sunday."),
    EventTypeCase(.life, "The death toll rose to 41 on Tuesday."),
    EventTypeCase(.justice, "A court in Oslo ruled that the tax was unlawful."),
    EventTypeCase(.justice, "The banker pleaded guilty on Thursday."),
    EventTypeCase(.personnel, "Voters in Iceland elected a new president on Saturday."),
    EventTypeCase(.personnel, "Ruth Okafor was appointed as head of the agency in May."),
    EventTypeCase(.business, "Shares in the airline fell 12 percent on Monday."),
    EventTypeCase(.business, "The retailer filed for bankruptcy on Friday."),
  ])
  func `have the type of what happened`(_ expected: EventTypeCase) {
    #expect(events(expected.text).1.first?.type == expected.type)
  }

  @Test(arguments: [
    "In his speech the president made no mention of leaving office.",
    "The rebels crossed the river without attacking the town.",
  ])
  func `are not told as fact where a noun or preposition rules them out`(_ text: String) {
    let found = events(text).1.filter { [.retreat, .assault].contains($0.type) }
    #expect(found.allSatisfy { [.denied, .hypothetical].contains($0.status) })
  }

  @Test(arguments: [
    "The rebels have the weapons to attack the capital.",
    "The mayor was willing to resign.", "The army hired boats to attack the port.",
  ])
  func `are only thought of where an infinitive tells what might be done`(_ text: String) {
    let found = events(text).1.filter { [.retreat, .assault].contains($0.type) }
    #expect(found.allSatisfy { $0.status == .hypothetical })
  }

  @Test(arguments: [
    "Rebels used a truck to attack the barracks.",
    "Chad was the first country to recognise the council.",
    "The decision of the ministers to expel all refugees angered traders.",
  ])
  func `are told as fact where an infinitive tells what was done`(_ text: String) {
    let found = events(text).1.filter { [.support, .coerce, .assault].contains($0.type) }
    #expect(found.contains { $0.status == .stated }, "\(found)")
  }

  @Test(arguments: [
    "Fire crews battled the blaze on Monday.", "The tax hit families in the pocket.",
    "The airline met its targets in May.", "The singer released an album on Friday.",
    "Stress contributed to his death on Sunday.", "Sales sky-rocketed in June.",
  ])
  func `are not found where a word says something else`(_ text: String) {
    let types: Set<EventType> = [.assault, .consult, .retreat, .aid]
    #expect(events(text).1.filter { types.contains($0.type) && !$0.isGeneric }.isEmpty)
  }

  @Test(arguments: [
    (EventType.disaster, "Eleven workers were killed in a blast on the drilling platform."),
    (.disaster, "An explosion at the refinery killed four workers on Monday."),
    (.assault, "A bomb attack on the refinery killed four workers on Monday."),
    (.assault, "The gunmen killed four workers of the gas plant on Monday."),
  ])
  func `in works and mines are accidents unless somebody attacks`(_ type: EventType, _ text: String)
  {
    let found = events(text).1.filter { [.disaster, .assault, .life].contains($0.type) }
    #expect(found.first?.type == type)
  }

  @Test(arguments: [
    "Reporters asked whether the minister would resign.", "The agency delivers food to villages.",
    "The lawyer said that the court should decide.",
  ])
  func `are kept off the timeline where a question, a habit or a wish is told`(_ text: String) {
    #expect(events(text).1.allSatisfy { $0.isGeneric || $0.status != .stated })
  }

  @Test func `name the country of those who act for it, not of its people`() {
    let acts = [
      ("Kenyan troops attacked the town.", 1), ("Kenyan protesters attacked the town.", 0),
    ]
    for (text, count) in acts {
      #expect(events(text).1.first { $0.type == .assault }?.actors.count == count, "\(text)")
    }
  }

  @Test(arguments: [
    "The museum shows paintings of old battles every spring.",
    "The tide rose twice.", "Bread and milk were on the table.", "",
  ])
  func `are not found in still life`(_ text: String) {
    #expect(events(text).1.filter { $0.confidence >= 40 && !$0.isGeneric }.isEmpty)
  }

  @Test(arguments: [
    ("Rebels attacked the town.", FactStatus.stated),
    ("The army said that rebels attacked the town.", .attributed),
    ("Rebels did not attack the town.", .denied),
    ("Rebels reportedly attacked the town.", .unconfirmed),
    ("The two sides will meet in Oslo.", .planned),
    ("If rebels attack the town, nobody will sleep.", .hypothetical),
    ("Rebels may attack the town.", .hypothetical),
  ])
  func `say how far they are asserted`(_ text: String, _ status: FactStatus) {
    #expect(events(text).1.first?.status == status)
  }

  @Test(arguments: [
    (
      "Rebels attacked the town on 3 May 2021. Soldiers shelled the hills.", "2021-05-03",
      "2021-05-03"
    ),
    ("Rebels attacked the town on 3 May 2021. Soldiers had shelled the hills.", nil, "2021-06-01"),
    ("Rebels attacked the town in 2009. Soldiers shelled the hills.", nil, "2021-06-01"),
    (
      "Fighting erupted on 15 May 2021 and continued for the next two days.", "2021-05-15",
      "2021-05-17"
    ),
    ("Rebels carried out attacks on the convoy in the past year.", "2020-06-01", "2021-06-01"),
    ("Rebels attacked the town this week.", "2021-05-31", "2021-06-01"),
    (
      "On 3 May 2021 the town was quiet. At noon rebels attacked the market.", "2021-05-03",
      "2021-05-03"
    ),
    (
      "On 3 May 2021 rebels attacked the town. The army halted its operations around midnight.",
      "2021-05-03", "2021-05-04"
    ),
    ("The president began a three-day visit to Peru on 3 May 2021.", "2021-05-03", "2021-05-05"),
    (
      "Ties have improved since 4 April 2021. The army has twice attacked the rebels.",
      "2021-04-04", "2021-06-01"
    ),
    ("The army attacked the camp after the vote of 3 May 2021.", "2021-05-03", "2021-06-01"),
    (
      "It marks a decline in ties, once thought to align after the rebels’ return to power in May 2020.",
      "2020-05-01", "2020-05-31"
    ),
  ])
  func `take their days from story, tense and document date`(
    _ text: String, _ earliest: String?, _ latest: String
  ) {
    let last = events(text, date: "2021-06-01").1.last?.interval
    #expect(last?.earliest?.iso == earliest)
    #expect(last?.latest?.iso == latest)
  }

  @Test func `are made of dated accusations, however plain the verb`() {
    let (article, found) = events("Norway said on 3 May 2021 that Denmark had violated the treaty.")
    let accusation = found.first { $0.type == .accuse }
    #expect(
      accusation?.actors.map { article.article.text[article.mentions[$0].span] } == ["Norway"])
    #expect(accusation?.interval?.earliest?.iso == "2021-05-03")
    #expect(
      events("Norway said that Denmark had violated the treaty.").1.allSatisfy {
        $0.type != .accuse
      })
  }

  /// The words of the mentions that act in the first event.
  private func actors(_ text: String) -> [String] {
    let (article, found) = events(text)
    return found.first?.actors.map { article.article.text[article.mentions[$0].span] } ?? []
  }

  @Test(arguments: [
    ("Norway, Chile and Peru condemned the strike.", ["Norway", "Chile", "Peru"]),
    ("Norway condemned the strike, Chile and Peru praised it.", ["Norway"]),
  ])
  func `are done by all names of a list`(_ text: String, _ names: [String]) {
    #expect(actors(text) == names)
  }

  @Test func `are done by a list behind a place`() {
    #expect(actors("In Lima, Chile and Peru signed a treaty.") == ["Chile", "Peru"])
  }

  @Test func `are done by those who are to do what a campaign is for`() {
    #expect(actors("Norway launched a campaign to expel thousands of migrants.") == ["Norway"])
  }

  @Test func `share the day that a sentence gives two of them`() {
    let (article, found) = events(
      "Norway bombed the port on the very day that the envoy began a week-long visit to Chile.")
    let pair = SameDay.pairs(in: article).first
    #expect(pair.map { found[$0.event].type } == .consult)
    #expect(pair.map { found[$0.other].type } == .assault)
    #expect(pair?.further == 7)
    #expect(
      SameDay.pairs(in: events("Norway bombed the port the day after Chile accused it.").0).isEmpty)
  }

  @Test func `take the day of what happened at the same time`() {
    let (_, found) = events(
      "Twelve sailors died when the trawler capsized off Bergen on Sunday.", date: "2024-03-06")
    #expect(found.first?.type == .disaster)
    #expect(found.allSatisfy { $0.interval?.earliest?.iso == "2024-03-03" })
  }

  @Test func `befall those whom they are told of, who do not act`() {
    let (article, found) = events("The trawler Hilda Brandt sank off Bergen on Sunday.")
    let sinking = found.first { $0.type == .disaster }
    #expect(sinking?.actors == [])
    #expect(
      sinking?.recipients.map { article.article.text[article.mentions[$0].span] } == [
        "Hilda Brandt"
      ])
  }

  @Test(arguments: [
    "Miners in the valley die young.", "Prices fall when the harvest is good.",
    "The system crashed twice.", "She found the letter under the carpet.",
  ])
  func `are not found in what happens ever again or to things`(_ text: String) {
    #expect(events(text).1.filter { !$0.type.isPlover && !$0.isGeneric }.isEmpty)
  }

  @Test func `name the one who acts in a passive`() {
    let (article, found) = events("The convoy was attacked by rebels in Mali on 3 May 2021.")
    #expect(found.first?.type == .assault)
    #expect(found.first.flatMap { $0.timex } != nil)
    #expect(article.events.first?.interval == article.timexes.first?.interval)
  }
}

@Suite struct `The event lexicon` {
  @Test func `has no line that cannot be read`() {
    let counts = EventLexicon.senseCounts
    #expect(counts.read == counts.written)
    #expect(counts.read > 1500)
  }
}
