import ArgumentParser
import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText
import Glibc

/// The inputs of every subcommand and how they are read.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: "Files or folders; - for JSON lines on standard input. None: the current folder.")
  var paths: [String] = ["."]

  @Option(
    help: ArgumentHelp(
      "Names of JSON fields, where they differ from the usual.", valueName: "field=name,…"))
  var map: String?

  @Option(help: "How many articles to annotate at the same time.")
  var jobs: Int = Inputs.processors

  @Flag(help: "Neither use nor keep an index of what was read.")
  var noIndex = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    _ = try inputs.options()
  }

  /// What was asked for.
  var inputs: Inputs { Inputs(paths: paths, map: map, jobs: jobs, hasIndex: !noIndex) }
}

/// The inputs of a subcommand that looks at the corpus as a whole, and the form of its output.
struct CorpusInput: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Show only what matches: words, \"phrases\", AND OR NOT, ent: type: src: date: status:.",
      valueName: "query"))
  var filter: String?

  func validate() throws { _ = try parsedFilter() }

  /// The filter to apply; everything passes where none was given.
  func parsedFilter() throws -> Filter { try Filter(commandLine: filter ?? "") }

  /// Reads, annotates and resolves the corpus, with the user's decisions.
  func load() throws -> Corpus {
    let inputs = source.inputs
    let listing = inputs.listing()
    var corpus = Corpus(concurrency: .threads(inputs.jobs))
    for failure in listing.failures { corpus.insert(failure) }
    let index = inputs.openIndexOrSayWhy()
    var stream = AnnotatedStream(
      listing.files, options: try inputs.options(), jobs: inputs.jobs, index: index)
    while let outcome = stream.next() {
      switch outcome {
      case .success(let annotated): corpus.insert(annotated)
      case .failure(let failure): corpus.insert(failure)
      }
    }
    if let error = stream.storeError {
      StandardOutput.message("dateline: the index is not kept: " + error.text)
    }
    for decision in decisions() { corpus.decide(decision) }
    corpus.setNew(Set((try? index?.newArticles()) ?? []))
    corpus.resolve()
    if stream.storeError == nil { index?.keep(corpus, of: listing) }
    return corpus
  }

  /// The corpus that `load()` gives, but out of what is stored of it where nothing has changed since:
  /// without tokens and grammar, for commands that print facts.
  func loadFacts() throws -> Corpus { try storedFacts() ?? load() }

  /// What is stored of the corpus; nil where it is not up to date, or where there is something to say
  /// of its files or decisions.
  private func storedFacts() throws -> Corpus? {
    guard let index = try? source.inputs.openIndex(), let first = source.paths.first,
      let log = try? DecisionLog.beside(first).read(), log.unreadable.isEmpty
    else { return nil }
    let listing = source.inputs.listing()
    guard listing.failures.isEmpty, let known = try? index.files(),
      known.count == listing.files.count,
      listing.files.allSatisfy({ known[$0.id.name] == FileStamp(of: $0) })
    else { return nil }
    let decisions = log.entries.map(\.decision)
    guard let stamp = try? index.stamp(decisions),
      let snapshot = CorpusSnapshot(path: index.snapshotPath, program: stamp.program),
      snapshot.stamp == stamp
    else { return nil }
    var corpus = snapshot.corpus(decisions: decisions)
    corpus.setNew(Set((try? index.newArticles()) ?? []))
    return corpus
  }

  /// Prints the result in the form that was asked for and ends with the status that fits.
  func finish(
    _ corpus: Corpus, isEmpty: Bool, json makeJSON: () -> [UInt8], text makeText: () -> [String]
  ) throws {
    try finish(
      corpus, isEmpty: isEmpty,
      output: json ? makeJSON() : Array(makeText().map { printable($0) + "\n" }.joined().utf8))
  }

  /// Prints a document of another form, whose writer has made it safe, and ends likewise.
  func finish(_ corpus: Corpus, isEmpty: Bool, document: String) throws {
    try finish(corpus, isEmpty: isEmpty, output: Array(document.utf8))
  }

  private func finish(_ corpus: Corpus, isEmpty: Bool, output: [UInt8]) throws {
    StandardOutput.write(output)
    for failure in corpus.failures {
      StandardOutput.message("dateline: " + printable(failure.reason))
    }
    if !corpus.failures.isEmpty { throw ExitStatus.someInputsFailed }
    guard isEmpty else { return }
    StandardOutput.message("dateline: " + printable(nothingFound(in: corpus)))
    throw ExitStatus.nothingFound
  }

  /// Why there is nothing to print: silence would leave that to guess.
  private func nothingFound(in corpus: Corpus) -> String {
    let paths = source.paths.joined(separator: ", ")
    if corpus.count == 0 { return "\(paths): no article is there; dateline reads text and pages" }
    return "\(paths): \(corpus.count) articles were read, and nothing was found in them"
  }

  private func decisions() -> [Decision] {
    guard source.paths != ["-"], let first = source.paths.first else { return [] }
    do {
      let log = DecisionLog.beside(first)
      let contents = try log.read()
      for line in contents.unreadable {
        StandardOutput.message(
          "dateline: \(log.path), line \(line): not a decision; it is kept and passed over")
      }
      return contents.entries.map(\.decision)
    } catch {
      StandardOutput.message("dateline: " + error.text)
      return []
    }
  }
}

extension Corpus {
  /// Notes an input that could not be read.
  mutating func insert(_ failure: ReadingFailure) {
    insert(ArticleFailure(article: failure.article, reason: failure.description))
  }
}

extension DecisionLog {
  /// The log of the corpus that is opened at `path`: of the folder, or of the file's folder.
  static func beside(_ path: String) -> DecisionLog {
    let absolute = absolutePath(path)
    var status = stat()
    let isFolder = stat(absolute, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let end = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let home = environment("XDG_DATA_HOME") ?? (environment("HOME") ?? "") + "/.local/share"
    return DecisionLog(
      folder: isFolder ? absolute : String(absolute[..<end]), dataHome: home,
      user: environment("USER") ?? "")
  }
}

/// The value of an environment variable; nil where it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

/// `path` without symbolic links and relative parts, or unchanged where it does not exist.
func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

extension Filter {
  /// Reads a query of the command line; what is wrong with it becomes a usage error.
  init(commandLine query: String) throws {
    do { self = try Filter.parse(query) } catch {
      throw ValidationError("The filter ‘\(query)’ cannot be read: \(error.message)")
    }
  }
}
