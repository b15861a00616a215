import DatelineText

/// Everything the browser knows: one value, written by `update` alone.
public struct Model: Equatable, Sendable {
  /// What was opened, in a few words.
  public let name: String
  /// Whether a pane is always shown alone, whatever its place says: nothing is side by side for those
  /// who hear the screen.
  public let showsOnePane: Bool
  /// The size of the terminal.
  public internal(set) var size: ScreenSize
  /// The articles and what they say.
  public internal(set) var corpus = Corpus(remembering: true)
  /// Ways into the corpus; follows `corpus`.
  public internal(set) var lookup = Lookup()
  /// Where the user is.
  public internal(set) var place = Place()
  /// Where the user was, the latest last.
  public internal(set) var past: [Place] = []
  /// Where `back` came from, the next one last.
  public internal(set) var future: [Place] = []
  /// The rows of all panes; follows `corpus` and `place.scope`.
  public internal(set) var listing = Listing()
  /// What belongs to the selection; follows it after a pause.
  public internal(set) var linked = Linked()
  /// Whether the scope changed since `listing` was made: letters that wait are taken in first.
  public internal(set) var isListingStale = false
  /// Whether the claims of `listing` are behind its other lists: nobody sees them while letters are
  /// typed in front of other panes.
  public internal(set) var areClaimsStale = false
  /// Whether the selection moved since `linked` was made.
  public internal(set) var isUnsettled = false
  /// The selected row of the focused pane when the input last rested: what counters and details
  /// follow, so that moving writes no more than the marker.
  public internal(set) var settledRow = 0
  /// The text of the reader, broken into lines; nil while it is closed.
  public internal(set) var reading: Reading?
  /// The line that is typed into.
  public internal(set) var prompt: Prompt?
  /// What covers the panes.
  public internal(set) var overlay: Overlay?
  /// News for the user.
  public internal(set) var notice: Notice?
  /// How far the folder is read; nil when it is done.
  public internal(set) var progress: Progress?
  /// The key table.
  public internal(set) var keymap: Keymap
  /// The order of the article list.
  public internal(set) var order = ArticleOrder.date
  /// Whether names and dates in the reader stand in brackets, for terminals without attributes.
  public internal(set) var showsBrackets = false
  /// The user's marks, tags and notes; follows the decisions.
  public internal(set) var annotations = Annotations()
  /// What the user selected for the next command.
  public internal(set) var selected: Set<Item> = []
  /// Keys being recorded, and the last recording.
  public internal(set) var macro = Macro()
  /// Decisions in force with the identifiers of their lines, the latest last.
  public internal(set) var decided: [LoggedDecision] = []
  /// How many of the last decisions were taken together each time, the latest last.
  var together: [Int] = []
  /// Decisions that were taken back, those that were taken together as one, the latest last.
  public internal(set) var undone: [[Decision]] = []
  /// The session of an earlier run, until the articles are there or the user goes somewhere.
  var awaited: Session?
  /// The place that the session file has.
  var saved: Place?
  /// Whether the user did nothing yet: then the lists stay at their tops while they fill.
  var isUntouched = true
  /// Whether a step of the history was taken that the session file lacks.
  var hasStepped = false
  /// What came in while the corpus is being resolved.
  var pending = Pending()

  /// Makes the model of an empty corpus.
  public init(
    size: ScreenSize, name: String = "", keymap: Keymap = .standard, showsOnePane: Bool = false
  ) {
    self.name = name
    self.showsOnePane = showsOnePane
    self.size = size
    self.keymap = keymap
  }

  /// Whether articles are being read, or facts made of them.
  public var isBusy: Bool { progress != nil || pending.isResolving }

  /// Lets the system take back the memory through which a stored corpus was read.
  public func releaseMemory() { corpus.stored?.corpus.releasePages() }

  /// Where the panes stand.
  public var layout: Layout {
    Layout(size: size, focus: place.focus, isZoomed: showsOnePane || place.isZoomed)
  }
}

/// How far a long piece of work has come.
public struct Progress: Hashable, Sendable {
  /// How many files there are; 0 while they are being listed.
  public var total = 0
  /// How many are done.
  public var done = 0
  /// How many articles were read from them, and from the one that is being read.
  public var articles = 0
  /// How long that took, in seconds.
  public var seconds = 0.0
  /// Whether the user stopped it.
  public var isPaused = false
  /// Whether all was read, and is brought together.
  public var isJoining = false

  /// Makes the beginning of a piece of work.
  public init() {}

  /// Makes the state of bringing articles together.
  init(joining articles: Int, of total: Int, seconds: Double) {
    self.total = total
    done = articles
    self.articles = articles
    self.seconds = seconds
    isJoining = true
  }
}

/// The orders of the article list.
public enum ArticleOrder: Hashable, Sendable, CaseIterable {
  case date, name

  /// The word in the title bar.
  public var title: String {
    switch self {
    case .date: "by date"
    case .name: "by name"
    }
  }
}

/// What covers the panes.
public enum Overlay: Hashable, Sendable {
  /// The key table, scrolled to a row.
  case help(top: Int)
  /// All about a thing.
  case about(AboutPage)
}

/// Keys recorded to be played again.
public struct Macro: Hashable, Sendable {
  /// Whether keys are being recorded.
  public var isRecording = false
  /// The keys.
  public var keys: [Key] = []

  /// Makes an empty recording.
  public init() {}
}

/// What arrived while a copy of the corpus was being resolved elsewhere.
struct Pending: Equatable, Sendable {
  /// Whether a copy is away.
  var isResolving = false
  /// Whether the present corpus differs from the copy.
  var isStale = false
  /// The articles that the copy lacks.
  var articles: [AnnotatedArticle] = []
  /// The failures that the copy lacks.
  var failures: [ArticleFailure] = []
}
