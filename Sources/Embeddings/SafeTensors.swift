// The safetensors format: a header in JSON, then the numbers. Nothing in it is believed before it is checked.

import Records

/// A safetensors file (format description at github.com/huggingface/safetensors): 8 bytes with the header's length, a
/// JSON object that names each tensor with its type, shape and place, then the numbers, little-endian.
struct SafeTensors: Sendable {
  /// The longest header that the format's own reader accepts.
  static let longestHeader = 100_000_000

  /// Types of number that are understood.
  enum NumberType: String, Sendable {
    case float64 = "F64"
    case float32 = "F32"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case int64 = "I64"
    case int32 = "I32"
    case int8 = "I8"
    case uint8 = "U8"

    var size: Int {
      switch self {
      case .float64, .int64: 8
      case .float32, .int32: 4
      case .float16, .bfloat16: 2
      case .int8, .uint8: 1
      }
    }
  }

  /// A tensor's numbers, decoded when they are asked for.
  struct Tensor: Sendable {
    let type: NumberType
    /// How many rows, columns, … there are.
    let shape: [Int]
    /// How many numbers there are.
    let count: Int
    fileprivate let bytes: [UInt8]
    fileprivate let start: Int

    /// The number at a place, rows after each other.
    func number(at place: Int) -> Double {
      precondition(place >= 0 && place < count)
      switch type {
      case .float64: return Double(bitPattern: bits(place, as: UInt64.self))
      case .float32: return Double(Float(bitPattern: bits(place, as: UInt32.self)))
      case .float16: return Double(Self.half(bits(place, as: UInt16.self)))
      case .bfloat16: return Double(Float(bitPattern: UInt32(bits(place, as: UInt16.self)) << 16))
      case .int64: return Double(Int64(bitPattern: bits(place, as: UInt64.self)))
      case .int32: return Double(Int32(bitPattern: bits(place, as: UInt32.self)))
      case .int8: return Double(Int8(bitPattern: bytes[start + place]))
      case .uint8: return Double(bytes[start + place])
      }
    }

    /// Adds a row's numbers, times a weight, to sums.
    func add(row: Int, times weight: Double, to sums: inout [Double]) {
      let first = row * sums.count
      for place in sums.indices { sums[place] += weight * number(at: first + place) }
    }

    private func bits<Bits: FixedWidthInteger & BitwiseCopyable>(_ place: Int, as type: Bits.Type) -> Bits {
      bytes.withUnsafeBytes {
        Bits(
          littleEndian: $0.loadUnaligned(fromByteOffset: start + place * MemoryLayout<Bits>.size, as: type))
      }
    }

    /// An IEEE 754 half-precision number: Swift has no such type on every processor.
    private static func half(_ bits: UInt16) -> Float {
      let sign: Float = bits & 0x8000 == 0 ? 1 : -1
      let exponent = Int(bits >> 10 & 0x1F)
      let fraction = Float(bits & 0x3FF)
      switch exponent {
      case 0: return sign * fraction * 0x1p-24
      case 0x1F: return fraction == 0 ? sign * .infinity : .nan
      default: return sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
      }
    }
  }

  private struct Place: Sendable {
    var type: String
    var shape: [Int]
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private let dataStart: Int
  private var places: [String: Place] = [:]
  private let file: String

  /// Reads the header. Throws where it is not what the format asks for.
  init(_ bytes: [UInt8], file: String) throws(EmbeddingError) {
    func wrong(_ reason: String) -> EmbeddingError { EmbeddingError(file: file, reason: reason) }
    guard bytes.count >= 8 else { throw wrong("dit is geen safetensors-bestand: het is te kort") }
    let length = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= Self.longestHeader, Int(length) <= bytes.count - 8 else {
      throw wrong("dit is geen safetensors-bestand: de kop zou \(length) bytes lang zijn")
    }
    let header: JSONValue
    do {
      header = try JSONParser().parse(Array(bytes[8..<8 + Int(length)]))
    } catch {
      throw wrong("de kop is geen JSON (\(error.reason.rawValue) bij byte \(8 + error.byte))")
    }
    guard header.kind == .object else { throw wrong("de kop is geen JSON-object") }
    self.bytes = bytes
    self.file = file
    dataStart = 8 + Int(length)
    for (name, value) in header.members where name != "__metadata__" {
      let offsets = value["data_offsets"].map { Array($0.elements).map(\.integer) } ?? []
      let shape = value["shape"].map { Array($0.elements).map(\.integer) } ?? []
      guard let type = value["dtype"]?.string, value["shape"]?.kind == .array,
        !shape.contains(where: { ($0 ?? -1) < 0 }), offsets.count == 2, let start = offsets[0],
        let end = offsets[1]
      else { throw wrong("de beschrijving van \"\(name)\" in de kop is niet volledig") }
      guard start >= 0, start <= end, end <= bytes.count - dataStart else {
        throw wrong("\"\(name)\" zou buiten het bestand liggen (bytes \(start) tot \(end))")
      }
      places[name] = Place(type: type, shape: shape.compactMap { $0 }, range: start..<end)
    }
  }

  /// A tensor; nil where there is none of that name.
  func tensor(_ name: String) throws(EmbeddingError) -> Tensor? {
    guard let place = places[name] else { return nil }
    guard let type = NumberType(rawValue: place.type) else {
      throw EmbeddingError(
        file: file, reason: "het getaltype \(place.type) van \"\(name)\" wordt niet begrepen")
    }
    var size = type.size
    for length in place.shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else {
        throw EmbeddingError(file: file, reason: "de vorm \(place.shape) van \"\(name)\" is te groot")
      }
      size = product
    }
    guard size == place.range.count else {
      throw EmbeddingError(
        file: file,
        reason: "\"\(name)\" heeft \(place.range.count) bytes, maar de vorm \(place.shape) vraagt er \(size)")
    }
    return Tensor(
      type: type, shape: place.shape, count: place.shape.reduce(1, *), bytes: bytes,
      start: dataStart + place.range.lowerBound)
  }

  /// The tensors' names, in order.
  var names: [String] { places.keys.sorted() }
}
