import DatelineText

/// One made-up story that several articles tell: what happened where and when, and who is in it.
struct NewsStory {
  /// A person with office and gender.
  struct Person {
    /// What stands before the name at first mention ("Foreign Minister ").
    var title: [UInt8]
    var given: [UInt8]
    var surname: [UInt8]
    var isWoman: Bool
  }

  /// Which kind of story, as an index into the topics.
  let topic: Int
  /// The day of the event.
  let day: DayNumber
  /// The people, by role in the order of `NewsRole.allCases`.
  let people: [Person]
  /// The places and groups, in the order of `NewsPlace.allCases`; those of the outlet are empty.
  let places: [[UInt8]]
  /// The figures, in the order of the template.
  let figures: [Int]

  /// Makes story number `index` of the corpus that `seed` names.
  init(index: Int, seed: UInt64, world: NewsWorld, topics: [NewsTemplate]) {
    var random = SplitMix(seed: seed, stream: UInt64(index) &* 4)
    topic = random.below(topics.count)
    // The years 2019 to 2025.
    day = DayNumber(year: 2019, month: 1, day: 5).advanced(by: random.below(2540))
    let home = random.below(world.countries.count)
    let country = world.countries[home]
    var stage = NewsStage(world: world, seed: seed, story: UInt64(index), home: home)
    stage.neighbour =
      country.neighbours.isEmpty
      ? random.below(world.countries.count) : random.pick(country.neighbours)
    stage.host = random.below(world.countries.count)
    people = NewsRole.allCases.map { stage.person($0) }
    let towns = random.shuffled(country.towns)
    places = NewsPlace.allCases.map { place in
      switch place {
      case .town: Array(towns[0].utf8)
      case .town2: Array(towns[1].utf8)
      default: stage.name(of: place)
      }
    }
    figures = topics[topic].bounds.map { bounds in
      // Small figures are more frequent than large ones.
      let low = min(random.below(1000), random.below(1000))
      return bounds.lowerBound + low * (bounds.count - 1) / 999
    }
  }
}

/// Casts a story: chooses its people and names its groups.
///
/// Those who hold an office are the same in every story of a country and a corpus, so that they
/// come back in many articles; bystanders belong to one story.
struct NewsStage {
  let world: NewsWorld
  let seed: UInt64
  let story: UInt64
  let home: Int
  var neighbour = 0
  var host = 0

  /// The person who plays `role`.
  func person(_ role: NewsRole) -> NewsStory.Person {
    let country =
      switch role {
      case .bforeign, .bpresident: neighbour
      case .tforeign: host
      case .envoy, .reporter, .editor: Int((seed ^ story) % UInt64(world.countries.count))
      default: home
      }
    var random = SplitMix(seed: seed, stream: stream(of: role, country: country))
    let names = world.names[world.countries[country].family]
    let isWoman = random.happens(28)
    return NewsStory.Person(
      title: Array(title(of: role, isWoman: isWoman).utf8),
      given: Array(random.pick(isWoman ? names.women : names.men).utf8),
      surname: Array(random.pick(names.surnames).utf8), isWoman: isWoman)
  }

  /// What the chance of casting hangs on: the country for offices, else the story.
  private func stream(of role: NewsRole, country: Int) -> UInt64 {
    // A neighbour's minister is the one who is minister at home.
    let office: NewsRole =
      switch role {
      case .bforeign, .tforeign: .foreign
      case .bpresident: .president
      default: role
      }
    let number = UInt64(NewsRole.allCases.firstIndex(of: office) ?? 0)
    switch office {
    case .president, .pm, .foreign, .interior, .defence, .opposition, .rebel:
      return (UInt64(country) << 8 | number) << 2 | 1
    default: return (story << 8 | number) << 2 | 2
    }
  }

  private func title(of role: NewsRole, isWoman: Bool) -> String {
    switch role {
    case .president: "President "
    case .pm: "Prime Minister "
    case .foreign: "Foreign Minister "
    case .interior: "Interior Minister "
    case .defence: "Defence Minister "
    case .governor: "Governor "
    case .police: "police chief "
    case .spokes: isWoman ? "government spokeswoman " : "government spokesman "
    case .general: "General "
    case .opposition: "opposition leader "
    case .envoy: "UN envoy "
    case .bforeign: world.countries[neighbour].demonym + " Foreign Minister "
    case .bpresident: world.countries[neighbour].demonym + " President "
    case .tforeign: world.countries[host].demonym + " Foreign Minister "
    case .doctor: "Dr. "
    case .analyst: "analyst "
    case .lawyer: "defence lawyer "
    case .judge: "Judge "
    case .ceo, .ceo2: "chief executive "
    case .mayor: "Mayor "
    case .accused: "former Transport Minister "
    case .rebel, .witness, .activist, .reporter, .editor: ""
    }
  }

  /// The name of a place or group other than a town.
  func name(of place: NewsPlace) -> [UInt8] {
    let country = world.countries[home]
    let other = world.countries[neighbour]
    let third = world.countries[host]
    let name =
      switch place {
      case .country: country.name
      case .demonym: country.demonym
      case .capital: country.capital
      case .bcountry: other.name
      case .bdemonym: other.demonym
      case .bcapital: other.capital
      case .third: third.name
      case .tcapital: third.capital
      case .group: group(country)
      case .party, .party2: party(country, second: place == .party2)
      case .company, .company2: company(country, second: place == .company2)
      case .ngo: ngo
      case .town, .town2, .outlet, .other, .slug: ""
      }
    return Array(name.utf8)
  }

  private func group(_ country: NewsWorld.Country) -> String {
    var random = SplitMix(seed: seed, stream: UInt64(home) << 2 | 3)
    let town = random.pick(country.towns)
    return random.pick([
      "the \(town) Liberation Front", "the \(country.demonym) People's Army",
      "the Brigades of \(town)", "the National Resistance Movement of \(country.name)",
      "the Islamic Front of \(town)", "the \(town) Revolutionary Command",
    ])
  }

  private func party(_ country: NewsWorld.Country, second: Bool) -> String {
    var random = SplitMix(seed: seed, stream: (UInt64(home) << 1 | (second ? 1 : 0)) << 8 | 0x80)
    let kind = random.pick(["National", "People's", "Democratic", "Progressive", "Justice"])
    let form = random.pick(["Congress", "Union", "Alliance", "Party", "Front"])
    return second ? "\(country.demonym) \(form) for Reform" : "the \(kind) \(form)"
  }

  private func company(_ country: NewsWorld.Country, second: Bool) -> String {
    var random = SplitMix(seed: seed, stream: story << 3 | (second ? 5 : 4))
    let surname = random.pick(world.names[country.family].surnames)
    let town = random.pick(country.towns)
    return second
      ? "\(town) \(random.pick(["Steel", "Telecom", "Motors", "Foods", "Bank"]))"
      : "\(surname) \(random.pick(["Holdings", "Energy", "Industries", "Group", "Airlines"]))"
  }

  private var ngo: String {
    var random = SplitMix(seed: seed, stream: story << 3 | 6)
    return random.pick([
      "Doctors Without Walls", "the Norwegian Relief Committee", "Rights Observer",
      "the Centre for Border Studies", "the Open Ballot Network", "the Crisis Study Group",
    ])
  }
}
