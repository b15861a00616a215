import DatelineText

/// A day as news writes it, seen from the day on which the article appears.
struct NewsDate {
  /// How much is written.
  enum Form {
    /// With its preposition ("on Monday", "yesterday").
    case adverb
    /// Without ("Monday", "9 October").
    case noun
    /// The name of the weekday.
    case weekday
    /// Month and, where needed, year.
    case month
  }

  private let day: DayNumber
  private let published: DayNumber

  init(_ day: DayNumber, from published: DayNumber) {
    self.day = day
    self.published = published
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months: [NewsLanguage: [String]] = [
    .en: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    .es: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    .fr: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    .de: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    .ar: [
      "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
      "نوفمبر", "ديسمبر",
    ],
  ]

  /// The name of the month of `day`.
  private func month(_ language: NewsLanguage) -> String {
    (Self.months[language] ?? [])[day.date.month - 1]
  }

  /// The day in words.
  func text(_ form: Form, language: NewsLanguage, random: inout SplitMix) -> String {
    guard language == .en else { return foreign(language) }
    let needsYear = day.date.year != published.date.year
    switch form {
    case .weekday: return Self.weekdays[day.weekday - 1]
    case .month:
      let isNear = abs(published.distance(to: day)) < 300
      let year = isNear && !needsYear && random.happens(60) ? "" : " \(day.date.year)"
      return month(language) + year
    case .adverb, .noun: return near(form, random: &random) ?? far(form, needsYear, &random)
    }
  }

  /// A day within a week, by its name or by its distance; nil for others, and at times by choice.
  private func near(_ form: Form, random: inout SplitMix) -> String? {
    let distance = published.distance(to: day)
    guard abs(distance) < 7, !random.happens(20) else { return nil }
    let weekday = Self.weekdays[day.weekday - 1]
    if form == .adverb, random.happens(25) {
      switch distance {
      case 0: return random.pick(["today", "early today", "on \(weekday) morning"])
      case -1: return random.pick(["yesterday", "late on \(weekday)", "overnight"])
      case 1: return "tomorrow"
      case -6 ... -2:
        return random.pick(["\(-distance) days ago", "last \(weekday)", "earlier this week"])
      default: return "next \(weekday)"
      }
    }
    return form == .adverb ? "on " + weekday : weekday
  }

  private func far(_ form: Form, _ needsYear: Bool, _ random: inout SplitMix) -> String {
    let year = needsYear || random.happens(25)
    let number = day.date.day
    let date =
      random.happens(50)
      ? "\(number) \(month(.en))" + (year ? " \(day.date.year)" : "")
      : "\(month(.en)) \(number)" + (year ? ", \(day.date.year)" : "")
    return form == .adverb ? "on " + date : date
  }

  private func foreign(_ language: NewsLanguage) -> String {
    let (year, _, number) = day.date
    return switch language {
    case .es: "\(number) de \(month(language)) de \(year)"
    case .de: "\(number). \(month(language)) \(year)"
    case .en, .fr, .ar: "\(number) \(month(language)) \(year)"
    }
  }

  /// The date in full, as headers print it.
  func header(_ language: NewsLanguage) -> String {
    let (year, _, number) = day.date
    return language == .en ? "\(month(.en)) \(number), \(year)" : foreign(language)
  }

  /// Month and day, as datelines print them ("Oct 9").
  var dateline: String { "\(month(.en).prefix(3)) \(day.date.day)" }
}
