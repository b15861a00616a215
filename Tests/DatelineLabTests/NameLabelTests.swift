import DatelineText
import Testing

@testable import dateline_lab

@Suite struct `Labels that a machine set` {
  private func trimmed(_ text: String, _ type: EntityType) -> String {
    let words = text.split(separator: " ").map(String.init)
    return words[NameEdges.trimmed(words.indices, of: type, in: words)].joined(separator: " ")
  }

  @Test(arguments: [
    ("of State Condoleezza Rice", EntityType.person, "Condoleezza Rice"),
    ("Prime Minister Nuri al-Maliki", .person, "Nuri al-Maliki"),
    ("Ariel Sharon ,", .person, "Ariel Sharon"),
    ("southern Iraq", .location, "Iraq"),
    ("the United Nations 's", .organization, "United Nations"),
    ("U.S.-led NATO", .organization, "NATO"),
    ("Bank of", .organization, "Bank"),
    ("and", .person, ""),
  ])
  func `lose at their ends what is no part of the name`(
    label: String, type: EntityType, name: String
  ) {
    #expect(trimmed(label, type) == name)
  }

  @Test(arguments: [
    ("State Department", EntityType.organization), ("Northern Ireland", .location),
    ("south", .location), ("General", .person), ("Yahoo !", .organization),
    ("Bank of England", .organization), ("Central African Republic", .location),
  ])
  func `keep what belongs to the name`(label: String, type: EntityType) {
    #expect(trimmed(label, type) == label)
  }

  @Test func `are looked at within their sentence`() {
    let words = ["met", "of", "State", "Rice", ","]
    #expect(NameEdges.trimmed(1..<5, of: .person, in: words) == 3..<4)
  }

  private static let person = 0
  private static let body = 1
  private static let place = 2

  private func bits(_ tags: [NameTag]) -> [UInt16] { tags.map { 1 << UInt16($0.rawValue) } }

  @Test(arguments: [
    // A person that the model takes for a body, all of it, and the other way round.
    (
      [NameTag.begin(person), .inside(person), .outside],
      [NameTag.begin(body), .outside, .outside], [true, true, false]
    ),
    ([.outside, .begin(body)], [.outside, .begin(person)], [false, true]),
    // A name that one of the two does not see.
    ([.begin(person), .outside], [.outside, .outside], [true, false]),
    // The end of a person's name.
    (
      [.begin(person), .outside], [.begin(person), .inside(person)], [true, true]
    ),
    // No person in it.
    ([.begin(body), .outside], [.begin(place), .outside], [false, false]),
    // The same person.
    ([.begin(person), .inside(person)], [.begin(person), .inside(person)], [false, false]),
  ])
  func `are left open where another model contradicts and one sees a person`(
    labels: [NameTag], found: [NameTag], open: [Bool]
  ) {
    let opened = NameDoubts.opened([bits(labels)], found: found)
    #expect(opened == [zip(bits(labels), open).map { $1 ? ~0 : $0 }])
  }

  @Test func `are compared sentence by sentence`() {
    let labels = [bits([.begin(Self.person)]), bits([.inside(Self.person), .outside])]
    let found = [NameTag.begin(Self.person), .inside(Self.person), .begin(Self.person)]
    #expect(NameDoubts.opened(labels, found: found) == [labels[0], [labels[1][0], ~0]])
  }

  @Test func `that allow several tags are not contradicted by one of them`() {
    let outsideOrGroup: UInt16 = 1 | 1 << UInt16(NameTag.begin(3).rawValue)
    #expect(NameDoubts.opened([[outsideOrGroup]], found: [.begin(3)]) == [[outsideOrGroup]])
    #expect(NameDoubts.opened([[outsideOrGroup]], found: [.begin(Self.person)]) == [[~0]])
  }

  @Test(arguments: [1, 2, 3, 5])
  func `are learnt by all networks but one, or by the only one`(networks: Int) {
    for place in 0..<10 {
      let lesson = NameLesson(
        genre: .any, weight: 1, own: NameAnswers(), plain: NameAnswers(), place: place)
      let learners = (0..<networks).filter {
        NameTeaching.isLearnt(lesson, by: $0, of: networks)
      }
      #expect(learners.count == max(networks - 1, 1))
    }
  }
}
