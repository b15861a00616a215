import ArgumentParser
import DatelineText
import Foundation

struct TrainLemma: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-lemma",
    abstract: "Finds the exceptions and stem endings that lemmas need.",
    discussion: """
      Run it, build, and run it again: the first run learns the endings of stems, the second finds \
      the words that the rules with these endings get wrong.
      """)

  @Option(help: "The folder that holds the treebanks.")
  var data: String

  @Option(help: "The folder of the lexicons, with irregular.tsv, in which lemma.tsv is written.")
  var out = "Sources/CDatelineData/lexicon"

  @Option(help: "How many of the held-out words that come out wrong are shown.")
  var show = 0

  func run() throws {
    var treebank = try Treebank(folder: data, name: "ewt.train.conllu")
    treebank.append(try Treebank(folder: data, name: "gum.train.conllu"))
    let irregular = try String(contentsOfFile: out + "/irregular.tsv", encoding: .utf8)
    let trainer = LemmaTrainer(treebank, irregular: irregular)
    try (trainer.lines.joined(separator: "\n") + "\n")
      .write(toFile: out + "/lemma.tsv", atomically: true, encoding: .utf8)
    report("\(trainer.lines.count) lines")
    let held = try Treebank(folder: data, name: "ewt.dev.conllu")
    var wrong: [String: Int] = [:]
    for (index, word) in held.words.enumerated() {
      let (part, form) = TagSet.pairs[Int(word.tag)]
      let token = held.tokens[index]
      let lemma = Lemma.string(
        of: token, TokenSyntax(partOfSpeech: part, form: form), in: held.text)
      guard lemma != word.lemma.lowercased() else { continue }
      wrong["\(held.text[token.span]) \(part.name): \(lemma), not \(word.lemma)", default: 0] += 1
    }
    let count = wrong.values.reduce(0, +)
    for (line, count) in wrong.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(show)
    {
      report("\(count)\t\(line)")
    }
    report(
      "lemmas wrong with the embedded table: \(SyntaxScore.percent(count, of: held.words.count))")
  }
}
