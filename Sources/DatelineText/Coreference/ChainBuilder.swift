/// Makes the chains of an article's named mentions.
struct ChainBuilder {
  /// The mentions with their chains.
  private(set) var mentions: [Mention]
  /// The chains, in order of their first mention.
  private(set) var chains: [CoreferenceChain] = []
  private let annotated: AnnotatedArticle
  private var forms: [NameForm] = []
  private var formOfMention: [Int] = []
  /// For a form without a name of its own ("Foreign Ministry"): its country.
  private var owners: [KnownNames.Country?] = []
  /// For each territory: the powers that are said to hold it.
  private var holders: [String: Set<String>] = [:]
  private let lexicon = NameLexicon.embedded

  /// Prepares the chains of `annotated`.
  init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    mentions = annotated.mentions
    for mention in mentions where mention.type == .geopolitical {
      guard let holder = annotated.holder(of: mention) else { continue }
      holders[FoldedText.fold(annotated.article.text[mention.span]), default: []].insert(holder)
    }
  }

  /// Does all steps.
  mutating func build() {
    collectForms()
    var linker = AliasLinker(forms)
    linkDefinitions(&linker)
    linkHeldTerritories(&linker)
    linker.link()
    linkGenerics(&linker)
    makeChains(&linker)
    judgeMetonyms()
  }

  // MARK: - Forms

  private mutating func collectForms() {
    struct Key: Hashable {
      let block: NameForm.Block
      let name: String
    }
    var known: [Key: Int] = [:]
    for mention in mentions {
      let text = annotated.article.text[mention.span]
      let owner = isGeneric(mention, text) ? owner(of: mention) : nil
      let name =
        owner.map { "\($0.demonym ?? $0.name) \(text)" } ?? qualified(mention, text) ?? text
      let key = Key(block: NameForm.Block(mention.type), name: name)
      if let form = known[key] {
        formOfMention.append(form)
      } else {
        known[key] = forms.count
        formOfMention.append(forms.count)
        forms.append(NameForm(name, type: mention.type))
        owners.append(owner)
      }
    }
  }

  /// Whether the name of a body consists of words that many bodies bear.
  private func isGeneric(_ mention: Mention, _ text: String) -> Bool {
    guard mention.type == .organization || mention.type == .facility else { return false }
    return text.words.allSatisfy { word in
      let classes = lexicon.classes(of: String(word))
      return !classes.isDisjoint(with: .generic) && classes.isDisjoint(with: [.demonym, .country])
    }
  }

  /// The country right before a mention, with or without a possessive mark ("China's Foreign
  /// Ministry").
  private func owner(of mention: Mention) -> KnownNames.Country? {
    for distance in 1...2 {
      let token = mention.tokens.lowerBound - distance
      guard annotated.tokens.indices.contains(token) else { return nil }
      let word = annotated.text(token)
      if distance == 1, word == "'s" || word == "’s" { continue }
      return KnownNames.embedded.country(named: word)
        ?? KnownNames.embedded.country(ofPeople: word)
    }
    return nil
  }

  /// The name of a territory with the power that holds it ("Indian-held Kashmir"), where the article
  /// tells parts of it apart so.
  private func qualified(_ mention: Mention, _ text: String) -> String? {
    guard mention.type == .geopolitical, let holder = annotated.holder(of: mention) else {
      return nil
    }
    return holders[FoldedText.fold(text), default: []].count > 1 ? "\(holder)-held \(text)" : nil
  }

  /// Links "Parliament" to "Norwegian Parliament", where no other parliament is named.
  private func linkGenerics(_ linker: inout AliasLinker) {
    for (index, form) in forms.enumerated() where form.block == .organization {
      let isGeneric = form.words.allSatisfy {
        let classes = lexicon.classes(of: $0)
        return !classes.isDisjoint(with: .generic)
          && classes.isDisjoint(with: [.demonym, .country])
      }
      guard isGeneric, owners[index] == nil else { continue }
      let longer = forms.indices.filter {
        forms[$0].block == .organization && forms[$0].words.count > form.words.count
          && forms[$0].words.suffix(form.words.count) == form.words[...]
      }
      guard let first = longer.first else { continue }
      let root = linker.root(first)
      if longer.allSatisfy({ linker.root($0) == root }) {
        linker.unite(first, index, "no other is named")
      }
    }
  }

  // MARK: - Definitions

  /// Links names that the text itself defines as one.
  private func linkDefinitions(_ linker: inout AliasLinker) {
    for index in mentions.indices.dropFirst() {
      let gap = between(index - 1, index)
      guard let gap else { continue }
      let first = formOfMention[index - 1]
      let second = formOfMention[index]
      let rule = gap.trimmingBlanks()
      if Self.definitions.contains(rule) {
        if forms[first].block == forms[second].block || rule.hasPrefix("(")
          || forms[first].block == .person
          || isBodyPair(first, second)
        {
          linker.unite(first, second, "the text calls it so")
        }
      } else if rule == "(", closesBracket(after: mentions[index]) {
        if isShortForm(forms[second], of: forms[first])
          || isShortForm(forms[first], of: forms[second])
        {
          linker.unite(first, second, "a short form in brackets")
        } else if isMeaning(forms[second], of: forms[first]) {
          linker.unite(first, second, "what the name means, in brackets")
        }
      }
    }
  }

  private func isBodyPair(_ first: Int, _ second: Int) -> Bool {
    let bodies: Set<NameForm.Block> = [.organization, .other, .event]
    return bodies.contains(forms[first].block) && bodies.contains(forms[second].block)
  }

  private static let definitions: Set<String> = [
    "(known as", "(also known as", ", also known as", ", known as", "also known as", "alias",
    ", alias", "(alias", "aka", "a.k.a.", ", aka", "(aka", "(a.k.a.", ", better known as",
    "better known as", ", commonly known as", ", formerly known as", "(formerly", ", nicknamed",
    ", also called", "(also called",
  ]

  private func between(_ first: Int, _ second: Int) -> String? {
    let lower = Int(mentions[first].span.upper)
    let upper = Int(mentions[second].span.lower)
    guard lower <= upper, upper - lower <= 24 else { return nil }
    return annotated.article.text[ByteSpan(lower, upper)].lowercased()
  }

  private func closesBracket(after mention: Mention) -> Bool {
    let bytes = annotated.article.text.bytes
    let next = Int(mention.span.upper)
    return next < bytes.count
      && (bytes[next] == UInt8(ascii: ")") || bytes[next] == UInt8(ascii: ","))
  }

  /// Whether `short` is made of letters of `long`, in order, from the first on.
  private func isShortForm(_ short: NameForm, of long: NameForm) -> Bool {
    guard long.words.count > 1, short.words.count == 1, let word = short.words.first else {
      return false
    }
    if long.initials.contains(word) { return true }
    guard short.isAcronym, word.first == long.words[0].first else { return false }
    var letters = Array(word.utf8)[...]
    for byte in long.folded.utf8 where byte == letters.first { letters = letters.dropFirst() }
    return letters.isEmpty
  }

  /// Whether `long`, in brackets behind a foreign name, says what that name means ("Hezbollah (Party
  /// of God)"): the name holds no common head word, and what stands in brackets begins with one.
  private func isMeaning(_ long: NameForm, of name: NameForm) -> Bool {
    guard long.block == name.block, long.block != .person, long.words.dropFirst().contains("of"),
      !name.words.contains("of")
    else { return false }
    let heads: NameClass = [.organizationHead, .polityHead, .facilityHead]
    let isForeign = name.words.contains { lexicon.classes(of: $0).isDisjoint(with: .generic) }
    return isForeign && name.words.allSatisfy { lexicon.classes(of: $0).isDisjoint(with: heads) }
      && !lexicon.classes(of: long.words[0]).isDisjoint(with: [.common, .organizationHead])
  }

  /// Links the names of a territory that one power is said to hold: "Indian-held Kashmir" and
  /// "Indian-held Jammu and Kashmir"; and "Azad" in "Azad or Pakistani-held Kashmir".
  private func linkHeldTerritories(_ linker: inout AliasLinker) {
    var byEnd: [String: [Int]] = [:]
    for (index, form) in forms.enumerated()
    where form.block == .place && form.words.count < 5 && holders[form.folded]?.count == 1 {
      for length in 1..<max(1, form.words.count) {
        byEnd[form.words.suffix(length).joined(separator: " "), default: []].append(index)
      }
    }
    for (index, mention) in mentions.enumerated() {
      guard mention.type == .geopolitical, let holder = annotated.holder(of: mention) else {
        continue
      }
      let held = formOfMention[index]
      let longer = byEnd[FoldedText.fold(annotated.article.text[mention.span])] ?? []
      for other in longer.prefix(8) where holders[forms[other].folded] == [holder] {
        linker.unite(other, held, "held by the same power")
      }
      let joint = mention.tokens.lowerBound - 4
      guard joint > 0, annotated.text(joint) == "or" else { continue }
      for other in max(0, index - 2)..<index
      where mentions[other].tokens.upperBound == joint
        && forms[formOfMention[other]].block == .place
      {
        linker.unite(formOfMention[other], held, "the text gives both names")
      }
    }
  }

  // MARK: - Chains

  private mutating func makeChains(_ linker: inout AliasLinker) {
    var chainOfRoot: [Int: Int] = [:]
    var members: [[Int]] = []
    for index in mentions.indices {
      let root = linker.root(formOfMention[index])
      let chain = chainOfRoot[root] ?? members.count
      if chain == members.count {
        chainOfRoot[root] = chain
        members.append([])
      }
      members[chain].append(index)
      mentions[index].chain = chain
    }
    var reasons = Array(repeating: [String](), count: members.count)
    for reason in linker.reasons {
      guard let chain = chainOfRoot[linker.root(reason.first)] else { continue }
      let names = (forms[reason.first].text, forms[reason.second].text)
      if names.0 != names.1 { reasons[chain].append("\(names.1) is \(names.0): \(reason.rule)") }
    }
    for (chain, list) in members.enumerated() {
      let type = commonType(list)
      for index in list { mentions[index].type = type }
      chains.append(
        CoreferenceChain(
          name: ChainNamer.name(of: list.map { (forms[formOfMention[$0]], 1) }, type: type),
          type: type,
          mentions: list, reasons: reasons[chain]))
    }
  }

  private func commonType(_ list: [Int]) -> EntityType {
    for index in list {
      let form = forms[formOfMention[index]]
      if form.block != .person, let body = KnownNames.embedded.body(named: form.text),
        body.name.utf8.count > 0, form.block != .group
      {
        return body.type
      }
    }
    var votes: [EntityType: Int] = [:]
    for index in list { votes[mentions[index].type, default: 0] += 1 }
    return votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
      ?? .miscellaneous
  }

  private mutating func judgeMetonyms() {
    var article = annotated
    article.mentions = mentions
    let judge = MetonymJudge(article)
    var previous: Bool?
    for index in mentions.indices {
      let mention = mentions[index]
      let text = annotated.article.text[mention.span]
      guard mention.type == .geopolitical, KnownNames.embedded.country(named: text) == nil,
        let country = KnownNames.embedded.country(ofSeat: text)
      else {
        previous =
          mention.type == .geopolitical && KnownNames.embedded.country(named: text) == nil
          ? false : nil
        continue
      }
      let isMetonym = judge.isMetonym(index, after: previous)
      mentions[index].isMetonym = isMetonym
      previous = isMetonym
      if isMetonym, let chain = mention.chain { chains[chain].governmentOf = country.name }
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  func trimmingBlanks() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}

/// Chooses the name that a chain or an entity goes by.
package enum ChainNamer {
  /// The canonical name of a listed thing, else the fullest name, the more frequent first. Each form
  /// comes with how often it is used.
  package static func name(of forms: [(NameForm, Int)], type: EntityType) -> String {
    let known = KnownNames.embedded
    for (form, _) in forms {
      if type == .group, let country = known.country(ofPeople: form.text) {
        return country.demonym ?? country.name
      }
      if form.block == .place, let country = known.country(named: form.text) { return country.name }
    }
    for (form, _) in forms where form.block != .person && form.block != .group {
      guard let body = known.body(named: form.text) else { continue }
      return forms.lazy.map(\.0).first { isDescribed($0, body.name) }?.text ?? body.name
    }
    var counts: [String: (count: Int, form: NameForm)] = [:]
    for (form, count) in forms { counts[form.text, default: (0, form)].count += count }
    let best = counts.values.max { left, right in
      let (fullness, other) = (fullness(left.form, type), fullness(right.form, type))
      if fullness != other { return fullness < other }
      return left.count != right.count
        ? left.count < right.count : left.form.text > right.form.text
    }
    return best?.form.text ?? ""
  }

  /// Whether a form is a listed name with the nationality that tells it from others of that name
  /// ("Afghan Taliban").
  private static func isDescribed(_ form: NameForm, _ name: String) -> Bool {
    form.words.count > 1 && form.text.hasSuffix(" " + name)
      && KnownNames.embedded.country(ofPeople: form.words[0]) != nil
  }

  /// How full a name is: more words are fuller, up to four; short forms come last.
  private static func fullness(_ form: NameForm, _ type: EntityType) -> Int {
    if form.isAcronym { return 0 }
    return type == .geopolitical || type == .location ? 1 : min(form.words.count, 4)
  }
}

extension AnnotatedArticle {
  /// Who is said right before a mention to hold it: "Indian" before "-held Kashmir"; nil where nobody is.
  package func holder(of mention: Mention) -> String? {
    let first = mention.tokens.lowerBound - 3
    guard first >= 0, text(first + 1) == "-", Self.heldWords.contains(text(first + 2).lowercased())
    else { return nil }
    return text(first)
  }

  private static let heldWords: Set<String> = [
    "held", "administered", "occupied", "controlled", "ruled", "run",
  ]
}
