import Foundation

/// Sentences of many languages from the message catalogues of free software.
struct LanguageCorpus {
  /// The folder of locales, such as /usr/share/locale.
  let locales: String
  /// At most so many sentences of a language.
  let limit: Int

  /// Catalogues kept for the score.
  static let heldOut: Set<String> = [
    "apt", "gnupg2", "newsboat", "PackageKit", "software-properties", "systemd",
  ]

  /// The languages of each script, in the order of the tables.
  static let languages = [
    [
      "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "ro",
      "hu", "tr", "hr", "id", "vi", "ca",
    ],
    ["ru", "uk", "bg", "sr"], ["ar", "fa"],
  ]

  /// Different sentences of `language` to train on and, from other catalogues, to score by. English
  /// ones are the originals of the French translations.
  func sentences(of language: String) throws -> (training: [String], test: [String]) {
    var training: Set<String> = []
    var test: Set<String> = []
    let names = language == "pt" ? ["pt", "pt_BR"] : language == "en" ? ["fr"] : [language]
    for name in names {
      let folder = "\(locales)/\(name)/LC_MESSAGES"
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      for file in files where file.hasSuffix(".mo") {
        let domain = String(file.dropLast(3))
        guard !domain.hasPrefix("iso_"), domain != "xkeyboard-config",
          let bytes = FileManager.default.contents(atPath: folder + "/" + file),
          let catalog = MessageCatalog(Array(bytes))
        else { continue }
        for message in catalog.messages where !message.original.isEmpty {
          guard language == "en" || message.original != message.translation else { continue }
          let text = language == "en" ? message.original : message.translation
          if Self.heldOut.contains(domain) {
            test.formUnion(MessageCatalog.sentences(text))
          } else {
            training.formUnion(MessageCatalog.sentences(text))
          }
        }
      }
    }
    return (spread(training), Array(spread(test.subtracting(training)).prefix(300)))
  }

  /// At most `limit` of the sentences, spread evenly over their order.
  private func spread(_ sentences: Set<String>) -> [String] {
    let sorted = sentences.sorted()
    let step = max(1, (sorted.count + limit - 1) / max(limit, 1))
    return stride(from: 0, to: sorted.count, by: step).map { sorted[$0] }
  }

  /// The sentences of a column corpus (one token a line, blank lines between sentences).
  static func plainSentences(_ path: String, limit: Int) throws -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for line in try LabFile.lines(path) {
      if line.isEmpty {
        if words.count >= 5 { sentences.append(words.joined(separator: " ")) }
        words = []
      } else if let word = line.split(separator: "\t").first {
        words.append(word)
      }
    }
    return Array(sentences.prefix(limit))
  }
}
