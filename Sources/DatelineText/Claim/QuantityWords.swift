/// The words that bound, measure and count.
enum QuantityWords {
  /// Which side of the number a bound leaves open.
  enum Bound { case least, most, about }

  /// "between", which opens a range.
  static let between: WordKey = "between"
  /// "from", before which a number is where a change began.
  static let from: WordKey = "from"
  /// "old", after which years are an age.
  static let old: WordKey = "old"
  /// What stands between the two ends of a range.
  static let rangeJoints: Set<WordKey> = ["to", "-", "–", "or"]

  /// Phrases before a number: "more than" leaves it open above, "nearly" below.
  static let bounds: [[WordKey]: Bound] = {
    var bounds: [[WordKey]: Bound] = [:]
    let phrases: [(Bound, String)] = [
      (
        .least,
        "more than|over|above|at least|no fewer than|no less than|not less than|upwards of"
          + "|upward of|exceeding|greater than|in excess of|a minimum of"
      ),
      (
        .most,
        "up to|as many as|as much as|less than|fewer than|under|below|at most|no more than"
          + "|not more than|nearly|almost|close to|just under|a maximum of"
      ),
      (.about, "about|around|roughly|approximately|some|an estimated|exactly"),
    ]
    for (bound, list) in phrases {
      for phrase in list.parts(at: UInt8(ascii: "|")) {
        bounds[phrase.words.map { WordKey($0) }] = bound
      }
    }
    return bounds
  }()

  /// Percent signs and words.
  static let percents: [WordKey: String] = [
    "%": "percent", "percent": "percent", "per": "percent", "percentage": "percent",
  ]

  /// Units of measure, with the plural that names them.
  static let measures = table([
    "seconds": "second", "minutes": "minute", "hours": "hour hr hrs", "days": "day",
    "weeks": "week", "months": "month", "years": "year", "miles": "mile",
    "kilometres": "kilometre kilometer km kms", "metres": "metre meter", "feet": "foot feet",
    "acres": "acre", "hectares": "hectare", "tons": "ton tonne", "kilograms": "kilogram kg kilo",
    "pounds": "pound", "barrels": "barrel", "degrees": "degree", "dollars": "dollar",
    "euros": "euro", "rupees": "rupee", "anniversary": "anniversary", "megawatts": "megawatt mw",
    "litres": "litre liter", "gallons": "gallon",
  ])

  /// Nouns that say by themselves what befell those counted.
  static let tolls = table([
    "deaths": "death fatality life lives dead killed", "casualties": "casualty",
    "wounded": "wounded injured injury", "arrests": "arrest", "losses": "loss",
  ])

  /// Verbs, by form, that say what befell those counted.
  static let harms: [WordKey: String] = {
    var harms: [WordKey: String] = [:]
    let verbs: [(String, String)] = [
      ("deaths", "kill die slay murder massacre assassinate behead execute perish drown lose"),
      ("wounded", "wound injure hurt maim"), ("arrests", "arrest detain jail imprison"),
      ("displaced", "displace evacuate uproot"), ("abductions", "abduct kidnap"),
    ]
    for (unit, list) in verbs {
      for verb in list.words {
        for form in IrregularVerbs.inflections(of: verb) { harms[WordKey(form)] = unit }
      }
    }
    harms["dead"] = "deaths"
    harms["missing"] = "missing"
    return harms
  }()

  private static let people: Set<WordKey> = {
    let words =
      "person civilian soldier troop trooper fighter militant insurgent rebel policeman officer "
      + "police child student teacher protester demonstrator villager resident worker refugee "
      + "migrant passenger prisoner detainee journalist guard gunman guerrilla extremist terrorist "
      + "member victim individual man woman patient tourist pilgrim miner firefighter survivor "
      + "hostage sailor marine airman serviceman paramilitary infant teenager boy girl adult "
      + "citizen national worshipper commander recruit cadet peacekeeper employee follower"
    var people: Set<WordKey> = ["people", "personnel", "children", "others", "men", "women"]
    for word in words.words {
      for form in Inflection.noun(String(word)) { people.insert(WordKey(form)) }
    }
    return people
  }()

  /// Whether a noun names people.
  static func isPerson(_ key: WordKey) -> Bool { people.contains(key) }

  /// Whether a noun is known to be counted, where no tag says that it is a noun.
  static func isCountable(_ key: WordKey) -> Bool {
    people.contains(key) || measures[key] != nil || tolls[key] != nil
  }

  private static func table(_ units: KeyValuePairs<String, String>) -> [WordKey: String] {
    var table: [WordKey: String] = [:]
    for (unit, words) in units {
      for word in words.words {
        for form in Inflection.noun(String(word)) { table[WordKey(form)] = unit }
      }
    }
    return table
  }
}
