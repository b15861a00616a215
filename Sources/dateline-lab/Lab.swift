import ArgumentParser

@main
struct Lab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-lab",
    abstract: "Trains the weights that dateline embeds, and scores them.",
    subcommands: [
      CorpusCommand.self, LexiconCommand.self, MovableDays.self, TrainNames.self, NamesTag.self,
      TrainSyntax.self, TrainLemma.self, ScoreSyntax.self, ScoreAnaphora.self,
      AliasCommand.self, TrainLanguage.self, ScoreUnwrap.self,
    ])
}
