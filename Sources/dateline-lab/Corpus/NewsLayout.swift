import DatelineText

/// Lays an article out as one outlet does: headline, byline, date, furniture.
struct NewsLayout {
  let story: NewsStory
  let outlet: NewsWorld.Outlet
  let index: Int

  /// The article that `body` makes.
  func item(_ body: inout NewsBody, template: NewsTemplate, random: inout SplitMix)
    -> NewsCorpus.Item
  {
    let title = body.writer.text(random.pick(template.headlines))
    let reporter = story.people[NewsRole.allCases.firstIndex(of: .reporter) ?? 0]
    let byline = String(decoding: reporter.given + [0x20] + reporter.surname, as: UTF8.self)
    let day = body.published.iso
    let number = String(index)
    let padded = String(repeating: "0", count: max(0, 6 - number.utf8.count)) + number
    let words = NewsWorld.slug(of: String(decoding: title, as: UTF8.self)).split(separator: "-")
    let name = (words.prefix(6).map(String.init) + [padded]).joined(separator: "-")
    let folder = "\(outlet.slug)/\(day.prefix(7))/"
    var item = NewsCorpus.Item(
      path: folder + name + ".txt", title: title, byline: byline, source: outlet.name,
      url: "https://www.\(outlet.slug).example/\(day.split(separator: "-").joined(separator: "/"))/"
        + name, date: day, language: outlet.language, paragraphs: body.paragraphs, text: [])
    let date = NewsDate(body.published, from: body.published)
    item.text = text(of: item, date: date, body: &body, template: template, random: &random)
    return item
  }

  private func text(
    of item: NewsCorpus.Item, date: NewsDate, body: inout NewsBody, template: NewsTemplate,
    random: inout SplitMix
  ) -> [UInt8] {
    let hasFurniture = !template.tops.isEmpty && random.happens(35)
    var blocks: [[UInt8]] = []
    if hasFurniture {
      for _ in 0..<random.within(1...3) {
        blocks.append(body.writer.text(random.pick(template.tops)))
      }
    }
    blocks.append(item.title)
    blocks += header(byline: item.byline, date: date, random: &random).map { Array($0.utf8) }
    var paragraphs = item.paragraphs
    if outlet.header == .wire, outlet.language == .en {
      paragraphs[0] = Array(dateline(date).utf8) + paragraphs[0]
    }
    blocks += paragraphs
    if hasFurniture {
      for _ in 0..<random.within(1...4) {
        blocks.append(body.writer.text(random.pick(template.bottoms)))
      }
    }
    let separator = Array((random.happens(75) ? "\n\n" : "\n").utf8)
    return Array(blocks.joined(separator: separator)) + [0x0A]
  }

  private func header(byline: String, date: NewsDate, random: inout SplitMix) -> [String] {
    let printed = date.header(outlet.language)
    let signed = random.happens(70)
    switch (outlet.header, outlet.language) {
    case (.title, _): return signed ? ["By \(byline)", printed] : [outlet.name, printed]
    case (.labelled, .es): return ["Publicado el \(printed)"]
    case (.labelled, .fr): return ["Publié le \(printed)"]
    case (.labelled, .de): return ["Veröffentlicht am \(printed)"]
    case (.labelled, .ar): return [printed]
    case (.labelled, .en): return ["Published: \(printed)"] + (signed ? ["By \(byline)"] : [])
    case (.plain, _): return [printed]
    case (.wire, _): return signed ? ["By \(byline)"] : []
    case (.none, _): return []
    }
  }

  private func dateline(_ date: NewsDate) -> String {
    let capital = story.places[NewsPlace.allCases.firstIndex(of: .capital) ?? 0]
    return String(decoding: capital, as: UTF8.self).uppercased()
      + ", \(date.dateline) (\(outlet.name)) \u{2014} "
  }
}
