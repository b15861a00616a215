internal import CDatelineData

/// Runs the syntax network over sentences, one after another, in memory of its own.
///
/// The products are of whole numbers, and what lies between them is plain arithmetic of single
/// precision without shortcuts, so that every machine comes to the same tree.
///
/// Words come again and again, so the sums of their features, and what the first layer makes of these,
/// are kept from one article to the next. What is kept is what would be worked out again, so
/// nothing hangs on which articles were read before.
package final class NetworkReader {
  private let network: SyntaxNetwork
  /// For each position what goes into the next product, and what came out of the last.
  private let inputs, outputs: UnsafeMutablePointer<Int16>
  /// What goes into the next product of bytes.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let sums: UnsafeMutablePointer<Int32>
  /// What is said of each word, of the pairs of an arc, and what the words offer as heads.
  private let dependents, heads, labelHeads, labelDependents, hidden,
    offers: UnsafeMutablePointer<Int16>
  private let scores: UnsafeMutablePointer<Int32>
  /// What each distance from dependent to head is worth, from minus to plus `longest`.
  private let distances: UnsafeMutablePointer<Int32>
  /// The rows of the features of new words, and where those of each word end.
  private let found: UnsafeMutablePointer<UnsafePointer<Int8>>
  private let ends: UnsafeMutablePointer<Int>
  /// The forms whose sums are kept, their sums, and for each word its form where that is new.
  private let knownForms, newForms: UnsafeMutablePointer<UInt64>
  private let knownSums: UnsafeMutablePointer<Int16>
  /// The words at a kind of place for which the first layer's products are kept, and the products.
  private let knownWords: UnsafeMutablePointer<UInt64>
  private let knownProducts: UnsafeMutablePointer<Int32>
  /// For each position of a sentence what stands for its word.
  private let words: UnsafeMutablePointer<UInt64>
  /// The positions of a sentence whose words are not known, and the first layer's products of them.
  private let newPositions: UnsafeMutablePointer<Int>
  private let products: UnsafeMutablePointer<Int32>

  /// The most words that are read at once; a longer sentence is read in pieces.
  package static let longest = 160
  private static let positions = longest + 1
  /// How many forms are kept, and how many words with products, a kilobyte each: powers of two.
  private static let remembered = 4096, rememberedWords = 2048

  /// Gets the memory.
  package init(_ network: SyntaxNetwork) {
    self.network = network
    let shape = network.shape
    func room<Number>(_ count: Int) -> UnsafeMutablePointer<Number> {
      .allocate(capacity: count * Self.positions)
    }
    let widest = max(shape.width, shape.embedding)
    (inputs, outputs, bytes) = (room(widest), room(widest), room(widest))
    sums = room(max(6 * shape.state, shape.told, shape.arc, shape.relations))
    (dependents, heads, hidden) = (room(shape.arc), room(shape.arc), room(shape.label))
    (labelHeads, labelDependents) = (room(shape.label), room(shape.label))
    offers = .allocate(capacity: Self.columns(Self.positions) * shape.arc)
    scores = .allocate(capacity: Self.positions * Self.columns(Self.positions))
    distances = .allocate(capacity: 2 * Self.longest + 1)
    for distance in -Self.longest...Self.longest {
      distances[Self.longest + distance] =
        distance > 0
        ? network.distance(distance + 1, 1)
        : network.distance(Self.positions + distance, Self.positions)
    }
    (found, ends, newForms) = (room(NetworkFeatures.count), room(1), room(1))
    knownForms = .allocate(capacity: Self.remembered)
    knownForms.initialize(repeating: 0, count: Self.remembered)
    knownSums = .allocate(capacity: Self.remembered * shape.embedding)
    knownWords = .allocate(capacity: Self.rememberedWords)
    knownWords.initialize(repeating: 0, count: Self.rememberedWords)
    knownProducts = .allocate(capacity: Self.rememberedWords * 6 * shape.state)
    (words, newPositions, products) = (room(1), room(1), room(6 * shape.state))
  }

  deinit {
    for memory in [
      inputs, outputs, dependents, heads, hidden, labelHeads, labelDependents, offers, knownSums,
    ] { memory.deallocate() }
    bytes.deallocate()
    sums.deallocate()
    scores.deallocate()
    distances.deallocate()
    found.deallocate()
    for memory in [ends, newPositions] { memory.deallocate() }
    for memory in [knownForms, newForms, knownWords, words] { memory.deallocate() }
    for memory in [knownProducts, products] { memory.deallocate() }
  }

  /// Columns come by sixteen.
  private static func columns(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  /// Tags and parses a sentence, and says of each word how far it is a name in text of the kind
  /// `genre`. Cost: linear in its length, and for the heads the square of it up to
  /// `longest` words.
  package func read(_ words: SentenceWords, _ genre: NameGenre) -> SentenceReading {
    var reading = SentenceReading(count: words.words.count)
    var start = 0
    while start < words.words.count {
      let end = min(start + Self.longest, words.words.count)
      read(words, start..<end, genre, into: &reading)
      start = end
    }
    return reading
  }

  private func read(
    _ words: SentenceWords, _ range: Range<Int>, _ genre: NameGenre,
    into reading: inout SentenceReading
  ) {
    let count = range.count + 1
    embed(words, range)
    for number in network.layers.indices { run(number, count) }
    narrow(count * network.shape.width, by: .told(by: network.layers.count))
    network.told.multiply(bytes, rows: count, to: sums)
    tell(count)
    readTags(range, into: &reading)
    readNames(range, genre, into: &reading)
    var nodes = [0]
    for index in range where reading.takesPart(index) { nodes.append(index - range.lowerBound + 1) }
    guard nodes.count > 1 else { return }
    let found = bestHeads(nodes)
    let relations = bestRelations(nodes, found)
    let root = reading.root
    for node in 1..<nodes.count {
      let word = range.lowerBound + nodes[node] - 1
      if found[node] == 0 {
        reading.attach(word, to: root ?? -1, root == nil ? RelationSet.root : RelationSet.parataxis)
      } else {
        let head = range.lowerBound + nodes[found[node]] - 1
        reading.attach(word, to: head, relations[node])
      }
    }
  }
}

// MARK: - Words and layers

extension NetworkReader {
  /// Writes the first layer's products of each word; position 0 is the root.
  private func embed(_ sentence: SentenceWords, _ range: Range<Int>) {
    let (layer, size) = (network.layers[0], 6 &* network.shape.state)
    var count = 0
    for position in 0...range.count {
      words[position] = word(sentence, range, position)
      let memory = Self.wordMemory(of: words[position])
      dateline_prefetch(knownProducts + memory &* size)
    }
    for position in 0...range.count {
      let memory = Self.wordMemory(of: words[position])
      if knownWords[memory] == words[position] {
        (sums + position &* size).update(from: knownProducts + memory &* size, count: size)
      } else {
        newPositions[count] = position
        count &+= 1
      }
    }
    guard count > 0 else { return }
    sumRows(sentence, range, count)
    narrow(count * layer.inner, by: .words)
    layer.multiply(bytes, rows: count, to: products)
    for place in 0..<count {
      let (position, found) = (newPositions[place], products + place &* size)
      let memory = Self.wordMemory(of: words[position])
      knownWords[memory] = words[position]
      (sums + position &* size).update(from: found, count: size)
      (knownProducts + memory &* size).update(from: found, count: size)
    }
  }

  /// Stands for all features of the word at a position.
  @inline(__always)
  private func word(_ words: SentenceWords, _ range: Range<Int>, _ position: Int) -> UInt64 {
    guard position > 0 else { return NetworkFeatures.root }
    let index = range.lowerBound &+ position &- 1
    return words.words[index].form ^ NetworkFeatures.place(words, at: index)
  }

  /// Where the products of a word are kept.
  @inline(__always)
  private static func wordMemory(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: word >> 20) & (rememberedWords - 1)
  }

  /// Sums the rows of the features of the first `count` new words. All rows are asked for before the
  /// first is added, so that the memory answers meanwhile.
  private func sumRows(_ words: SentenceWords, _ range: Range<Int>, _ total: Int) {
    let size = network.shape.embedding
    var count = 0
    for place in 0..<total {
      newForms[place] = 0
      if newPositions[place] > 0 {
        let word = words.words[range.lowerBound &+ newPositions[place] &- 1]
        let memory = Self.memory(of: word.form)
        if knownForms[memory] == word.form {
          (inputs + place &* size).update(from: knownSums + memory &* size, count: size)
        } else {
          newForms[place] = word.form
          NetworkFeatures.forEach(word) { feature in
            guard let row = network.row(of: feature) else { return }
            dateline_prefetch(row)
            found[count] = row
            count &+= 1
          }
        }
      }
      ends[place] = count
    }
    for place in 0..<total {
      let target = inputs + place &* size
      guard newPositions[place] > 0 else {
        target.update(repeating: 0, count: size)
        add(network.row(of: NetworkFeatures.root), to: target)
        continue
      }
      if newForms[place] != 0 {
        addRows((place == 0 ? 0 : ends[place &- 1])..<ends[place], to: target)
        let memory = Self.memory(of: newForms[place])
        knownForms[memory] = newForms[place]
        (knownSums + memory &* size).update(from: target, count: size)
      }
      let index = range.lowerBound &+ newPositions[place] &- 1
      add(network.row(of: NetworkFeatures.place(words, at: index)), to: target)
    }
  }

  /// Where the sum of a form is kept.
  private static func memory(of form: UInt64) -> Int {
    Int(truncatingIfNeeded: form >> 20) & (remembered - 1)
  }

  /// Adds `row` to `target`.
  @inline(__always)
  private func add(_ row: UnsafePointer<Int8>?, to target: UnsafeMutablePointer<Int16>) {
    guard let row else { return }
    for column in stride(from: 0, to: network.shape.embedding, by: 16) {
      let sum = UnsafeMutableRawPointer(target + column)
      let values = UnsafeRawPointer(row + column).loadUnaligned(as: SIMD16<Int8>.self)
      sum.storeBytes(
        of: sum.loadUnaligned(as: SIMD16<Int16>.self) &+ SIMD16<Int16>(truncatingIfNeeded: values),
        as: SIMD16<Int16>.self)
    }
  }

  /// Writes the sum of the rows found at `places` to `target`.
  @inline(__always)
  private func addRows(_ places: Range<Int>, to target: UnsafeMutablePointer<Int16>) {
    for column in stride(from: 0, to: network.shape.embedding, by: 16) {
      var sum = SIMD16<Int16>.zero
      for place in places {
        let row = UnsafeRawPointer(found[place] + column)
        sum &+= SIMD16<Int16>(truncatingIfNeeded: row.loadUnaligned(as: SIMD16<Int8>.self))
      }
      UnsafeMutableRawPointer(target + column).storeBytes(of: sum, as: SIMD16<Int16>.self)
    }
  }

  /// Runs layer `number`; what it tells takes the place of its input. The products of the first are
  /// there.
  private func run(_ number: Int, _ count: Int) {
    let layer = network.layers[number]
    if number > 0 {
      narrow(count * layer.inner, by: .told(by: number))
      layer.multiply(bytes, rows: count, to: sums)
    }
    let state = network.shape.state
    for direction in 0..<2 {
      let first = direction * 3 * state
      var lanes = dateline_layer(
        scales: layer.columns.scales + first, bias: layer.columns.bias + first, state: state,
        columns: layer.columns.count, width: network.shape.width, unit: 1 / SyntaxNetwork.layerUnit)
      let input = number > 0 ? UnsafePointer(inputs + direction * state) : nil
      dateline_recur(
        &lanes, sums + first, count, direction == 1, input, inputs + direction * state)
    }
  }

  /// Brings the first `count` inputs to bytes.
  private func narrow(_ count: Int, by input: ByteInput) {
    dateline_narrow(inputs, count, input.factor, bytes)
  }

  /// Cuts the products of what is told into their parts.
  private func tell(_ count: Int) {
    let (shape, columns) = (network.shape, network.told.columns)
    for position in 0..<count {
      let first = position &* columns.count &+ shape.tags
      let arc = position &* shape.arc
      store(columns, first, shape.tags, to: dependents + arc, shape.arc, isCut: true)
      store(
        columns, first &+ shape.arc, shape.tags &+ shape.arc, to: heads + arc, shape.arc,
        isCut: true)
      let label = shape.tags &+ 2 &* shape.arc
      let place = position &* shape.label
      let sum = first &+ 2 &* shape.arc
      store(columns, sum, label, to: labelDependents + place, shape.label, isCut: false)
      store(
        columns, sum &+ shape.label, label &+ shape.label, to: labelHeads + place, shape.label,
        isCut: false)
    }
  }

  /// Brings `count` sums from `first` on, of the columns from `column` on, to units of an arc.
  @inline(__always)
  private func store(
    _ columns: NetworkColumns, _ first: Int, _ column: Int,
    to target: UnsafeMutablePointer<Int16>, _ count: Int, isCut: Bool
  ) {
    dateline_scale(
      sums + first, columns.scales + column, columns.bias + column, count,
      1 / SyntaxNetwork.arcUnit, isCut, target)
  }
}

