import ArgumentParser

@main
struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-lab",
    abstract: "Trains the weights that dateline embeds, and scores them.")
}
