public import DatelineText

/// Everything that can happen to the model.
public enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// A command was asked for by the palette, the mouse or a script.
  case command(Command)
  /// A cell was clicked; `row` and `column` count from the top left corner.
  case click(row: Int, column: Int)
  /// The window has another size.
  case resized(ScreenSize)
  /// No more keys wait: what was put off while they did is done now.
  case drained
  /// The input rested for a moment: the linked panes may follow.
  case settle
  /// The folder was listed; it holds so many files.
  case scanStarted(files: Int)
  /// Articles were read.
  case read([AnnotatedArticle])
  /// Files could not be read.
  case failed([ArticleFailure])
  /// So many files are done, and articles read, after so many seconds.
  case progressed(files: Int, articles: Int, seconds: Double)
  /// What was read is brought together; that is done as for so many of all articles, after so many
  /// seconds.
  case joining(articles: Int, of: Int, seconds: Double)
  /// The whole folder was read.
  case scanFinished
  /// The corpus was brought up to date; `articles` says how many it then held.
  case resolved(Corpus, Lookup)
  /// These articles were added or changed since the user was here before.
  case foundNew([ArticleID])
  /// The decisions in force were read from the log.
  case decisionsRead([LoggedDecision])
  /// A decision was written to the log.
  case recorded(LoggedDecision)
  /// The session of an earlier run was found; it is taken up when the articles are there.
  case restored(Session)
  /// Something to tell the user.
  case notice(Notice)
}

/// A decision with the identifier of its line in the log.
public struct LoggedDecision: Hashable, Sendable {
  /// The identifier, by which it can be undone.
  public var id: String
  /// What was decided.
  public var decision: Decision

  /// Makes a logged decision.
  public init(id: String, decision: Decision) {
    self.id = id
    self.decision = decision
  }
}

/// A line of news for the user, shown until the next key.
public struct Notice: Hashable, Sendable {
  /// Whether something went wrong.
  public enum Tone: Hashable, Sendable {
    case plain, error
  }

  /// The text.
  public var text: String
  /// Its tone.
  public var tone: Tone

  /// Makes a notice.
  public init(_ text: String, tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }
}

/// What the program is to do outside the model. The outcome comes back as a message.
public enum Effect: Equatable, Sendable {
  /// Bring the facts of the corpus up to date.
  case resolve(Corpus)
  /// Write a decision to the log.
  case record(Decision)
  /// Take the line `id` of the log back.
  case undo(String)
  /// Put text on the clipboard.
  case copy(String)
  /// Write a report into the file at a path; one that is there already is left alone.
  case report(path: String, Corpus, ReportContents)
  /// Write the session file.
  case save(Session)
  /// Pause the reading of the folder, or go on.
  case pauseScan(Bool)
  /// Read no more of the folder.
  case stopScan
  /// Draw everything again.
  case redraw
  /// Stop the program as ^Z does.
  case suspend
  /// End the program.
  case quit
}
