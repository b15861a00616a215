/// The classes of the Unicode Bidirectional Algorithm (Unicode Standard Annex #9) that can occur in
/// a cell: explicit formatting characters never reach the grid.
enum BidiClass: UInt8 {
  case left, right, arabicLetter
  case europeanNumber, europeanSeparator, europeanTerminator, arabicNumber, commonSeparator
  case nonspacingMark, whiteSpace, otherNeutral

  /// The class of `scalar`: from the blocks of the right-to-left scripts and, beyond ASCII, the
  /// general category. Cost: constant.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      self = Self.ascii(value)
    } else if let strong = Self.rightToLeft(scalar) {
      self = strong
    } else {
      self = Self.other(scalar)
    }
  }

  private static func ascii(_ value: UInt32) -> BidiClass {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: .left
    case 0x30...0x39: .europeanNumber
    case 0x2B, 0x2D: .europeanSeparator
    case 0x23...0x25: .europeanTerminator
    case 0x2C, 0x2E, 0x2F, 0x3A: .commonSeparator
    case 0x09...0x0D, 0x20: .whiteSpace
    default: .otherNeutral
    }
  }

  /// The class of a scalar in a right-to-left block; nil elsewhere.
  private static func rightToLeft(_ scalar: Unicode.Scalar) -> BidiClass? {
    let isArabic: Bool
    switch scalar.value {
    case 0x590...0x5FF, 0x7C0...0x85F, 0xFB1D...0xFB4F, 0x10800...0x10CFF, 0x10D40...0x10EBF,
      0x10F00...0x10F2F, 0x10F70...0x10FFF, 0x1E800...0x1EC6F, 0x1ECC0...0x1ECFF,
      0x1ED50...0x1EDFF, 0x1EF00...0x1EFFF:
      isArabic = false
    case 0x600...0x7BF, 0x860...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0x10D00...0x10D3F,
      0x10EC0...0x10EFF, 0x10F30...0x10F6F, 0x1EC70...0x1ECBF, 0x1ED00...0x1ED4F,
      0x1EE00...0x1EEFF:
      isArabic = true
    default: return nil
    }
    switch scalar.value {
    case 0x660...0x669, 0x66B...0x66C, 0x600...0x605: return .arabicNumber
    case 0x6F0...0x6F9: return .europeanNumber
    case 0x66A, 0x609, 0x60A: return .europeanTerminator
    case 0x60C: return .commonSeparator
    case 0x606, 0x607, 0x60E, 0x60F, 0x6DE, 0x6E9, 0xFD3E, 0xFD3F: return .otherNeutral
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .nonspacingMark
    default: return isArabic ? .arabicLetter : .right
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> BidiClass {
    switch scalar.value {
    case 0xA3...0xA5, 0xB0, 0xB1, 0x2030...0x2034, 0x20A0...0x20CF, 0x2212:
      return .europeanTerminator
    case 0xA0: return .commonSeparator
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089: return .europeanNumber
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber:
      return .left
    case .nonspacingMark, .enclosingMark: return .nonspacingMark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .whiteSpace
    default: return .otherNeutral
    }
  }
}
