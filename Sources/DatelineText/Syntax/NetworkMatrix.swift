internal import CDatelineData

/// What the sums of a matrix's columns are worth.
struct NetworkColumns {
  /// For each column what one unit of its sum is worth, and what is added.
  let scales, bias: UnsafePointer<Float>
  /// How many there are.
  let count: Int

  /// The column of the highest of the first `count` sums, brought to scale: the first of equals.
  @inline(__always)
  func best(of count: Int, _ sums: UnsafePointer<Int32>) -> Int {
    typealias Part = SIMD8<Float>
    func part(_ start: Int) -> Part {
      func read<Value>(_ pointer: UnsafePointer<Value>) -> UnsafeRawPointer {
        UnsafeRawPointer(pointer + start)
      }
      return Part(read(sums).loadUnaligned(as: SIMD8<Int32>.self))
        * read(scales).loadUnaligned(as: Part.self) + read(bias).loadUnaligned(as: Part.self)
    }
    var highest = Part(repeating: -.infinity)
    var columns = SIMD8<Int32>.zero
    for start in stride(from: 0, to: count, by: 8) {
      var scores = part(start)
      for lane in 0..<max(start &+ 8 &- count, 0) { scores[7 &- lane] = -.infinity }
      let isHigher = scores .> highest
      highest.replace(with: scores, where: isHigher)
      columns.replace(with: SIMD8(repeating: Int32(start)), where: isHigher)
    }
    let top = highest.max()
    var best = Int.max
    for lane in 0..<8 where highest[lane] == top { best = min(best, Int(columns[lane]) &+ lane) }
    return best
  }
}

/// A matrix of 16-bit numbers and what is added to its product.
struct WideMatrix {
  let weights: UnsafePointer<Int16>
  let columns: NetworkColumns
  let inner: Int

  /// Writes the whole-number products of `rows` rows of `left` to `result`.
  @inline(__always)
  func multiply(_ left: UnsafePointer<Int16>, rows: Int, to result: UnsafeMutablePointer<Int32>) {
    dateline_products(left, rows, inner / 2, weights, columns.count, result)
  }
}

/// A matrix of numbers from -31 to 31, to multiply bytes with, and what is added to its product.
///
/// A fifth of the time of annotating goes to such products. With weights of six bits and inputs of
/// eight, four times as many products go into one instruction as with sixteen; on the treebanks and
/// name corpora that the network is measured on it loses nothing (`weights/syntax.md`).
struct ByteMatrix {
  let weights: UnsafePointer<Int8>
  let columns: NetworkColumns
  let inner: Int

  /// Writes the whole-number products of `rows` rows of `left` to `result`.
  @inline(__always)
  func multiply(_ left: UnsafePointer<UInt8>, rows: Int, to result: UnsafeMutablePointer<Int32>) {
    dateline_byte_products(left, rows, inner / 4, weights, columns.count, result)
  }
}

/// How the input of a matrix is brought to bytes.
package struct ByteInput: Sendable {
  /// The input times this by 32768 is a byte.
  package let factor: Int16
  /// What one unit of a byte is worth in units of the input.
  package var worth: Float { 32768 / Float(factor) }

  /// What a byte has more than the number that it stands for.
  package static let offset = 128

  /// The sums of the features of words: four of their units make one.
  package static let words = ByteInput(factor: 8192)

  /// What `layers` layers tell together: each tells numbers from -1 to 1, and those of all are
  /// added. Eight units of `SyntaxNetwork.layerUnit` make one for each layer.
  package static func told(by layers: Int) -> ByteInput {
    ByteInput(factor: Int16(4096 / max(layers, 1)))
  }
}
