// A post's neighbours as bytes: numbers of posts and similarities, most similar first.

/// A packed list of neighbours: for each the post's number in base 128, lowest digits first (LEB128), and the four bytes
/// of the similarity, lowest first.
enum NeighbourList {
  /// Packs a list.
  static func packed(_ neighbours: [(post: Int64, similarity: Float)]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(neighbours.count * 7)
    for neighbour in neighbours {
      var rest = UInt64(bitPattern: neighbour.post)
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
      let bits = neighbour.similarity.bitPattern
      for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
    return bytes
  }

  /// Unpacks a list; what is cut off at its end is left out.
  static func unpacked(_ bytes: some RandomAccessCollection<UInt8>) -> [(post: Int64, similarity: Float)] {
    var neighbours: [(post: Int64, similarity: Float)] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while let byte = rest.popFirst() {
        number |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { break }
      }
      guard rest.count >= 4 else { break }
      var bits: UInt32 = 0
      for shift: UInt32 in [0, 8, 16, 24] { bits |= UInt32(rest.removeFirst()) << shift }
      neighbours.append((Int64(bitPattern: number), Float(bitPattern: bits)))
    }
    return neighbours
  }
}
