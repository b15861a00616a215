/// Names one article within a corpus: the path below the folder that was opened, or the `id` of a
/// JSON line. Ordered by its UTF-8 bytes.
public struct ArticleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name itself.
  public let name: String

  /// Makes the identifier `name`.
  public init(_ name: String) { self.name = name }

  /// The name itself.
  public var description: String { name }

  /// Orders by UTF-8 bytes, so that no locale has a say.
  public static func < (left: ArticleID, right: ArticleID) -> Bool {
    left.name.precedesByBytes(right.name)
  }
}

/// What a container (a JSON line, a page, a mail) says about the article that it holds.
public struct ArticleMetadata: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// Who wrote it.
  public var byline: String?
  /// The publication, agency or site.
  public var source: String?
  /// The address that it was saved from.
  public var url: String?
  /// The publication date as it was written, not yet read.
  public var date: String?
  /// The section or category.
  public var section: String?
  /// The language as a BCP 47 tag, where the container states it.
  public var language: String?
  /// The path or file name below the opened folder, a weak sign for the date.
  public var path: String?
  /// What was found in it before, where the container is a line of `dateline extract --portable`.
  public var annotation: String?

  /// Makes metadata in which nothing is known.
  public init() {}
}

/// One article: decoded text, its structure, and what its container says of it.
public struct Article: Hashable, Sendable {
  /// Its name in the corpus.
  public var id: ArticleID
  /// The decoded text. For plain text this is the whole file, unchanged; for pages and mail it is
  /// the extracted main text.
  public var text: SourceText
  /// What the container says.
  public var metadata: ArticleMetadata
  /// The structure of `text`: sorted by position and without overlap. White space between blocks
  /// belongs to none.
  public var blocks: [Block]
  /// Blocks of the container that were left out of `text` (menus, share buttons of a page), in
  /// order of appearance, so that the reader can inspect them.
  public var removed: [RemovedBlock]

  /// Makes an article.
  public init(
    id: ArticleID, text: SourceText, metadata: ArticleMetadata = ArticleMetadata(),
    blocks: [Block] = [], removed: [RemovedBlock] = []
  ) {
    self.id = id
    self.text = text
    self.metadata = metadata
    self.blocks = blocks
    self.removed = removed
  }
}

/// One piece of an article's structure.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: Hashable, Sendable {
    /// The headline.
    case title
    /// Who wrote it ("By Uzma Ehtasham").
    case byline
    /// The publication or agency, standing alone.
    case source
    /// The newspaper's dateline: place, and perhaps date, before the first sentence
    /// ("GENEVA, March 14 —").
    case dateline
    /// A publication date standing alone or after a label.
    case dateLine
    /// A heading inside the body.
    case heading
    /// A paragraph of the body.
    case paragraph
    /// One item of a list in the body.
    case listItem
    /// The caption of a picture.
    case caption
    /// Quoted older mail, a signature and other foreign text: shown, never extracted from.
    case quoted
    /// Text that is not the article: shown on request, never extracted from.
    case furniture(Furniture)
  }

  /// The kinds of furniture.
  public enum Furniture: String, Hashable, Sendable, CaseIterable {
    /// Buttons and prompts for sharing or following.
    case share
    /// Menus, section names, "Continue Reading", "Trending", "Top Stories".
    case navigation
    /// Legal text: copyright, disclaimers.
    case legal
    /// How to reach the publication or a party.
    case contact
    /// "0 Comments" and comment prompts.
    case comments
    /// A note about the author.
    case biography
    /// A bare link.
    case link
    /// Advertising and subscription prompts.
    case advertisement
    /// Anything else that is not the article.
    case other
  }

  /// What the block is.
  public var kind: Kind
  /// Where it stands in the article's text. A paragraph that a blank line or hard line ends cut
  /// apart is one block: the span runs over the cut.
  public var span: ByteSpan

  /// Makes a block.
  public init(kind: Kind, span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  /// Whether sentences, names, events and claims are taken from this block.
  public var isExtracted: Bool {
    switch kind {
    case .title, .heading, .paragraph, .listItem, .caption: true
    case .byline, .source, .dateline, .dateLine, .quoted, .furniture: false
    }
  }
}

/// A block of the container that is not part of the article's text.
public struct RemovedBlock: Hashable, Sendable {
  /// Why it was left out.
  public var kind: Block.Furniture
  /// Its text.
  public var text: String

  /// Makes a removed block.
  public init(kind: Block.Furniture, text: String) {
    self.kind = kind
    self.text = text
  }
}
