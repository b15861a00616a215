internal import DatelineText

/// What the names in an element's `class`, `id` and `role` say of it.
struct ClassHints: OptionSet {
  let rawValue: UInt16

  /// Names an article's body ("story-body").
  static let body = ClassHints(rawValue: 1)
  /// Names something that is not the article, whatever its size ("share-bar").
  static let furniture = ClassHints(rawValue: 2)
  /// Names something beside the article that long texts may stand in ("comments").
  static let aside = ClassHints(rawValue: 4)
  /// Names a small part of the header: author, date, credit.
  static let header = ClassHints(rawValue: 8)
  /// Names a caption.
  static let caption = ClassHints(rawValue: 16)
  /// Is not shown.
  static let hidden = ClassHints(rawValue: 32)
  /// Names advertising.
  static let advertisement = ClassHints(rawValue: 64)
  /// Names sharing.
  static let share = ClassHints(rawValue: 128)
  /// Names readers' comments.
  static let comments = ClassHints(rawValue: 256)
  /// Names an article's body beyond doubt: "article-body", "entryContent", `articleBody`.
  static let certainBody = ClassHints(rawValue: 512)
  /// May be the first word of such a name.
  fileprivate static let bodyFirst = ClassHints(rawValue: 1024)
  /// May be the second.
  fileprivate static let bodySecond = ClassHints(rawValue: 2048)

  /// The kind of furniture that the names point to.
  var kind: Block.Furniture {
    if contains(.advertisement) { return .advertisement }
    if contains(.share) { return .share }
    if contains(.comments) { return .comments }
    return contains(.header) ? .biography : .navigation
  }

  /// The hints of the words in `names`: parts are cut at anything but letters and digits, and
  /// before capitals.
  init(names: ArraySlice<UInt8>) {
    var hints = ClassHints()
    var previous = ClassHints()
    var hash = Self.hashStart
    var length = 0
    var previousIsLower = false
    func endWord() {
      guard length > 1 else { return }
      let word = Self.table.hints(hash)
      if previous.contains(.bodyFirst), word.contains(.bodySecond) { hints.insert(.certainBody) }
      hints.formUnion(word)
      previous = word
    }
    for byte in names {
      let isUpper = byte &- 0x41 < 26
      let isWord = isUpper || byte &- 0x61 < 26
      if !isWord || (isUpper && previousIsLower) {
        endWord()
        if byte <= 0x20 { previous = [] }
        hash = Self.hashStart
        length = 0
      }
      if isWord {
        hash = (hash ^ UInt64(byte | 0x20)) &* Self.hashFactor
        length += 1
      }
      previousIsLower = isWord && !isUpper
    }
    endWord()
    self = hints.subtracting([.bodyFirst, .bodySecond])
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  fileprivate static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325
  fileprivate static let hashFactor: UInt64 = 0x100_0000_01b3
  private static let table = ClassHintTable()
}

/// The listed words, by hash.
private struct ClassHintTable {
  private var slots = [(hash: UInt64, hints: ClassHints)](repeating: (0, []), count: 1024)

  init() {
    for (hints, words) in Self.words {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let hash = word.utf8.reduce(ClassHints.hashStart) { hash, byte in
          (hash ^ UInt64(byte)) &* ClassHints.hashFactor
        }
        var slot = Int(truncatingIfNeeded: hash & 1023)
        while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & 1023 }
        slots[slot] = (hash, slots[slot].hints.union(hints))
      }
    }
  }

  func hints(_ hash: UInt64) -> ClassHints {
    var slot = Int(truncatingIfNeeded: hash & 1023)
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot].hints }
      slot = (slot + 1) & 1023
    }
    return []
  }

  private static let words: [(ClassHints, String)] = [
    (
      .body,
      """
      article articles body content entry hentry main post story text blog maincontent contentbody
      richtext longform paragraph
      """
    ),
    (.bodyFirst, "article story post entry news single"),
    (.bodySecond, "body content text copy fulltext"),
    (
      [.body, .certainBody],
      """
      articlebody storybody storytext articletext bodytext articlecontent postcontent storycontent
      newstext bodycopy
      """
    ),
    (.header, "paywall membership"),
    (
      .furniture,
      """
      nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager footer
      masthead toolbar cookie cookies consent gdpr popup modal overlay lightbox login signin
      register skip skiplink skiplinks sitemap offscreen toc ticker
      dropdown search searchbox searchform tooltip copyright disclaimer colophon banner
      subnav topnav tagcloud widgettitle pagenav prevnext siteheader sitefooter
      """
    ),
    (
      [.furniture, .share],
      """
      share sharing shares sharebar sharebox sharetools sharethis sharedaddy social socials socialshare
      sociable addthis addtoany follow followus facebook twitter whatsapp pinterest linkedin
      socialmedia sns bookmark jetpack shareaholic
      """
    ),
    (
      [.furniture, .advertisement],
      """
      ad ads advert adverts advertisement advertising adsense adslot adunit adwrap adbox adcontainer
      dfp gpt sponsor sponsored sponsors promo promos promotion promoted promobox outbrain taboola
      zergnet revcontent mgid newsletter newsletters subscribe subscription subscriptions signup
      donate donation cta optin mailchimp affiliate shop shopping
      """
    ),
    (
      .aside,
      """
      related recommended recommend recommendation recommendations recirc recirculation sidebar
      sidebars rail aside teaser teasers popular trending mostread mostpopular mostviewed latest
      more morefrom morestories readmore readnext readalso upnext nextup widget widgets inset pullquote
      promolist suggested suggestion suggestions similar seealso alsoread youmaylike ymal
      list-related linklist tout touts headlines listing carousel slider slideshow gallery
      tags taglist topics keywords playlist newsfeed nextarticle prevarticle
      infobox factbox hashtags poll quiz survey
      """
    ),
    (
      [.aside, .comments],
      "comment comments commentlist commentlisting commentary disqus respond replies livefyre viafoura coral"
    ),
    (
      .header,
      """
      author authors byline bylines bio biography authorbio authorbox timestamp dateline pubdate
      publishdate published postmeta postinfo entrymeta meta metadata credit credits contributor
      contributors writer posted updated articlemeta eyebrow kicker
      """
    ),
    (
      .caption,
      "caption captions figcaption imagecaption photocaption cutline photocredit imagecredit wp-caption captiontext"
    ),
    (.hidden, "visuallyhidden invisible srfonly screenreader"),
  ]
}
