import DatelineText

/// The sizes of the syntax network.
struct NetworkShape {
  /// The numbers that tell a word.
  var embedding = 64
  /// The numbers that each direction of a layer keeps.
  var state = 48
  /// The recurrent layers.
  var layers = 3
  /// The numbers by which a head and a dependent are matched.
  var arc = 64
  /// The numbers by which a relation is named.
  var label = 64

  /// The columns of the tags of names: sixteen for all kinds of text, then for each kind; none where
  /// names are not learnt.
  var names = 0
  /// The columns of the tags of names for one kind of text.
  static let nameColumns = 16

  /// The columns of the tags and relations, made up to a multiple of sixteen.
  var tagColumns: Int { (TagSet.count + 15) / 16 * 16 }
  var relationColumns: Int { (RelationSet.count + 15) / 16 * 16 }
}

/// The matrices of the network.
struct TrainingNetwork {
  let shape: NetworkShape
  /// One row for each feature.
  let embeddings: Parameter
  /// For each layer: the input of the gates of both directions, and what is added to it.
  let gates: [Dense]
  let tag: Dense
  let head, dependent: Dense
  /// What matches a dependent with a head.
  let match: Dense
  let distance: Parameter
  let labelHead, labelDependent, relation: Dense
  let names: Dense

  /// A matrix and what is added to its product.
  struct Dense {
    let weights, bias: Parameter

    init(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) {
      let spread = (6 / Float(rows + min(columns, rows))).squareRoot()
      weights = Parameter(rows: rows, columns: columns, spread: spread, &generator)
      bias = Parameter(rows: 1, columns: columns, spread: 0, &generator)
    }
  }

  init(_ shape: NetworkShape, features: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (state, width) = (shape.state, 2 * shape.state)
    self.shape = shape
    embeddings = Parameter(
      rows: features, columns: shape.embedding, spread: 0.25, &generator)
    gates = (0..<shape.layers).map {
      Dense($0 == 0 ? shape.embedding : width, 6 * state, &generator)
    }
    tag = Dense(width, shape.tagColumns, &generator)
    head = Dense(width, shape.arc, &generator)
    dependent = Dense(width, shape.arc, &generator)
    match = Dense(shape.arc, shape.arc, &generator)
    distance = Parameter(rows: 1, columns: SyntaxNetwork.distanceCount, spread: 0, &generator)
    labelHead = Dense(width, shape.label, &generator)
    labelDependent = Dense(width, shape.label, &generator)
    relation = Dense(shape.label, shape.relationColumns, &generator)
    names = Dense(width, shape.names, &generator)
  }

  /// All matrices but the embeddings.
  var dense: [Parameter] {
    (gates + [tag, head, dependent, match, labelHead, labelDependent, relation, names]).flatMap {
      [$0.weights, $0.bias]
    } + [distance]
  }

  /// All matrices.
  var matrices: [Parameter] { [embeddings] + dense }

  /// All numbers, as bytes.
  var bytes: [UInt8] {
    matrices.flatMap { matrix in
      Array(UnsafeRawBufferPointer(UnsafeBufferPointer(start: matrix.value, count: matrix.count)))
    }
  }

  /// Takes the numbers from `bytes` of a network of the same shape.
  func take(_ bytes: [UInt8]) {
    var offset = 0
    for matrix in matrices {
      let size = matrix.count * MemoryLayout<Float>.size
      precondition(offset + size <= bytes.count, "the bytes are of a network of this shape")
      UnsafeMutableRawBufferPointer(start: matrix.value, count: size)
        .copyBytes(from: bytes[offset..<(offset + size)])
      offset += size
    }
  }
}
