/// Dates in addresses: a path such as "/2025/10/24/", and the ids of posts that count the time.
enum LinkDates {
  /// A day that an address carries.
  struct Found {
    var day: DayNumber
    var span: ByteSpan
    /// What carries it ("the path of a link", "a post on x.com").
    var carrier: String
  }

  /// The days of the links in `text`: the article is not older than what it links to.
  static func signs(in text: SourceText) -> [DateSign] {
    days(in: text.bytes).map { found in
      DateSign(
        DayInterval(earliest: found.day, latest: nil), .bound, .link,
        evidence: "It links to \(found.carrier) of \(found.day.iso).", span: found.span)
    }
  }

  /// The days of all addresses in `bytes`, in order.
  static func days(in bytes: [UInt8]) -> [Found] {
    PrintedDates.starts(of: Array("://".utf8), in: bytes).flatMap { start in
      var end = start + 3
      while end < bytes.count, end - start < 600, isAddress(bytes[end]) { end += 1 }
      return days(inAddress: ByteSpan(start + 3, end), bytes)
    }
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    byte > 32 && byte < 127 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">") && byte != UInt8(ascii: ")")
  }

  /// The days that one address carries.
  static func days(inAddress span: ByteSpan, _ bytes: [UInt8]) -> [Found] {
    let address = bytes[span.range]
    if let post = postDay(address) {
      return [Found(day: post.day, span: span, carrier: "a post on \(post.site)")]
    }
    return pathDay(address).map { [Found(day: $0, span: span, carrier: "a page")] } ?? []
  }

  // MARK: - Paths

  /// The day of "/2025/10/24/", "/2025-10-24", "/20251024" or "-24-oct-2025" in an address.
  static func pathDay(_ address: ArraySlice<UInt8>) -> DayNumber? {
    let parts = address.split { byte in
      !(byte &- 48 < 10 || (byte | 32) &- 97 < 26)
    }
    for index in parts.indices {
      if parts[index].count == 8, let day = DateStamp.day(ofDigits: parts[index]) { return day }
      guard index + 2 < parts.count else { continue }
      let fields = parts[index...(index + 2)].map { Array($0) }
      if let day = yearFirst(fields) ?? dayFirst(fields) { return day }
    }
    return nil
  }

  private static func number(_ field: [UInt8]) -> Int? {
    guard !field.isEmpty, field.count <= 4, field.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return field.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func month(_ field: [UInt8]) -> Int? {
    if let number = number(field), field.count <= 2 { return number }
    let entry = TimexLexicon.embedded.entry(of: PackedWord(bytes: field[...]))
    return entry.flatMap { $0.classes.contains(.month) ? Int($0.number) : nil }
  }

  private static func yearFirst(_ fields: [[UInt8]]) -> DayNumber? {
    guard fields[0].count == 4, let year = number(fields[0]), (1990...2199).contains(year),
      let month = month(fields[1]), fields[2].count <= 2, let day = number(fields[2])
    else { return nil }
    return DayNumber.checked(year: year, month: month, day: day)
  }

  private static func dayFirst(_ fields: [[UInt8]]) -> DayNumber? {
    guard fields[2].count == 4, let year = number(fields[2]), (1990...2199).contains(year),
      number(fields[1]) == nil, let month = month(fields[1]), fields[0].count <= 2,
      let day = number(fields[0])
    else { return nil }
    return DayNumber.checked(year: year, month: month, day: day)
  }

  // MARK: - Posts

  /// The sites whose ids count milliseconds or seconds, and how.
  private struct Site {
    let name: StaticString
    let shift: UInt64
    /// Milliseconds from 1970 to the site's own epoch.
    let epoch: UInt64
    let unit: UInt64

    /// X and Twitter since November 2010, Discord, TikTok, Mastodon: the high bits of an id are the
    /// time of posting.
    static let all = [
      Site(name: "x.com", shift: 22, epoch: 1_288_834_974_657, unit: 1),
      Site(name: "twitter.com", shift: 22, epoch: 1_288_834_974_657, unit: 1),
      Site(name: "discord.com", shift: 22, epoch: 1_420_070_400_000, unit: 1),
      Site(name: "tiktok.com", shift: 32, epoch: 0, unit: 1000),
      Site(name: "mastodon.social", shift: 16, epoch: 0, unit: 1),
    ]
  }

  /// The day of a post's address; nil where the site or the id tells none.
  private static func postDay(_ address: ArraySlice<UInt8>) -> (day: DayNumber, site: String)? {
    let host = address.prefix { $0 != UInt8(ascii: "/") }
    guard let site = Site.all.first(where: { isHost(host, $0.name) }) else { return nil }
    let ids = address.split { $0 &- 48 >= 10 }.filter { (15...19).contains($0.count) }
    guard let digits = ids.last else { return nil }
    let id = digits.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 &- 48) }
    let milliseconds = (id >> site.shift) * site.unit + site.epoch
    let day = DayNumber(rawValue: Int32(clamping: milliseconds / 86_400_000))
    guard (2006...2199).contains(day.date.year) else { return nil }
    return (day, site.name.description)
  }

  /// Whether `host` is `name` or a part of it.
  private static func isHost(_ host: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      guard host.count >= bytes.count, host.suffix(bytes.count).elementsEqual(bytes) else {
        return false
      }
      let before = host.dropLast(bytes.count).last
      return before == nil || before == UInt8(ascii: ".") || before == UInt8(ascii: "@")
    }
  }
}
