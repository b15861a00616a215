import Testing

@testable import DatelineText

@Suite struct PassageJoinerTests {
  private static let paragraphs = [
    "The two ministers met in Doha on Sunday and agreed that the border would be opened again within a week, officials of both countries said.",
    "Traders have waited for months. Their lorries stand in long rows on both sides of the crossing, and much of the fruit that they carry has rotted.",
    "“We hope that it is true,” said one of them, who gave his name only as Karim. “Last time it was shut again after two days.”",
    "A spokesman for the army declined to comment.",
    "The talks go on next week in Istanbul, where Turkey wants to bring both sides to sign a treaty on the water of the river.",
  ]

  private static func wrap(_ text: String, at width: Int) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func passages(_ text: String) -> [String] {
    let source = SourceText(text)
    return PassageJoiner(source, lines: TextLine.lines(of: source)).passages().map { source[$0] }
  }

  @Test(arguments: [60, 72, 90], ["\n\n", "\n\n\n"])
  func `wrapped paragraphs are joined`(width: Int, separator: String) {
    let wrapped = Self.paragraphs.map { Self.wrap($0, at: width) }
    #expect(passages(wrapped.joined(separator: separator)) == wrapped)
  }

  @Test(arguments: [60, 72, 90])
  func `a page break inside a wrapped sentence is healed`(width: Int) {
    let wrapped = Self.wrap(Self.paragraphs[0], at: width)
    let broken = wrapped.replacing("\nthat", with: "\n\n\u{0C}that").replacing(
      "\nbe", with: "\n\u{0C}be")
    let rest = Self.paragraphs[1...].map { Self.wrap($0, at: width) }
    #expect(passages(([broken] + rest).joined(separator: "\n\n")).count == Self.paragraphs.count)
  }

  @Test func `lines that were not wrapped stay paragraphs`() {
    #expect(passages(Self.paragraphs.joined(separator: "\n")) == Self.paragraphs)
    let short = ["Kabul: 12", "Herat: 3", "Khost: 170", "Jalalabad: 4", "Kandahar: 51"]
    #expect(passages(short.joined(separator: "\n")) == short)
  }

  @Test func `indented first lines begin paragraphs`() {
    let wrapped = Self.paragraphs.map { "    " + Self.wrap("xxxx" + $0, at: 72).dropFirst(4) }
    #expect(passages(wrapped.joined(separator: "\n")).count == Self.paragraphs.count)
  }

  @Test func `list items are not joined`() {
    let text =
      "They ask for three things, which the government has refused so far, to the\n- end of the war\n- bread\n1. peace"
    #expect(passages(text).count == 4)
  }
}
