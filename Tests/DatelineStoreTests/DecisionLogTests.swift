import DatelineModel
import DatelineStore
import DatelineText
import TestSupport
import Testing

private let anchor = QuoteAnchor(
  contentHash: "00ff", article: ArticleID("a \"b\"\n.txt"), quote: "talks in Doha", offset: 12)
private let day = DayNumber(year: 2025, month: 10, day: 9)
private let entity = EntityID("GPE:pakistan")

private let everyDecision: [Decision] = [
  .setDate(article: anchor, day: day),
  .setDate(article: anchor, day: nil),
  .merge(entity, into: EntityID("ORG:x")),
  .split(name: "Kabul", from: entity),
  .rename(entity, to: "Pākistān"),
  .retype(entity, to: .organization),
  .rejectEntity(entity),
  .rejectEvent(anchor),
  .redateEvent(anchor, interval: DayInterval(earliest: day, latest: nil)),
  .retypeEvent(anchor, to: .assault),
  .addEvent(anchor, type: .consult, interval: nil),
  .addEvent(anchor, type: .consult, interval: DayInterval(day)),
  .note(subject: .event(anchor), text: "check\twith 004"),
  .mark(subject: .entity(entity), isSet: true),
  .tag(subject: .article(anchor), name: "toll", isSet: false),
]

@Suite struct DecisionLogTests {
  private let time = "2025-10-24T08:00:00Z"

  @Test func `every kind of decision comes back as it was taken`() throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    for decision in everyDecision { try log.append(decision, at: time) }
    let contents = try log.read()
    #expect(contents.entries.map(\.decision) == everyDecision)
    #expect(contents.unreadable.isEmpty)
  }

  @Test func `a log that does not exist is empty`() throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    let contents = try log.read()
    #expect(contents.entries.isEmpty && contents.unreadable.isEmpty)
  }

  @Test func `an undo takes a decision back and undoing the undo restores it`() throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    let first = try log.append(.rejectEntity(entity), at: time)
    try log.append(.rename(entity, to: "P"), at: time)
    let undo = try log.undo(first, at: time)
    #expect(try log.read().entries.map(\.decision) == [.rename(entity, to: "P")])
    try log.undo(undo, at: time)
    #expect(
      try log.read().entries.map(\.decision) == [.rejectEntity(entity), .rename(entity, to: "P")])
  }

  @Test func `setting a mark again after taking it away counts`() throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    let marks = [true, false, true].map { Decision.mark(subject: .entity(entity), isSet: $0) }
    for mark in marks { try log.append(mark, at: time) }
    #expect(try log.read().entries.map(\.decision) == marks)
  }

  @Test(arguments: ["{\"action\":\"merge\",\"at\":", "\u{0}\u{1}", "[]", "{\"action\":\"fly\"}"])
  func `a torn or foreign line is reported, kept, and loses no other line`(torn: String) throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    try log.append(.rejectEntity(entity), at: time)
    try folder.write(DecisionLog.fileName, folder.read(DecisionLog.fileName) + torn)
    try log.append(.rename(entity, to: "P"), at: time)
    let contents = try log.read()
    #expect(
      contents.entries.map(\.decision) == [.rejectEntity(entity), .rename(entity, to: "P")])
    #expect(contents.unreadable == [2])
    #expect(folder.read(DecisionLog.fileName).contains(torn))
  }

  @Test func `two people's logs are merged by concatenation in either order`() throws {
    let folder = try TemporaryFolder()
    let mine = DecisionLog(folder: folder.path, dataHome: folder.path, user: "ana")
    let theirs = DecisionLog(path: folder.path + "/other.jsonl", user: "ben")
    let rejected = try mine.append(.rejectEntity(entity), at: time)
    try mine.undo(rejected, at: time)
    try theirs.append(.rename(entity, to: "P"), at: time)
    let both = folder.read(DecisionLog.fileName)
    try folder.write("other.jsonl", folder.read("other.jsonl") + both + both)
    #expect(try theirs.read().entries.map(\.decision) == [.rename(entity, to: "P")])
  }

  @Test func `a folder that cannot be written sends the log to the data directory`() throws {
    let folder = try TemporaryFolder()
    let log = DecisionLog(
      folder: "/proc/self", dataHome: folder.path, user: "ana")
    #expect(log.path.hasPrefix(folder.path + "/dateline/"))
  }
}
