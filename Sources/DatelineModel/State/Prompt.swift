/// A line that the user types into.
public struct Prompt: Hashable, Sendable {
  /// What is asked for.
  public enum Kind: Hashable, Sendable {
    case filter, entity, dates, kinds, traits, path, palette
    case setDate, rename, retype, merge, split, tag, note
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
  /// What was typed; two fields for a path, else one.
  public var fields: [String]
  /// The field that is typed into.
  public var field = 0
  /// The proposals for the field, the best first.
  public var candidates: [Candidate] = []
  /// The proposal that Enter takes.
  public var choice = 0
  /// What the first field of a path was settled to.
  public var taken: EntityID?
  /// The place to go back to on Escape.
  public var origin: Place

  /// Makes an empty prompt, opened at `origin`.
  public init(kind: Kind, origin: Place, text: String = "") {
    self.kind = kind
    self.origin = origin
    fields = kind == .path ? ["", ""] : [text]
  }

  /// What stands before the line.
  public var label: String {
    switch kind {
    case .filter: "/"
    case .entity: "entity: "
    case .dates: "days: "
    case .kinds: "type: "
    case .traits: "only: "
    case .path: field == 0 ? "path from: " : "to: "
    case .palette: ":"
    case .setDate: "article's date: "
    case .rename: "new name: "
    case .retype: "type: "
    case .merge: "same as: "
    case .split: "name that stands for itself: "
    case .tag: "tag: "
    case .note: "note: "
    }
  }

  /// The text of the field that is typed into.
  public var text: String {
    get { fields[field] }
    set { fields[field] = newValue }
  }
}