// MARK: - Tags, heads and relations

extension NetworkReader {
  private func readTags(_ range: Range<Int>, into reading: inout SentenceReading) {
    let columns = network.told.columns
    for (place, index) in range.enumerated() {
      let tag = columns.best(of: TagSet.count, sums + (place &+ 1) &* columns.count)
      reading.setTag(UInt8(tag), at: index)
    }
  }

  /// Reads how far each word is a name: for any text, then for text of the kind `genre`.
  private func readNames(
    _ range: Range<Int>, _ genre: NameGenre, into reading: inout SentenceReading
  ) {
    let told = network.told.columns
    add(told, told.count - network.shape.names, range, into: &reading)
    guard genre != .any else { return }
    let kind = network.kinds[Int(genre.rawValue) &- 1]
    kind.multiply(bytes, rows: range.count + 1, to: sums)
    add(kind.columns, 0, range, into: &reading)
  }

  /// Adds the sums of `columns` from `column` on to what is said of names.
  private func add(
    _ columns: NetworkColumns, _ column: Int, _ range: Range<Int>,
    into reading: inout SentenceReading
  ) {
    var scores = SIMD16<Int16>.zero
    for (place, index) in range.enumerated() {
      withUnsafeMutableBytes(of: &scores) { bytes in
        let target = bytes.assumingMemoryBound(to: Int16.self)
        guard let first = target.baseAddress else { return }
        dateline_scale(
          sums + ((place &+ 1) &* columns.count &+ column), columns.scales + column,
          columns.bias + column, 16, 1, false, first)
      }
      reading.addName(scores, at: index)
    }
  }

