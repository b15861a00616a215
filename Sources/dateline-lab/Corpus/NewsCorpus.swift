import DatelineText

/// Makes corpora of invented news: article by article, the same for the same seed.
///
/// Stories are told by one to twelve articles of several outlets, whose figures differ; some
/// articles are near-copies of another outlet's, some are not in English. Each article is made from
/// its number alone, so they may be made in any order and in parallel.
struct NewsCorpus: Sendable {
  /// One article.
  struct Item {
    var path: String
    var title: [UInt8]
    var byline: String
    var source: String
    var url: String
    /// The day that it appeared, in ISO 8601.
    var date: String
    var language: NewsLanguage
    /// The paragraphs of the body.
    var paragraphs: [[UInt8]]
    /// The whole text as a file has it, with header and furniture.
    var text: [UInt8]
  }

  private let seed: UInt64
  private let world = NewsWorld()
  private let topics = [
    NewsTemplate(NewsTemplate.conflict, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.security, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.election, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.diplomacy, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.protest, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.disaster, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.business, NewsTemplate.general, NewsTemplate.furniture),
    NewsTemplate(NewsTemplate.courts, NewsTemplate.general, NewsTemplate.furniture),
  ]
  private let foreign: [NewsLanguage: NewsTemplate] = [
    .es: NewsTemplate(NewsTemplate.spanish), .fr: NewsTemplate(NewsTemplate.french),
    .de: NewsTemplate(NewsTemplate.german), .ar: NewsTemplate(NewsTemplate.arabic),
  ]

  /// How many articles tell each story, over and over; the sum is the period.
  private static let storySizes = [12, 1, 7, 2, 1, 9, 3, 1, 5, 1, 2, 8, 1, 4, 1, 2]
  private static let period = storySizes.reduce(0, +)

  init(seed: UInt64) { self.seed = seed }

  /// The story of article `index`, and which of its articles this is.
  private func place(of index: Int) -> (story: Int, member: Int) {
    var member = index % Self.period
    var story = index / Self.period * Self.storySizes.count
    for size in Self.storySizes {
      if member < size { break }
      member -= size
      story += 1
    }
    return (story, member)
  }

  /// Article number `index`.
  func item(_ index: Int) -> Item {
    let (number, member) = place(of: index)
    let story = NewsStory(index: number, seed: seed, world: world, topics: topics)
    var random = SplitMix(seed: seed, stream: UInt64(index) &* 4 &+ 3)
    let outlet = random.pick(world.outlets)
    // One in eight of the later articles is wire copy: the words of the first, headed anew.
    let isCopy = member > 0 && outlet.language == .en && random.happens(12)
    let first = isCopy ? index - member : index
    var body = self.body(first, story: story, outlet: outlet)
    if isCopy, body.paragraphs.count > 5 {
      body.paragraphs.removeLast(1 + random.below(2))
    }
    let layout = NewsLayout(story: story, outlet: outlet, index: index)
    return layout.item(&body, template: template(of: story, outlet.language), random: &random)
  }

  private func template(of story: NewsStory, _ language: NewsLanguage) -> NewsTemplate {
    foreign[language] ?? topics[story.topic]
  }

  /// The paragraphs of article `index`, in the typography of `outlet`.
  private func body(_ index: Int, story: NewsStory, outlet: NewsWorld.Outlet) -> NewsBody {
    var random = SplitMix(seed: seed, stream: UInt64(index) &* 4 &+ 2)
    let published = story.day.advanced(by: random.below(4) + (random.happens(10) ? 5 : 0))
    let other = random.pick(world.outlets.filter { $0.language == .en && $0.name != outlet.name })
    let writer = NewsWriter(
      story: story, outlet: outlet, other: other, published: published, random: random)
    var body = NewsBody(writer: writer, published: published)
    body.write(template(of: story, outlet.language), random: &random)
    return body
  }
}

/// The paragraphs of one article, and the writer that knows whom they introduced.
struct NewsBody {
  var writer: NewsWriter
  let published: DayNumber
  var paragraphs: [[UInt8]] = []

  init(writer: NewsWriter, published: DayNumber) {
    self.writer = writer
    self.published = published
  }

  /// Writes a lead and as many sentences as an article of this length has.
  mutating func write(_ template: NewsTemplate, random: inout SplitMix) {
    paragraphs = [writer.text(random.pick(template.leads))]
    // About 15 words a sentence: near 600 words on average, with the lead.
    let wanted = random.within(24...56)
    let sentences = random.shuffled(template.bodies).prefix(wanted)
    var left = 0
    for sentence in sentences {
      let text = writer.text(sentence)
      if left > 0 {
        paragraphs[paragraphs.count - 1] += [0x20] + text
        left -= 1
      } else {
        paragraphs.append(text)
        left = random.below(4)
      }
    }
  }
}
