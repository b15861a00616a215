import ArgumentParser
import Glibc

/// The program: parses the command line, runs one subcommand, and ends with its exit status.
@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Browse a folder of news articles by time, by name and by claim.",
    discussion: """
      Reads the articles, works out what happened when, who is involved, who says what, and where \
      the sources contradict each other. Every line it shows opens the sentence it came from.

      Exit status: 0 done; 1 nothing found; 2 usage; 3 some inputs failed (they are listed on \
      standard error, the rest is done); 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: commands.map { $0.type() },
    defaultSubcommand: Browse.self)

  /// The subcommands by name. Their types are asked for only where one is parsed: setting them up
  /// takes a millisecond.
  private static let commands: [(name: String, type: @Sendable () -> any ParsableCommand.Type)] = [
    ("extract", { Extract.self }), ("articles", { Articles.self }),
    ("timeline", { TimelineCommand.self }), ("entities", { Entities.self }),
    ("graph", { GraphCommand.self }), ("claims", { Claims.self }), ("search", { Search.self }),
    ("export", { Export.self }), ("index", { IndexCommand.self }), ("merge", { Merge.self }),
    ("browse", { Browse.self }),
  ]

  /// Runs the command line; usage errors end with status 2, as scripts expect.
  static func main() {
    // A file that may not grow any more is an error to be told, not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let paths = plainPaths {
        try Browser(inputs: Inputs(paths: paths.isEmpty ? ["."] : paths)).run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let failure as ExitStatus {
      Glibc.exit(failure.rawValue)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        if !message.isEmpty { StandardOutput.line(message) }
        Glibc.exit(0)
      }
      if !message.isEmpty { StandardOutput.message(message) }
      Glibc.exit(status == .validationFailure ? ExitStatus.usage.rawValue : status.rawValue)
    }
  }
}

extension Main {
  /// The paths to browse where the command line says nothing else; nil where it must be parsed.
  ///
  /// The parser mirrors every option of every subcommand, which takes longer than everything else
  /// before the first frame.
  fileprivate static var plainPaths: [String]? {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    let first = arguments.first
    if first == "browse" { return Array(arguments.dropFirst()) }
    if first == "help" || commands.contains(where: { $0.name == first }) { return nil }
    return Array(arguments)
  }

  /// What a path may be mistaken for.
  static var subcommandNames: [String] { commands.map(\.name) }
}

/// How a subcommand ends when it did not simply succeed.
enum ExitStatus: Int32, Error {
  /// Nothing was found.
  case nothingFound = 1
  /// The command line makes no sense.
  case usage = 2
  /// Some inputs could not be read; the rest is done.
  case someInputsFailed = 3
}
