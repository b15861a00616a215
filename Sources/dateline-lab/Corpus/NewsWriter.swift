import DatelineText

/// Fills in templates for one article of a story, as one outlet would print it.
struct NewsWriter {
  private let story: NewsStory
  private let outlet: NewsWorld.Outlet
  private let other: NewsWorld.Outlet
  /// The day that the article appears.
  private let published: DayNumber
  /// This article's figures, which may differ from those of other articles.
  private let figures: [Int]
  private var introduced: Set<NewsRole> = []
  private(set) var random: SplitMix
  /// The text so far.
  private var output: [UInt8] = []

  init(
    story: NewsStory, outlet: NewsWorld.Outlet, other: NewsWorld.Outlet, published: DayNumber,
    random: SplitMix
  ) {
    self.story = story
    self.outlet = outlet
    self.other = other
    self.published = published
    self.random = random
    var random = random
    figures = story.figures.map { figure in
      // A third of the articles has figures of its own: the sources contradict each other.
      random.happens(30) ? Self.varied(figure, by: random.below(60)) : figure
    }
  }

  /// The text of `template`, with a capital letter at its start.
  mutating func text(_ template: [NewsPiece]) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    for piece in template { write(piece) }
    let quote = UInt8(ascii: "\"")
    let start = output.first == quote ? 1 : 0
    if start < output.count, output[start] >= 0x61, output[start] <= 0x7A { output[start] &= 0xDF }
    return outlet.hasCurlyQuotes && outlet.language == .en ? Self.curly(output) : output
  }

  private static func varied(_ figure: Int, by percent: Int) -> Int {
    max(1, figure * (percent < 30 ? 70 + percent : 76 + percent) / 100)
  }

  private mutating func write(_ piece: NewsPiece) {
    switch piece {
    case .literal(let bytes): output += bytes
    case .choice(let alternatives):
      for piece in random.pick(alternatives) { write(piece) }
    case .person(let role, let reference): write(role, reference)
    case .place(let place): write(place)
    case .number(let key, let variant): write(key: key, variant: variant)
    case .on(let days): write(NewsDate(story.day.advanced(by: days), from: published), .adverb)
    case .day(let days): write(NewsDate(story.day.advanced(by: days), from: published), .noun)
    case .weekday(let days):
      write(NewsDate(story.day.advanced(by: days), from: published), .weekday)
    case .month(let months):
      let day = story.day.advanced(by: months * 61 / 2)
      write(NewsDate(day, from: published), .month)
    case .year(let years): output += String(story.day.date.year + years).utf8
    }
  }

  private mutating func write(_ date: NewsDate, _ form: NewsDate.Form) {
    output += date.text(form, language: outlet.language, random: &random).utf8
  }

  private mutating func write(_ place: NewsPlace) {
    switch place {
    case .outlet: output += outlet.name.utf8
    case .other: output += other.name.utf8
    case .slug: output += outlet.slug.utf8
    default: output += story.places[NewsPlace.allCases.firstIndex(of: place) ?? 0]
    }
  }

  private mutating func write(_ role: NewsRole, _ reference: NewsReference) {
    let person = story.people[NewsRole.allCases.firstIndex(of: role) ?? 0]
    switch reference {
    case .mention:
      let isNew = introduced.insert(role).inserted
      let isFull = isNew || random.happens(15)
      if isNew || random.happens(30) { output += person.title }
      if isFull { output += person.given + [0x20] }
      output += person.surname
    case .full: output += person.given + [0x20] + person.surname
    case .last: output += person.surname
    case .subject: output += (person.isWoman ? "she" : "he").utf8
    case .possessive: output += (person.isWoman ? "her" : "his").utf8
    case .object: output += (person.isWoman ? "her" : "him").utf8
    }
  }

  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  private mutating func write(key: Int, variant: Int) {
    let figure =
      variant == 1
      ? figures[key] : Self.varied(story.figures[key], by: (variant &* 17 &+ key &* 7) % 60)
    if outlet.language == .en, (1...10).contains(figure), random.happens(75) {
      output += Self.words[figure - 1].utf8
      return
    }
    let digits = Array(String(figure).utf8)
    for (index, digit) in digits.enumerated() {
      if index > 0, digits.count > 3, (digits.count - index) % 3 == 0 {
        output.append(UInt8(ascii: outlet.language == .en ? "," : "."))
      }
      output.append(digit)
    }
  }

  /// Typewriter marks made typographic.
  private static func curly(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\""):
        let opens = index == 0 || text[index - 1] == 0x20
        result += opens ? Array("\u{201C}".utf8) : Array("\u{201D}".utf8)
      case UInt8(ascii: "'"): result += "\u{2019}".utf8
      default: result.append(byte)
      }
    }
    return result
  }
}
