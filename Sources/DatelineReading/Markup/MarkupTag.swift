/// The elements that the reader of pages knows; every other name is `unknown`.
enum MarkupTag: UInt8, CaseIterable {
  case text, unknown
  // Text blocks
  case p, h1, h2, h3, h4, h5, h6, pre, blockquote, li, dt, dd, figcaption, caption, address
  // Containers
  case html, body, main, article, section, div, header, footer, nav, aside, ul, ol, dl, figure,
    form,
    fieldset, details, summary, center, table, thead, tbody, tfoot, tr, td, th, dialog, hgroup, menu
  // Inline
  case a, abbr, b, big, bdi, cite, code, del, em, font, i, ins, kbd, label, mark, q, s, samp, small,
    span, strong, sub, sup, time, tt, u, bdo, data, dfn, strike, nobr, picture, button
  // Without content
  case area, base, br, col, embed, hr, img, input, link, meta, param, source, track, wbr
  // Never shown as text
  case head, title, script, style, noscript, template, iframe, svg, math, textarea, select, option,
    optgroup, object, video, audio, canvas, map, xmp, noembed, noframes, frameset, frame, applet

  /// The element of this name, in any case; `unknown` where there is none.
  init(name: UnsafeBufferPointer<UInt8>.SubSequence) {
    self = Self.names.tag(MarkupTagTable.key(name))
  }

  private static let names = MarkupTagTable()

  /// Whether the element has no content and so no end.
  var isVoid: Bool { Self.area.rawValue <= rawValue && rawValue <= Self.wbr.rawValue }

  /// Whether the element begins a new line, so that it ends an open paragraph.
  var isBlock: Bool {
    (Self.p.rawValue <= rawValue && rawValue <= Self.menu.rawValue) || self == .hr
  }

  /// Whether what stands inside is text for the browser's eye alone, up to the end tag.
  var isRawText: Bool {
    switch self {
    case .script, .style, .iframe, .textarea, .title, .xmp, .noembed, .noframes: true
    default: false
    }
  }

  /// Whether an end tag inside must not close what stands outside.
  var isBarrier: Bool {
    switch self {
    case .table, .td, .th, .caption, .object, .template, .applet, .html, .body: true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool { Self.h1.rawValue <= rawValue && rawValue <= Self.h6.rawValue }

  /// Whether nothing inside is ever part of an article's text.
  var isInvisible: Bool {
    switch self {
    case .button, .dialog: true
    default: Self.head.rawValue <= rawValue
    }
  }
}

/// Finds an element by name: open addressing over the names packed into integers.
private struct MarkupTagTable {
  private var slots = [(key: UInt64, tag: MarkupTag)](repeating: (0, .unknown), count: 1024)

  init() {
    for tag in MarkupTag.allCases where tag != .text && tag != .unknown {
      var name = "\(tag)"
      let key = name.withUTF8 { Self.key($0[...]) }
      var slot = Self.slot(key)
      while slots[slot].key != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = (key, tag)
    }
  }

  func tag(_ key: UInt64) -> MarkupTag {
    var slot = Self.slot(key)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].tag }
      slot = (slot + 1) & 1023
    }
    return .unknown
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// The name's letters, lowered, six bits each: names of ten letters fit, longer ones are unknown.
  static func key(_ name: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
    guard name.count <= 10 else { return 1 }
    var key: UInt64 = 0
    for byte in name {
      let lowered = byte | 0x20
      let code: UInt64 =
        lowered >= 0x61 && lowered <= 0x7A
        ? UInt64(lowered - 0x60) : byte &- 0x30 < 10 ? UInt64(byte - 0x30 + 27) : 63
      key = key << 6 | code
    }
    return key | UInt64(name.count) << 60
  }
}
