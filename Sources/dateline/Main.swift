import ArgumentParser

@main
struct Main: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Browse a folder of news articles by time, by name and by claim.",
    version: "0.1.0",
    subcommands: [Extract.self])
}
