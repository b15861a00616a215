import DatelineText

/// Brings a trained network to whole numbers, as `SyntaxNetwork` stores it.
struct NetworkPacker {
  let network: TrainingNetwork
  let features: [UInt64: Int32]
  private var bytes: [UInt8] = []

  /// The largest whole number of a matrix of 16-bit numbers, so that sums fit 32 bits; and of one of
  /// bytes, so that eight products fit sixteen.
  private static let largest: Float = 4000, largestByte: Float = 31

  /// What a logarithm of odds that a word is a name is worth in units of the weights of names: found
  /// on the development sets.
  private static let nameWorth: Float = 180

  /// The stored network; `features` gives each feature its row of the embeddings.
  static func packed(_ network: TrainingNetwork, features: [UInt64: Int32]) -> [UInt8] {
    var packer = NetworkPacker(network: network, features: features)
    packer.pack()
    return packer.bytes
  }

  private init(network: TrainingNetwork, features: [UInt64: Int32]) {
    self.network = network
    self.features = features
  }

  /// Neighbouring columns of a matrix.
  private struct Part {
    let dense: TrainingNetwork.Dense
    let first, count: Int
    /// What one unit of its products is worth.
    let worth: Float

    init(dense: TrainingNetwork.Dense, first: Int, count: Int, worth: Float) {
      (self.dense, self.first, self.count, self.worth) = (dense, first, count, worth)
    }

    /// All columns.
    init(_ dense: TrainingNetwork.Dense) {
      self.init(dense: dense, first: 0, count: dense.weights.columns, worth: 1)
    }
  }

  private var slots: Int { features.count * 5 / 3 + 1 }

  private mutating func pack() {
    let shape = network.shape
    bytes = SyntaxNetwork.magic
    let sizes = [
      Int(SyntaxNetwork.version), shape.embedding, shape.state, shape.layers, shape.arc,
      shape.label, shape.tagColumns,
      shape.relationColumns, NetworkShape.nameColumns, slots, features.count,
    ]
    for size in sizes { append(UInt32(size)) }
    pad()
    let unit = packFeatures()
    for (number, gate) in network.gates.enumerated() {
      pack(
        [Part(gate)], unit: number == 0 ? unit : SyntaxNetwork.layerUnit,
        input: number == 0 ? .words : .told(by: number))
    }
    let told = ByteInput.told(by: network.gates.count)
    pack(
      [
        Part(network.tag), Part(network.dependent), Part(network.head),
        Part(network.labelDependent), Part(network.labelHead), names(of: 0),
      ], unit: SyntaxNetwork.layerUnit, input: told)
    for kind in 1...NameGenre.count {
      pack([names(of: kind)], unit: SyntaxNetwork.layerUnit, input: told)
    }
    pack(Part(network.match), unit: SyntaxNetwork.arcUnit)
    pack(Part(network.relation), unit: SyntaxNetwork.arcUnit)
    let unitOfScore = SyntaxNetwork.arcUnit * SyntaxNetwork.arcUnit
    for kind in 0..<SyntaxNetwork.distanceCount {
      append(UInt32(bitPattern: Int32((network.distance.value[kind] / unitOfScore).rounded())))
    }
    pad()
  }

  private mutating func append(_ number: UInt32) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }

  private mutating func append(_ number: Int16) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }

  private mutating func pad() {
    bytes += [UInt8](repeating: 0, count: SyntaxNetwork.padded(bytes.count) - bytes.count)
  }

  /// Writes the feature table; returns what one unit of a row is worth.
  private mutating func packFeatures() -> Float {
    var checks = [UInt32](repeating: 0, count: slots)
    var numbers = [Int16](repeating: 0, count: slots)
    for (feature, row) in features.sorted(by: { $0.value < $1.value }) {
      var (slot, check) = SyntaxNetwork.place(of: feature, slots: slots)
      while checks[slot] != 0 { slot = (slot + 1) % slots }
      checks[slot] = check
      numbers[slot] = Int16(truncatingIfNeeded: row)
    }
    for check in checks { append(check) }
    pad()
    for number in numbers { append(number) }
    pad()
    let table = network.embeddings
    var highest: Float = 1e-6
    for index in 0..<table.count { highest = max(highest, abs(table.value[index])) }
    let unit = highest / 127
    for index in 0..<table.count {
      bytes.append(UInt8(bitPattern: Int8((table.value[index] / unit).rounded())))
    }
    pad()
    return unit
  }

  /// The columns of the tags of names for one kind of text, 0 for all.
  private func names(of kind: Int) -> Part {
    Part(
      dense: network.names, first: kind * NetworkShape.nameColumns,
      count: NetworkShape.nameColumns, worth: Self.nameWorth)
  }

  /// A column of a matrix.
  private struct Column {
    let part: Part
    let index: Int

    var inner: Int { part.dense.weights.rows }
    var bias: Float { part.dense.bias.value[index] }

    subscript(row: Int) -> Float { part.dense.weights.row(row)[index] }

    /// What one unit is worth where the largest weight becomes `largest`.
    func unit(_ largest: Float) -> Float {
      (0..<inner).reduce(Float(1e-9)) { max($0, abs(self[$1])) } / largest
    }
  }

  /// Writes matrices that share their input beside each other, to multiply bytes with.
  private mutating func pack(_ parts: [Part], unit: Float, input: ByteInput) {
    let columns = parts.flatMap { part in
      (part.first..<(part.first + part.count)).map { Column(part: part, index: $0) }
    }
    let units = columns.map { $0.unit(Self.largestByte) }
    var totals = [Int](repeating: 0, count: columns.count)
    for group in 0..<(columns[0].inner / 4) {
      for (place, column) in columns.enumerated() {
        for row in (4 * group)..<(4 * group + 4) {
          let number = Int8((column[row] / units[place]).rounded())
          totals[place] += Int(number)
          bytes.append(UInt8(bitPattern: number))
        }
      }
    }
    pad()
    let scales = zip(columns, units).map { $1 * unit * input.worth * $0.part.worth }
    for scale in scales { append(scale.bitPattern) }
    pad()
    // Bytes are more than the numbers that they stand for, always by the same.
    for (place, column) in columns.enumerated() {
      let surplus = Float(ByteInput.offset * totals[place]) * scales[place]
      append((column.bias * column.part.worth - surplus).bitPattern)
    }
    pad()
  }

  /// Writes a matrix of 16-bit numbers.
  private mutating func pack(_ part: Part, unit: Float) {
    let columns = (part.first..<(part.first + part.count)).map { Column(part: part, index: $0) }
    let units = columns.map { $0.unit(Self.largest) }
    for pair in 0..<(columns[0].inner / 2) {
      for (place, column) in columns.enumerated() {
        for row in [2 * pair, 2 * pair + 1] {
          append(Int16((column[row] / units[place]).rounded()))
        }
      }
    }
    pad()
    for scale in units { append((scale * unit * part.worth).bitPattern) }
    pad()
    for column in columns { append((column.bias * part.worth).bitPattern) }
    pad()
  }
}
