/// A colour of the theme.
enum Color: Hashable {
  /// One of the 256 of xterm; the first sixteen are the user's own.
  case numbered(Int)
  /// Red, green and blue, eight bits each.
  case exact(Int)

  /// The number by which a terminal of `colors` colours knows it, or the nearest that it has.
  func number(among colors: Int) -> Int {
    let hasExact = colors >= 1 << 24
    switch self {
    case .numbered(let number) where number < 8: return number
    // Terminals of exact colours know the first eight by number alone.
    case .numbered(let number) where hasExact: return Self.exact(ofNumber: number)
    case .numbered(let number): return number % colors
    case .exact(let value) where hasExact: return max(8, value)
    case .exact(let value): return Self.nearest(to: value, among: min(colors, 256))
    }
  }

  /// The colour of the 256 that lies nearest; of the first eight or sixteen where there are no more.
  private static func nearest(to value: Int, among colors: Int) -> Int {
    // The sixteen are the user's own, so that among many the fixed ones are taken.
    let numbers = colors >= 256 ? 16..<256 : 0..<min(colors, 16)
    func distance(_ number: Int) -> Int {
      let other = exact(ofNumber: number)
      return [16, 8, 0].reduce(0) { sum, shift in
        let difference = (value >> shift & 0xFF) - (other >> shift & 0xFF)
        return sum + difference * difference
      }
    }
    return numbers.min { distance($0) < distance($1) } ?? 7
  }

  /// What xterm shows for a number: sixteen of old, a cube of six steps, and 24 greys.
  private static func exact(ofNumber number: Int) -> Int {
    if number < 16 {
      let level = number < 8 ? 0xCD : 0xFF
      return (number & 1) * level << 16 | (number >> 1 & 1) * level << 8 | (number >> 2 & 1) * level
    }
    guard number < 232 else {
      let grey = 8 + (number - 232) * 10
      return grey << 16 | grey << 8 | grey
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
    let cube = number - 16
    return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
  }
}
