/// Everything a key, the palette or a script can ask for.
///
/// Help screen, hints, palette and the manual's key table are all made from this list.
public enum Command: String, Hashable, Sendable, CaseIterable {
  // Moving
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextMark, previousMark
  // Panes
  case articles, timeline, graph, claims, nextPane, previousPane, leftPane, rightPane, zoom
  case back, forward
  // Opening
  case open, source, about, evidence
  // Narrowing
  case filter, entity, dates, kinds, traits, pin, clear, stepOut
  // Graph
  case path, matrix, ring, map, egoList, raiseThreshold, lowerThreshold
  // Reader
  case furniture, brackets
  // Deciding
  case setDate, addEvent, merge, split, rename, retype, reject, undo, redo
  case bookmark, tag, note, select
  // Program
  case sort, copy, report, palette, help, recordMacro, playMacro, pause, stop, redraw, suspend, quit

  /// The headings under which commands are listed.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case moving = "Moving"
    case panes = "Panes"
    case opening = "Opening"
    case narrowing = "Narrowing"
    case graph = "Graph"
    case reader = "Reader"
    case deciding = "Deciding"
    case program = "Program"
  }

  /// The heading under which it is listed.
  public var group: Group {
    switch self {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .nextMark,
      .previousMark:
      .moving
    case .articles, .timeline, .graph, .claims, .nextPane, .previousPane, .leftPane, .rightPane,
      .zoom, .back, .forward:
      .panes
    case .open, .source, .about, .evidence: .opening
    case .filter, .entity, .dates, .kinds, .traits, .pin, .clear, .stepOut: .narrowing
    case .path, .matrix, .ring, .map, .egoList, .raiseThreshold, .lowerThreshold: .graph
    case .furniture, .brackets: .reader
    case .setDate, .addEvent, .merge, .split, .rename, .retype, .reject, .undo, .redo, .bookmark,
      .tag, .note, .select:
      .deciding
    case .sort, .copy, .report, .palette, .help, .recordMacro, .playMacro, .pause, .stop, .redraw,
      .suspend,
      .quit:
      .program
    }
  }

  /// The name in palette and configuration: words joined by hyphens ("half-page-down").
  public var name: String {
    var name = ""
    for scalar in rawValue.unicodeScalars {
      if scalar.properties.isUppercase { name += "-" }
      name += scalar.properties.lowercaseMapping
    }
    return name
  }

  /// The command called `name`; nil where there is none.
  public init?(name: String) {
    guard let command = Command.allCases.first(where: { $0.name == name }) else { return nil }
    self = command
  }

  /// What it does, in a few words.
  public var help: String {
    switch self {
    case .down: "next row"
    case .up: "row before"
    case .pageDown: "one page down"
    case .pageUp: "one page up"
    case .halfPageDown: "half a page down"
    case .halfPageUp: "half a page up"
    case .first: "first row"
    case .last: "last row"
    case .nextMark: "next mark in the reader; next linked row in a list"
    case .previousMark: "mark or linked row before"
    case .articles: "go to the article list"
    case .timeline: "go to the timeline"
    case .graph: "go to the graph"
    case .claims: "go to the claims"
    case .nextPane: "next pane"
    case .previousPane: "pane before"
    case .leftPane: "pane to the left; leave the reader"
    case .rightPane: "pane to the right"
    case .zoom: "this pane alone, or all again"
    case .back: "back to the place before"
    case .forward: "forward again"
    case .open: "open: article, sentence, entity in the middle"
    case .source: "open the sentence that says so; again: the next one"
    case .about: "all about the row, or the entity of the graph"
    case .evidence: "every sentence that the row rests on"
    case .filter: "filter all panes by words, as you type"
    case .entity: "narrow to an entity by three letters"
    case .dates: "narrow to days (9-19oct, oct 2025)"
    case .kinds: "narrow to a type (med, cas, fut)"
    case .traits: "narrow to a trait (1src, undated, marked)"
    case .pin: "narrow all panes to the selected row"
    case .clear: "take all filters away"
    case .stepOut: "one step out: of the reader, or of the last filter"
    case .path: "how two entities are linked"
    case .matrix: "who with whom, as a table"
    case .ring: "the nearest neighbours as a picture"
    case .map: "where the listed events happened, as a map"
    case .egoList: "relations as a list"
    case .raiseThreshold: "hide weaker relations"
    case .lowerThreshold: "show weaker relations"
    case .furniture: "show or hide what is not the article"
    case .brackets: "brackets around names and dates"
    case .setDate: "set the date of the article or event"
    case .addEvent: "add an event that this sentence tells"
    case .merge: "this entity is the same as another"
    case .split: "a name stands for itself"
    case .rename: "give the entity another name"
    case .retype: "give the entity or event another type"
    case .reject: "this is no entity, or no event"
    case .undo: "take the last decision back"
    case .redo: "decide it again"
    case .bookmark: "mark or unmark: !"
    case .tag: "add a tag, or take it away: #"
    case .note: "write a note: ^"
    case .select: "select several rows"
    case .sort: "sort by date, name or weight"
    case .copy: "copy the text with its source"
    case .report: "write what is shown into a report"
    case .palette: "run a command by name"
    case .help: "this help"
    case .recordMacro: "record keys, or stop"
    case .playMacro: "play the recorded keys"
    case .pause: "pause or go on reading the folder"
    case .stop: "stop reading; what was read stays"
    case .redraw: "draw the screen again"
    case .suspend: "suspend to the shell"
    case .quit: "quit"
    }
  }
}
