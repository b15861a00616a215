/// Where a parse stands: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
///
/// Words are numbered from 1; the number after the last word is the root, which waits at the end of
/// the buffer; 0 stands for no word. A word gets its head when it is popped, so that its own
/// dependents are complete by then.
package struct ParserState {
  /// What a parser may do.
  package enum Action: Int, CaseIterable {
    /// Moves the next word of the buffer onto the stack.
    case shift
    /// Makes the next word of the buffer the head of the stack's top, and pops it.
    case left
    /// Makes the second word of the stack the head of its top, and pops it.
    case right
  }

  /// What is known of one word.
  package struct Node {
    /// The head; 0 while unknown.
    package var head: Int16 = 0
    /// The leftmost dependent and the one after it.
    package var left: Int16 = 0, secondLeft: Int16 = 0
    /// The rightmost dependent and the one before it.
    package var right: Int16 = 0, secondRight: Int16 = 0
    /// The word below on the stack.
    package var below: Int16 = 0
    /// The number of dependents on each side, counted to 250.
    package var leftCount: UInt8 = 0, rightCount: UInt8 = 0
    /// The relation to the head, as a number of `RelationSet`.
    package var relation: UInt8 = 0
  }

  /// The words: none, 1 to n, the root.
  package private(set) var nodes: [Node] = []
  /// The top of the stack; 0 where it is empty.
  package private(set) var top = 0
  /// The first word of the buffer.
  package private(set) var next = 1

  /// A state without words, to be set up by `start`.
  package init() {}

  /// The number of the root.
  package var root: Int { nodes.count - 1 }

  /// Whether every word has its head.
  package var isFinished: Bool { top == 0 && next == root }

  /// The word below `word` on the stack; 0 where there is none.
  package func below(_ word: Int) -> Int { Int(nodes[word].below) }

  /// Sets up the parse of `count` words.
  package mutating func start(count: Int) {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: repeatElement(Node(), count: count + 2))
    top = 0
    next = 1
  }

  /// Whether `action` can be done. The root takes one dependent only: the last word left.
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next < root
    case .left: top != 0 && (next < root || below(top) == 0)
    case .right: top != 0 && below(top) != 0
    }
  }

  /// The head and the dependent that `action` would join; nil for a shift.
  package func arc(of action: Action) -> (head: Int, dependent: Int)? {
    switch action {
    case .shift: nil
    case .left: (next, top)
    case .right: (below(top), top)
    }
  }

  /// Does `action`; the new arc, if there is one, gets `relation`.
  package mutating func perform(_ action: Action, relation: UInt8 = 0) {
    guard let (head, dependent) = arc(of: action) else {
      nodes[next].below = Int16(top)
      top = next
      next += 1
      return
    }
    nodes[dependent].head = Int16(head)
    nodes[dependent].relation = relation
    if dependent < head {
      nodes[head].secondLeft = nodes[head].left
      nodes[head].left = Int16(dependent)
      nodes[head].leftCount = min(nodes[head].leftCount + 1, 250)
    } else {
      nodes[head].secondRight = nodes[head].right
      nodes[head].right = Int16(dependent)
      nodes[head].rightCount = min(nodes[head].rightCount + 1, 250)
    }
    top = below(dependent)
  }
}
