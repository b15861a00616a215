import ArgumentParser
import DatelineText

/// Trains the model that tells languages apart, and scores it.
struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-language",
    abstract: "Train the language model on the translations of free software.")

  @Option(help: "The folder of locales with their message catalogues.")
  var locales = "/usr/share/locale"

  @Option(help: "The folder that holds ner/, for English prose.")
  var data: String

  @Option(help: "Sentences to score by, a line each: tag, a bar, the sentence.")
  var sentences: String?

  @Option(help: "The file to write.")
  var out = "Sources/CDatelineData/weights/language.bin"

  @Option(help: "How many sentences of each language to learn from at most.")
  var limit = 4000

  @Option(help: "How often to go over them.")
  var epochs = 4

  func run() throws {
    let corpus = LanguageCorpus(locales: locales, limit: limit)
    var tables: [LanguageModel.Table] = []
    var tests: [(language: String, text: String)] = []
    for (script, languages) in LanguageCorpus.languages.enumerated() {
      var training: [(language: Int, text: String)] = []
      for (index, language) in languages.enumerated() {
        let found = try corpus.sentences(of: language)
        let learned = language == "en" ? try english(found.training) : found.training
        training += learned.map { (language: index, text: $0) }
        tests += found.test.map { (language: language, text: $0) }
        print("\(language): \(learned.count) to learn from, \(found.test.count) to score by")
      }
      let trainer = LanguageTrainer(languages: languages, script: script)
      tables.append(trainer.table(training, epochs: epochs))
    }
    let model = LanguageModel(tables: tables)
    try LabFile.write(model.stored, to: out)
    score(tests, by: model, called: "sentences of other catalogues")
    if let sentences {
      let lines = try LabFile.lines(sentences).compactMap {
        line -> (language: String, text: String)? in
        let parts = line.split(separator: "|", maxSplits: 1)
        return parts.count == 2 ? (language: String(parts[0]), text: String(parts[1])) : nil
      }
      score(lines, by: model, called: "given sentences")
    }
    let prose = try ["ewt", "politics", "gmb"].flatMap {
      try LanguageCorpus.plainSentences("\(data)/ner/\($0).dev.tsv", limit: 1500)
    }
    score(prose.map { (language: "en", text: $0) }, by: model, called: "sentences of English prose")
  }

  /// English of the catalogues and, for its other half, prose.
  private func english(_ catalogued: [String]) throws -> [String] {
    let prose = try ["ewt", "politics"].flatMap {
      try LanguageCorpus.plainSentences("\(data)/ner/\($0).train.tsv", limit: limit / 2)
    }
    return stride(from: 0, to: catalogued.count, by: 2).map { catalogued[$0] } + prose
  }

  private func score(
    _ tests: [(language: String, text: String)], by model: LanguageModel, called name: String
  ) {
    var wrong: [String: Int] = [:]
    var all = 0
    var margins: (english: [Float], other: [Float]) = ([], [])
    for (language, text) in tests where text.utf8.count >= 24 {
      all += 1
      let found = LanguageIdentifier.language(of: LanguageFeatures(text.utf8), model: model)
      if language == "en" {
        margins.english.append(found?.marginToEnglish ?? 0)
      } else {
        margins.other.append(found?.marginToEnglish ?? 0)
      }
      if found?.language != language {
        wrong["\(language) as \(found?.language ?? "nothing")", default: 0] += 1
      }
    }
    let missed = wrong.values.reduce(0, +)
    print("\(name): \(all - missed) of \(all) right")
    let listed = wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
    print("  " + listed.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    let most = margins.english.sorted().suffix(20)
    let least = margins.other.sorted().prefix(20)
    print("  farthest from English, of English: \(most); nearest, of others: \(least)")
  }
}
