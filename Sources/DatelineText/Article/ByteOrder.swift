extension String {
  /// Whether the UTF-8 bytes of the string come before those of `other`: an order in which no locale
  /// and no form of normalisation has a say. Cost: eight bytes at a time.
  package func precedesByBytes(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        Self.precedes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
      }
    }
    // Strings of other kinds than Swift's own have no bytes to point at.
    return (answer ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer)
    -> Bool
  {
    let common = Swift.min(left.count, right.count)
    var place = 0
    while place + 8 <= common {
      let one = left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let other = right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if one != other { return UInt64(bigEndian: one) < UInt64(bigEndian: other) }
      place += 8
    }
    while place < common {
      if left[place] != right[place] { return left[place] < right[place] }
      place += 1
    }
    return left.count < right.count
  }
}
