/// Which pane stands where on a screen of a given size: integer arithmetic on size and focus.
///
/// It lives beside the model, not beside the cells, because moving by a page and keeping the
/// selection in sight need the height of a list.
public struct Layout: Hashable, Sendable {
  /// One visible pane.
  public struct Frame: Hashable, Sendable {
    /// The pane.
    public var pane: Pane
    /// Its cells: a title row, then the content.
    public var rect: Rect

    /// Makes a frame.
    public init(pane: Pane, rect: Rect) {
      self.pane = pane
      self.rect = rect
    }
  }

  /// The visible panes, in reading order.
  public var frames: [Frame]
  /// The columns between panes that stand side by side, as rectangles one column wide.
  public var rules: [Rect]
  /// The row at the top; of no height on a very low screen.
  public var header: Rect
  /// The row at the bottom: status, prompt and hints.
  public var status: Rect

  /// Below this width or height only one pane is shown at a time.
  public static let leastSharedSize = ScreenSize(rows: 14, columns: 60)

  /// Lays a screen of `size` out with `focus` in front.
  public init(size: ScreenSize, focus: Pane, isZoomed: Bool = false) {
    let headerHeight = size.rows >= 6 ? 1 : 0
    let statusHeight = size.rows >= 2 ? 1 : 0
    header = Rect(row: 0, column: 0, height: headerHeight, width: size.columns)
    status = Rect(
      row: size.rows - statusHeight, column: 0, height: statusHeight, width: size.columns)
    let body = Rect(
      row: headerHeight, column: 0, height: size.rows - headerHeight - statusHeight,
      width: size.columns)
    frames = []
    rules = []
    let isSmall =
      size.columns < Self.leastSharedSize.columns || size.rows < Self.leastSharedSize.rows
    switch focus {
    case _ where isZoomed || isSmall: frames = [Frame(pane: focus, rect: body)]
    case .claims: frames = [Frame(pane: .claims, rect: body)]
    case .reader: layOutReader(in: body)
    case .articles, .timeline, .graph: layOutThree(in: body)
    }
  }

  /// The reader alone, or beside the panes that follow it where the screen is wide.
  private mutating func layOutReader(in body: Rect) {
    guard body.width >= 110 else {
      frames = [Frame(pane: .reader, rect: body)]
      return
    }
    let (left, right) = split(body, at: body.width * 55 / 100)
    frames = [Frame(pane: .reader, rect: left)]
    stack(.timeline, over: .graph, in: right)
  }

  /// List, timeline and graph: the list down the left side of a wide screen, else list and
  /// timeline over the graph.
  private mutating func layOutThree(in body: Rect) {
    if body.width >= 110 && body.height >= 20 {
      let (left, right) = split(body, at: min(72, body.width * 38 / 100))
      frames = [Frame(pane: .articles, rect: left)]
      stack(.timeline, over: .graph, in: right)
      return
    }
    let top = body.height / 2
    let upper = Rect(row: body.row, column: 0, height: top, width: body.width)
    let (left, right) = split(upper, at: body.width * 40 / 100)
    frames = [
      Frame(pane: .articles, rect: left), Frame(pane: .timeline, rect: right),
      Frame(pane: .graph, rect: body.dropping(top: top)),
    ]
  }

  private mutating func stack(_ upper: Pane, over lower: Pane, in rect: Rect) {
    let top = rect.height / 2
    frames.append(
      Frame(
        pane: upper, rect: Rect(row: rect.row, column: rect.column, height: top, width: rect.width))
    )
    frames.append(Frame(pane: lower, rect: rect.dropping(top: top)))
  }

  /// Two sides with a rule between them.
  private mutating func split(_ rect: Rect, at width: Int) -> (Rect, Rect) {
    rules.append(Rect(row: rect.row, column: rect.column + width, height: rect.height, width: 1))
    let left = Rect(row: rect.row, column: rect.column, height: rect.height, width: width)
    let right = Rect(
      row: rect.row, column: rect.column + width + 1, height: rect.height,
      width: rect.width - width - 1)
    return (left, right)
  }

  /// The cells of `pane`; nil where it is not visible.
  public func rect(of pane: Pane) -> Rect? { frames.first { $0.pane == pane }?.rect }

  /// The part of `pane` that its rows take: without title, density strip and evidence line.
  public func list(of pane: Pane) -> Rect? {
    guard let rect = rect(of: pane) else { return nil }
    let extra = Self.extraRows(of: pane, height: rect.height)
    switch pane {
    case .timeline: return rect.dropping(top: titleRows(of: rect) + extra)
    case .graph, .claims: return rect.dropping(top: titleRows(of: rect)).dropping(bottom: extra)
    case .articles, .reader: return rect.dropping(top: titleRows(of: rect))
    }
  }

  /// The rows of `pane` beside its list: density strip, evidence, claims side by side.
  public func extra(of pane: Pane) -> Rect? {
    guard let rect = rect(of: pane) else { return nil }
    let rows = Self.extraRows(of: pane, height: rect.height)
    guard rows > 0 else { return nil }
    guard pane == .timeline else { return rect.bottom(rows) }
    return Rect(
      row: rect.row + titleRows(of: rect), column: rect.column, height: rows, width: rect.width)
  }

  /// A pane that is one or two rows high has no title.
  private func titleRows(of rect: Rect) -> Int { rect.height >= 3 ? 1 : 0 }

  private static func extraRows(of pane: Pane, height: Int) -> Int {
    switch pane {
    case .timeline: height >= 6 ? 1 : 0
    case .graph: height >= 6 ? (height >= 16 ? 2 : 1) : 0
    case .claims: height >= 8 ? min(9, height * 2 / 5) : 0
    case .articles, .reader: 0
    }
  }
}
