public import DatelineText

/// Makes short news of a small made-up world, in which the same few people, places and happenings come
/// again and again: articles that copy, correct, contradict and outdate each other.
public struct MadeNews {
  private var generator: SeededGenerator

  /// The news of a seed.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let people = [
    "Anna Lind", "Joe Park", "Maria Costa", "Ivan Petrov", "Amal Haddad", "Peter Park",
  ]
  private static let bodies = [
    "the Dock Union", "the Red Crescent", "the Electoral Commission", "the Kivu Front",
    "the Ministry of Defence", "KF",
  ]
  private static let states = [
    ("Peru", "Lima", "Peruvian"), ("Kenya", "Nairobi", "Kenyan"), ("Norway", "Oslo", "Norwegian"),
  ]
  private static let towns = ["Goma", "Bergen", "Cusco", "Mombasa"]

  /// A number below `limit`.
  public mutating func number(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }

  private mutating func one<Value>(_ list: [Value]) -> Value { list[number(list.count)] }

  private mutating func day() -> String { "\(3 + number(6)) May 2024" }

  private mutating func sentence() -> String {
    let (person, body, town, count) = (
      one(Self.people), one(Self.bodies), one(Self.towns), number(4)
    )
    let (state, other) = (one(Self.states), one(Self.states))
    let surname = person.split(separator: " ").last ?? ""
    switch number(16) {
    case 0: return "\(person) met \(one(Self.people)) in \(town) on \(day())."
    case 1:
      return "Rebels attacked \(town) on \(day()), killing \(20 + 10 * count) people, \(body) said."
    case 2: return "\(body) denied that it had attacked \(town)."
    case 3: return "\(state.0) accused \(other.0) of an attack on \(town) on \(day())."
    case 4: return "\(state.0)'s foreign minister, \(person), denied the accusation."
    case 5: return "\(surname) said that \(20 + 10 * count) people died in \(town) on Monday."
    case 6: return "\(state.2) police arrested \(person) in \(state.1) on \(day())."
    case 7: return "\(person), head of \(body), resigned on \(day())."
    case 8: return "\(state.1) said the ceasefire would hold."
    case 9: return "\(body) claimed that \(200 + 100 * count) people were killed in the attack."
    case 10: return "The visit to \(town) marked a new beginning, \(surname) said."
    case 11: return "\(state.0) and \(other.0) signed an agreement in \(town) on \(day())."
    case 12: return "A ferry sank off \(town) on \(day()), killing \(20 + count) people."
    case 13: return "President \(person) of \(state.0) visited \(other.1) on Tuesday."
    case 14: return "\(body) governs \(town), and \(person) leads it."
    default:
      return "Fighting went on in \(town) after \(body) had declared a ceasefire on \(day())."
    }
  }

  /// An article of a name; three of four are dated, or all.
  public mutating func article(_ name: String, isDated: Bool = false) -> AnnotatedArticle {
    var sentences: [String] = []
    for _ in 0..<(2 + number(4)) { sentences.append(sentence()) }
    // Wire copy: what several articles have word for word.
    if number(4) == 0 {
      sentences.append(
        "Officials at the harbour said that the crews of both ships had worked through the night "
          + "to reach the people who were still waiting on the rocks below the old lighthouse.")
    }
    var article = Article(
      id: ArticleID(name), text: SourceText(sentences.joined(separator: " ")))
    article.blocks = [Block(kind: .paragraph, span: article.text.span)]
    if number(4) > 0 || isDated { article.metadata.date = "2024-05-\(10 + number(4))" }
    return Annotator.annotate(article)
  }
}