  /// The head of each node, which is the position of a word, or 0 for the root.
  private func bestHeads(_ nodes: [Int]) -> [Int] {
    let (size, count) = (network.shape.arc, nodes.count)
    let columns = Self.columns(count)
    let pairs = UnsafeMutableRawPointer(offers)
    for (node, position) in nodes.enumerated() {
      let (from, to) = (dependents + position &* size, inputs + node &* size)
      to.update(from: from, count: size)
      let offered = UnsafeRawPointer(heads + position &* size)
      for pair in 0..<(size / 2) {
        pairs.storeBytes(
          of: offered.load(fromByteOffset: 4 &* pair, as: Int32.self),
          toByteOffset: 4 &* (pair &* columns &+ node), as: Int32.self)
      }
    }
    network.match.multiply(inputs, rows: count, to: sums)
    for node in 0..<count {
      store(network.match.columns, node &* size, 0, to: outputs + node &* size, size, isCut: false)
    }
    dateline_products(outputs, count, size / 2, offers, columns, scores)
    for dependent in 1..<count {
      let row = scores + dependent &* columns
      row[0] &+= network.distance(0, dependent)
      let distances = distances + (Self.longest &- dependent)
      for head in 1..<count { row[head] &+= distances[head] }
    }
    return MaximumTree.heads(
      UnsafeBufferPointer(start: scores, count: count * columns), stride: columns, count: count)
  }

  /// The relation of each node to its head.
  private func bestRelations(_ nodes: [Int], _ found: [Int]) -> [UInt8] {
    let (size, dense) = (network.shape.label, network.relation)
    for node in 1..<nodes.count {
      let head = labelHeads + nodes[found[node]] &* size
      let dependent = labelDependents + nodes[node] &* size
      dateline_join(head, dependent, size, hidden + node &* size)
    }
    dense.multiply(hidden, rows: nodes.count, to: sums)
    return nodes.indices.map {
      UInt8(dense.columns.best(of: RelationSet.count, sums + $0 &* dense.columns.count))
    }
  }
}
