import CDatelineData
import DatelineText
import Testing

@Suite struct SyntaxNetworkTests {
  @Test(arguments: [
    [], [1, 2, 3], Array("DLSN".utf8), Array("DLSN".utf8) + Array(repeating: 255, count: 200),
    Array("DLSN".utf8) + [3, 0, 0, 0] + Array(repeating: 0, count: 56),
    Array("DLSN".utf8) + Array(repeating: 1, count: 60),
  ])
  func `Bytes that are no network are refused`(bytes: [UInt8]) {
    #expect(SyntaxNetwork(stored: bytes) == nil)
  }

  @Test func `The embedded network is refused where it is cut short`() {
    let data = dateline_weights_syntax()
    let bytes = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    #expect(SyntaxNetwork(stored: bytes) != nil)
    #expect(SyntaxNetwork(stored: Array(bytes.dropLast(64))) == nil)
    #expect(SyntaxNetwork(stored: bytes + [0]) == nil)
  }

  @Test(arguments: [
    (1, 2, 16), (2, 8, 32), (3, 5, 48), (4, 32, 96), (5, 6, 16), (6, 9, 32), (7, 3, 16),
    (13, 24, 288),
  ])
  func `Products of whole numbers are exact`(rows: Int, pairs: Int, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    let left = (0..<(rows * pairs * 2)).map { _ in
      Int16.random(in: -3000...3000, using: &generator)
    }
    let right = (0..<(pairs * columns * 2)).map { _ in
      Int16.random(in: -4000...4000, using: &generator)
    }
    var result = [Int32](repeating: 7, count: rows * columns)
    dateline_products(left, rows, pairs, right, columns, &result)
    for row in 0..<rows {
      for column in 0..<columns {
        let sum = (0..<(2 * pairs)).reduce(0) { sum, place in
          let weight = right[(place / 2 * columns + column) * 2 + place % 2]
          return sum + Int(left[row * pairs * 2 + place]) * Int(weight)
        }
        #expect(result[row * columns + column] == Int32(sum))
      }
    }
  }

  @Test(arguments: [(1, 2, 16), (2, 4, 32), (3, 16, 48), (4, 24, 96), (5, 6, 16), (11, 24, 288)])
  func `Products of bytes are exact, the largest too`(rows: Int, groups: Int, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    let left = (0..<(rows * groups * 4)).map { _ in
      Bool.random(using: &generator) ? UInt8.max : .random(in: 0...255, using: &generator)
    }
    let right = (0..<(groups * columns * 4)).map { place in
      // Whole columns of the largest and of the smallest weight would be the first to overflow.
      switch place / 4 % columns {
      case 0: Int8(31)
      case 1: Int8(-31)
      default: Int8.random(in: -31...31, using: &generator)
      }
    }
    var result = [Int32](repeating: 7, count: rows * columns)
    dateline_byte_products(left, rows, groups, right, columns, &result)
    for row in 0..<rows {
      for column in 0..<columns {
        let sum = (0..<(4 * groups)).reduce(0) { sum, place in
          let weight = right[(place / 4 * columns + column) * 4 + place % 4]
          return sum + Int(left[row * groups * 4 + place]) * Int(weight)
        }
        #expect(result[row * columns + column] == Int32(sum))
      }
    }
  }

  @Test(arguments: [Int16(8192), 4096, 2048, 1365])
  func `Numbers are brought to the nearest byte within bounds`(factor: Int16) {
    let values = (Int16(-4000)...4000).map { $0 } + [.min, .max]
    var result = [UInt8](repeating: 7, count: values.count)
    dateline_narrow(values, values.count, factor, &result)
    for (value, byte) in zip(values, result) {
      let exact = (Double(value) * Double(factor) / 32768 + 0.5).rounded(.down)
      #expect(Double(byte) - 128 == max(-128, min(127, exact)))
    }
  }

  @Test(arguments: [(5, false), (64, true), (288, false)])
  func `Sums are brought to scale, rounded and kept within bounds`(count: Int, isCut: Bool) {
    var generator = SeededGenerator(seed: UInt64(count))
    let sums = (0..<count).map { _ in Int32.random(in: -9_000_000...9_000_000, using: &generator) }
    let scales = (0..<count).map { _ in Float.random(in: 0...0.0001, using: &generator) }
    let bias = (0..<count).map { _ in Float.random(in: -9...9, using: &generator) }
    var result = [Int16](repeating: 7, count: count)
    dateline_scale(sums, scales, bias, count, 256, isCut, &result)
    for index in 0..<count {
      let value = (Float(sums[index]) * scales[index] + bias[index]) * 256
      let bounded = max(isCut ? 0 : -32_000, min(32_000, value))
      #expect(result[index] == Int16(bounded.rounded(.toNearestOrEven)))
    }
  }

  @Test(arguments: [1, 159, 160, 161, 700])
  func `However long a sentence is, every word reaches its one root`(count: Int) {
    let text = SourceText(Array(repeating: "rivers", count: count).joined(separator: " "))
    let tokens = (0..<count).map { Token(span: ByteSpan($0 * 7, $0 * 7 + 6)) }
    let sentence = Sentence(span: ByteSpan(0, text.count), tokens: 0..<count, block: 0)
    let found = SyntaxAnalyzer.analyze(text, tokens: tokens, sentences: [sentence])
    #expect(found.count { $0.head == nil } == 1)
    for start in found.indices {
      var (place, steps) = (start, 0)
      while let head = found[place].head, steps <= count { (place, steps) = (head, steps + 1) }
      #expect(found[place].head == nil)
    }
  }
}
