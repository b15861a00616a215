import DatelineText

/// Chooses which mentions of an event are shown as telling it, and in which order.
///
/// What is asked for or feared is not told as done, and an article that is older than the deed cannot
/// tell it: such mentions leave an event that others assert. An announcement stays, behind those who
/// tell the event, and is no source of its having happened.
struct SupportOrder {
  /// A mention of an event, and what was read of it.
  typealias Member = (record: EventRecord, telling: Telling)

  /// Those that tell the event.
  let telling: [Member]
  /// Those that announced it.
  private let announcing: [Member]

  /// Sorts `members`, in order of the text, of an event of `days` whose firmest telling has `status`.
  init(_ members: [Member], status: FactStatus, days: DayInterval?) {
    let isTold = [.stated, .attributed, .unconfirmed].contains(status)
    let firm = members.filter { member in
      !isTold
        || ![.hypothetical, .denied, .planned].contains(member.record.status)
          && !Self.isOlder(member.telling, than: days)
    }
    guard isTold, !firm.isEmpty else {
      (telling, announcing) = (members, [])
      return
    }
    telling = firm
    announcing = members.filter { $0.record.status == .planned }
  }

  /// Whether an article whose date is known was published before all of `days`.
  private static func isOlder(_ telling: Telling, than days: DayInterval?) -> Bool {
    guard let first = days?.earliest, let published = telling.published else { return false }
    return published < first
  }

  /// The mentions in the order to be shown: the one that gives the title its words, then the rest of
  /// those that tell the event, then those that announced it.
  func ordered(first: EventRecord?) -> [Member] {
    let chosen = telling.filter { member in first.map { Self.areOne(member.record, $0) } ?? false }
    // Mentions of one sentence stay together.
    var places: [Place: Int] = [:]
    var tellings: [[Member]] = []
    for member in chosen + telling + announcing {
      let place = Place(article: member.record.article, sentence: member.record.sentence)
      let index = places[place] ?? tellings.count
      if index == tellings.count {
        places[place] = index
        tellings.append([])
      }
      if !tellings[index].contains(where: { Self.areOne($0.record, member.record) }) {
        tellings[index].append(member)
      }
    }
    return tellings.flatMap { $0 }
  }

  private struct Place: Hashable {
    var article: Int
    var sentence: Int
  }

  private static func areOne(_ left: EventRecord, _ right: EventRecord) -> Bool {
    left.article == right.article && left.event == right.event
  }
}
