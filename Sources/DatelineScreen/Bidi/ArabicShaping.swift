/// Joins the letters of the Arabic script: each gets the form that it has between its neighbours.
///
/// Terminals that show cells as they come join nothing, and those that do cannot once a line is laid
/// out from right to left. Method: the joining classes of the Unicode Standard, section 9.2, and its
/// presentation forms (blocks U+FB50 and U+FE70), with the ligatures of lam and alef. Letters without
/// presentation forms (of Pashto, Sindhi and others) stay as they are and join their neighbours.
enum ArabicShaping {
  /// Where a letter joins.
  private enum Joining {
    case none, before, both, transparent
  }

  /// `run` in order of writing with the joined forms; one scalar less for each ligature.
  /// Cost: linear.
  static func shaped(_ run: [StyledScalar]) -> [StyledScalar] {
    var result: [StyledScalar] = []
    result.reserveCapacity(run.count)
    // The place in `result` of the last letter that joins what follows.
    var joining: Int?
    for part in run {
      let kind = Self.joining(part.scalar)
      guard kind != .transparent else {
        result.append(part)
        continue
      }
      let joinsBefore = joining != nil && kind != .none
      if let place = joining, joinsBefore {
        if let ligature = ligature(result[place].scalar, part.scalar) {
          result[place].scalar = ligature
          joining = nil
          continue
        }
        result[place].scalar = joinedAfter(result[place].scalar)
      }
      var letter = part
      if joinsBefore {
        letter.scalar = joinedBefore(part.scalar)
      } else if kind != .none {
        letter.scalar = form(part.scalar, 0)
      }
      result.append(letter)
      joining = kind == .both ? result.count - 1 : nil
    }
    return result
  }

  /// Whether `scalars` hold letters that join.
  static func isNeeded(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.contains { 0x620...0x6FF ~= $0.value }
  }

  // MARK: Forms

  /// The form number `number` (isolated, final, initial, medial) of a letter, or the letter.
  private static func form(_ letter: Unicode.Scalar, _ number: UInt32) -> Unicode.Scalar {
    guard let forms = forms[letter.value], number < forms.count else { return letter }
    return Unicode.Scalar(forms.first + number) ?? letter
  }

  private static func joinedBefore(_ letter: Unicode.Scalar) -> Unicode.Scalar { form(letter, 1) }

  /// An isolated form becomes initial, and a final one medial.
  private static func joinedAfter(_ shown: Unicode.Scalar) -> Unicode.Scalar {
    guard initial.contains(shown.value) else { return shown }
    return Unicode.Scalar(shown.value + 2) ?? shown
  }

  /// The one cell of lam and alef; nil for other pairs. `shown` is the isolated or final lam.
  private static func ligature(_ shown: Unicode.Scalar, _ next: Unicode.Scalar) -> Unicode.Scalar? {
    guard shown.value == 0xFEDD || shown.value == 0xFEDE else { return nil }
    let isJoined: UInt32 = shown.value == 0xFEDE ? 1 : 0
    switch next.value {
    case 0x622: return Unicode.Scalar(0xFEF5 + isJoined)
    case 0x623: return Unicode.Scalar(0xFEF7 + isJoined)
    case 0x625: return Unicode.Scalar(0xFEF9 + isJoined)
    case 0x627: return Unicode.Scalar(0xFEFB + isJoined)
    default: return nil
    }
  }

  // MARK: Joining classes

  private static func joining(_ scalar: Unicode.Scalar) -> Joining {
    let value = scalar.value
    if value == 0x640 || value == 0x200D { return .both }
    guard 0x610...0x6FF ~= value else { return .none }
    if let forms = forms[value] { return forms.count == 4 ? .both : .before }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .transparent
    case .otherLetter: return joinsBeforeOnly(value) ? .before : value == 0x621 ? .none : .both
    default: return .none
    }
  }

  /// Letters without presentation forms that join only what comes before.
  private static func joinsBeforeOnly(_ value: UInt32) -> Bool {
    switch value {
    case 0x649, 0x672, 0x673, 0x675...0x677, 0x689...0x699, 0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D5,
      0x6EE, 0x6EF:
      true
    default: false
    }
  }

  private struct Forms {
    var first: UInt32
    var count: UInt32
  }

  /// The forms of each letter: they follow one another from the isolated one on.
  private static let forms: [UInt32: Forms] = {
    var table: [UInt32: Forms] = [:]
    // The letters of Arabic stand in the order of their forms.
    var form: UInt32 = 0xFE81
    for letter in UInt32(0x622)...0x64A where !(0x63B...0x640).contains(letter) {
      // Alef maksura has two forms more, but elsewhere, and no language here needs them.
      let count: UInt32 = joinsBeforeInArabic.contains(letter) ? 2 : 4
      table[letter] = Forms(first: form, count: count)
      form += count
    }
    for (letters, count) in [(besides.before, UInt32(2)), (besides.both, 4)] {
      for (letter, first) in letters { table[letter] = Forms(first: first, count: count) }
    }
    return table
  }()

  /// Letters of other languages with their first forms: those that join what comes before alone, and
  /// those that join on both sides.
  private static let besides: (before: [(UInt32, UInt32)], both: [(UInt32, UInt32)]) = (
    before: [
      (0x671, 0xFB50), (0x688, 0xFB88), (0x68C, 0xFB84), (0x68D, 0xFB82), (0x68E, 0xFB86),
      (0x691, 0xFB8C), (0x698, 0xFB8A), (0x6BA, 0xFB9E), (0x6C0, 0xFBA4), (0x6C5, 0xFBE0),
      (0x6C6, 0xFBD9), (0x6C7, 0xFBD7), (0x6C8, 0xFBDB), (0x6C9, 0xFBE2), (0x6CB, 0xFBDE),
      (0x6D2, 0xFBAE), (0x6D3, 0xFBB0),
    ],
    both: [
      (0x679, 0xFB66), (0x67A, 0xFB5E), (0x67B, 0xFB52), (0x67E, 0xFB56), (0x67F, 0xFB62),
      (0x680, 0xFB5A), (0x683, 0xFB76), (0x684, 0xFB72), (0x686, 0xFB7A), (0x687, 0xFB7E),
      (0x6A4, 0xFB6A), (0x6A6, 0xFB6E), (0x6A9, 0xFB8E), (0x6AD, 0xFBD3), (0x6AF, 0xFB92),
      (0x6B1, 0xFB9A), (0x6B3, 0xFB96), (0x6BB, 0xFBA0), (0x6BE, 0xFBAA), (0x6C1, 0xFBA6),
      (0x6CC, 0xFBFC), (0x6D0, 0xFBE4),
    ]
  )

  /// Alef and its kin, dal, dhal, reh, zain, waw, teh marbuta, alef maksura.
  private static let joinsBeforeInArabic: Set<UInt32> = [
    0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x649,
  ]

  /// The isolated and final forms of letters that join what follows.
  private static let initial: Set<UInt32> = {
    var result: Set<UInt32> = []
    for forms in forms.values where forms.count == 4 {
      result.insert(forms.first)
      result.insert(forms.first + 1)
    }
    return result
  }()
}
