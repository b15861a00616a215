public import DatelineText

/// The selected row of a list, and where the list is scrolled to.
///
/// Nothing is asked of `ID` here: looking up at run time that a type keeps what is asked of it takes
/// a tenth of a millisecond, for each of the types, before the first frame.
public struct ListPlace<ID: Sendable>: Sendable {
  /// What is selected; nil in an empty list.
  public var id: ID?
  /// Its row.
  public var row = 0
  /// The first visible row.
  public var top = 0

  /// Makes a place at the top.
  public init() {}
}

extension ListPlace: Equatable where ID: Equatable {}
extension ListPlace: Hashable where ID: Hashable {}

/// Names a relation by what it is.
public struct RelationID: Hashable, Sendable {
  /// The type.
  public var kind: Relation.Kind
  /// Where the edge starts.
  public var source: EntityID
  /// Where it ends.
  public var target: EntityID

  /// Makes an identifier.
  public init(kind: Relation.Kind, source: EntityID, target: EntityID) {
    self.kind = kind
    self.source = source
    self.target = target
  }

  /// Makes the identifier of `relation`.
  public init(_ relation: Relation) {
    self.init(kind: relation.kind, source: relation.source, target: relation.target)
  }
}

/// What a row of the graph pane is about, by identifiers: so it is found again after rows moved.
public enum GraphSubject: Hashable, Sendable {
  /// A relation, of a list or a path.
  case relation(RelationID)
  /// A neighbour, or a place of the map.
  case entity(EntityID)
}

/// How the graph is shown.
public enum GraphView: Hashable, Sendable {
  /// The relations of one entity, or all that pass, line by line.
  case list
  /// The shortest chains between two entities.
  case path(EntityID, EntityID)
  /// The nearest neighbours against each other.
  case matrix
  /// The nearest neighbours around the entity.
  case ring
  /// Where the listed events happened.
  case map
}

extension GraphView {
  /// Whether the rows are the nearest neighbours.
  var showsNeighbours: Bool { self == .matrix || self == .ring }

  /// Whether the rows are relations, under headings.
  var showsRelations: Bool { !showsNeighbours && self != .map }
}

/// What the graph pane shows.
public struct GraphPlace: Hashable, Sendable {
  /// How.
  public var view = GraphView.list
  /// The entity in the middle, if the user chose one; else the selection elsewhere chooses.
  public var ego: EntityID?
  /// The least number of sources for a relation to be shown.
  public var threshold = 1
  /// The selected row.
  public var list = ListPlace<GraphSubject>()
  /// The column of the matrix under the cursor.
  public var column = 0

  /// Makes the first view.
  public init() {}
}

/// Where the user reads.
public struct ReaderPlace: Hashable, Sendable {
  /// The article.
  public var article: ArticleID
  /// The byte at which the cursor's line begins.
  public var offset = 0
  /// The first visible line.
  public var top = 0
  /// The line under the cursor.
  public var line = 0
  /// The mark that was walked to, as an index into the reader's marks.
  public var mark: Int?
  /// The sentence that was asked for.
  public var highlight: ByteSpan?
  /// Whether furniture is shown.
  public var showsFurniture = false

  /// Makes a place at the beginning of `article`.
  public init(article: ArticleID) { self.article = article }
}

/// What an exit, a crash or a lost line must not lose: where the user is and was.
public struct Session: Hashable, Sendable {
  /// Where the user is.
  public var place: Place
  /// Where the user was, the latest last.
  public var past: [Place]

  /// Makes a session.
  public init(place: Place, past: [Place]) {
    self.place = place
    self.past = past
  }
}

/// All that a step of the history restores: filter, pane and positions.
public struct Place: Hashable, Sendable {
  /// The pane that hears keys.
  public var focus = Pane.articles
  /// The list pane that had the focus last: where the reader goes back to.
  public var origin = Pane.articles
  /// Whether the focused pane stands alone.
  public var isZoomed = false
  /// What is narrowed.
  public var scope = Scope()
  /// The article list.
  public var articles = ListPlace<ArticleID>()
  /// The timeline.
  public var timeline = ListPlace<String>()
  /// The graph.
  public var graph = GraphPlace()
  /// The claims.
  public var claims = ListPlace<ClaimSubject>()
  /// The reader; nil until an article was opened.
  public var reader: ReaderPlace?

  /// Makes the first place.
  public init() {}
}

extension Place {
  /// Lets whatever is about `entity` be about `other`, or about nothing in particular.
  mutating func replace(_ entity: EntityID, by other: EntityID?) {
    if graph.ego == entity { graph.ego = other }
    if scope.entity == entity { scope.entity = other }
    guard case .path(let first, let last) = graph.view, first == entity || last == entity else {
      return
    }
    guard let other else {
      graph.view = .list
      return
    }
    graph.view = .path(first == entity ? other : first, last == entity ? other : last)
  }
}
