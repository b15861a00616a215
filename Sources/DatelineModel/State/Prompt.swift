/// A line that the user types into.
public struct Prompt: Hashable, Sendable {
  /// What is asked for.
  public enum Kind: Hashable, Sendable {
    case filter, entity, dates, kinds, traits, path, palette
    case setDate, rename, retype, merge, split, tag, note
    case redateEvent, retypeEvent, addEvent
    case report
  }

  /// One proposal below the line.
  public struct Candidate: Hashable, Sendable {
    /// What it stands for.
    public enum Target: Hashable, Sendable {
      case entity(EntityID)
      case command(Command)
      case text(String)
    }

    /// What is shown.
    public var label: String
    /// What it stands for.
    public var target: Target

    /// Makes a proposal.
    public init(label: String, target: Target) {
      self.label = label
      self.target = target
    }
  }

  /// What is asked for.
  public var kind: Kind
  /// What a decision that is asked for is about.
  public var subjects: [Decision.Subject] = []
  /// What that is called, so that nobody decides about the wrong thing.
  public var name = ""
  /// What was typed; two fields for a path or an event, else one.
  public var fields: [String]
  /// The field that is typed into.
  public var field = 0
  /// How many characters of the field stand behind the cursor.
  public var behind = 0
  /// The proposals for the field, the best first.
  public var candidates: [Candidate] = []
  /// The proposal that Enter takes.
  public var choice = 0
  /// What the first of two fields was settled to.
  public var taken: Candidate.Target?
  /// The place to go back to on Escape.
  public var origin: Place

  /// Makes an empty prompt, opened at `origin`.
  public init(kind: Kind, origin: Place, text: String = "") {
    self.kind = kind
    self.origin = origin
    fields = kind == .path || kind == .addEvent ? ["", ""] : [text]
  }

  /// What stands before the line: words, the name of what it is about, more words.
  public var label: (before: String, name: String, after: String) {
    let (before, after) = labelWords
    return (before, name, after)
  }

  private var labelWords: (String, String) {
    switch kind {
    case .filter: ("/", "")
    case .entity: ("entity: ", "")
    case .dates: ("days: ", "")
    case .kinds: ("type: ", "")
    case .traits: ("only: ", "")
    case .path: (field == 0 ? "path from: " : "path from ", field == 0 ? "" : " to: ")
    case .palette: (":", "")
    case .setDate: ("date of ", ": ")
    case .redateEvent: ("days of ", ": ")
    case .rename: ("new name of ", ": ")
    case .retype, .retypeEvent: ("type of ", ": ")
    case .addEvent: field == 0 ? ("event in ", ", of type: ") : ("event in ", ", on the days: ")
    case .merge: ("", " is the same as: ")
    case .split: ("part of ", " that stands for itself: ")
    case .tag: ("tag ", ": ")
    case .note: ("note on ", ": ")
    case .report: ("report to the new file: ", "")
    }
  }

  /// The text of the field that is typed into.
  public var text: String {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// What stands before the cursor, and behind it.
  public var parts: (before: String, behind: String) {
    let text = self.text
    return (String(text.dropLast(behind)), String(text.suffix(behind)))
  }

  /// Changes what stands before the cursor.
  mutating func edit(_ change: (inout String) -> Void) {
    var (before, rest) = parts
    change(&before)
    text = before + rest
    behind = rest.count
  }

  /// Changes what stands behind the cursor.
  mutating func editBehind(_ change: (inout String) -> Void) {
    var (before, rest) = parts
    change(&rest)
    text = before + rest
    behind = rest.count
  }

  /// Moves the cursor by so many characters; it stays within the line.
  mutating func move(by count: Int) { behind = max(0, min(text.count, behind - count)) }

  /// Moves the cursor to the beginning of the line.
  mutating func moveToStart() { behind = text.count }
}
