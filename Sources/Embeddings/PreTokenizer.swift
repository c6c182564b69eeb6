// How a tokenizer takes a text apart into words, before words become tokens.

import Records

/// A part of a text on its way to becoming tokens.
struct TextPiece: Sendable {
  /// Its characters.
  var scalars: [Unicode.Scalar]
  /// Whether the text begins with it.
  var opensText: Bool
}

/// One step of taking a text apart, as `tokenizer.json` names it.
enum PreTokenizer: Sendable {
  case bert
  case whitespaceSplit
  case punctuation
  case digits(individually: Bool)
  case metaspace(Unicode.Scalar, prepends: PrependScheme, splits: Bool)
  case byteLevel(addsPrefixSpace: Bool, splits: Bool)

  /// Before which pieces a space is put.
  enum PrependScheme: String, Sendable { case always, first, never }

  /// The pieces after this step, none empty.
  func split(_ piece: TextPiece) -> [TextPiece] {
    switch self {
    case .bert:
      return Self.splitAtSpaces(piece).flatMap { Self.isolating($0, where: \.isTokenizerPunctuation) }
    case .whitespaceSplit: return Self.splitAtSpaces(piece)
    case .punctuation: return Self.isolating(piece, where: \.isTokenizerPunctuation)
    case .digits(individually: true): return Self.isolating(piece, where: \.isNumber)
    case .digits(individually: false): return Self.runs(piece) { $0.isNumber ? 1 : 0 }
    case .metaspace(let mark, let prepends, let splits):
      return Self.marked(piece, mark, prepends, splits: splits)
    case .byteLevel(let addsPrefixSpace, let splits):
      var piece = piece
      if addsPrefixSpace, piece.scalars.first != " " { piece.scalars.insert(" ", at: 0) }
      return (splits ? ByteLevel.words(piece) : [piece]).map {
        TextPiece(scalars: ByteLevel.written($0.scalars), opensText: $0.opensText)
      }
    }
  }

  private static func splitAtSpaces(_ piece: TextPiece) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var start: Int?
    for (place, scalar) in piece.scalars.enumerated() {
      if scalar.isSpace {
        if let from = start { pieces.append(part(piece, from..<place)) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    if let from = start { pieces.append(part(piece, from..<piece.scalars.count)) }
    return pieces
  }

  private static func isolating(_ piece: TextPiece, where isAlone: (Unicode.Scalar) -> Bool) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var start = 0
    for (place, scalar) in piece.scalars.enumerated() where isAlone(scalar) {
      if place > start { pieces.append(part(piece, start..<place)) }
      pieces.append(part(piece, place..<place + 1))
      start = place + 1
    }
    if piece.scalars.count > start { pieces.append(part(piece, start..<piece.scalars.count)) }
    return pieces
  }

  private static func runs(_ piece: TextPiece, of kind: (Unicode.Scalar) -> Int) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var start = 0
    for place in piece.scalars.indices where place > start {
      if kind(piece.scalars[place]) != kind(piece.scalars[place - 1]) {
        pieces.append(part(piece, start..<place))
        start = place
      }
    }
    if piece.scalars.count > start { pieces.append(part(piece, start..<piece.scalars.count)) }
    return pieces
  }

  /// Writes spaces as a mark that goes with the word behind it, as SentencePiece does.
  private static func marked(
    _ piece: TextPiece, _ mark: Unicode.Scalar, _ prepends: PrependScheme, splits: Bool
  ) -> [TextPiece] {
    var piece = piece
    guard !piece.scalars.isEmpty else { return [] }
    piece.scalars = piece.scalars.map { $0 == " " ? mark : $0 }
    let mayPrepend = prepends == .always || (prepends == .first && piece.opensText)
    if mayPrepend, piece.scalars.first != mark { piece.scalars.insert(mark, at: 0) }
    guard splits else { return [piece] }
    var pieces: [TextPiece] = []
    var start = 0
    for place in piece.scalars.indices where place > start && piece.scalars[place] == mark {
      pieces.append(part(piece, start..<place))
      start = place
    }
    pieces.append(part(piece, start..<piece.scalars.count))
    return pieces
  }

  static func part(_ piece: TextPiece, _ range: Range<Int>) -> TextPiece {
    TextPiece(
      scalars: Array(piece.scalars[range]), opensText: piece.opensText && range.lowerBound == 0)
  }
}

extension PreTokenizer {
  /// The steps that a part of `tokenizer.json` asks for, in order; none for null.
  static func steps(_ value: JSONValue?, file: String) throws(EmbeddingError) -> [PreTokenizer] {
    guard let value, !value.isNull else { return [] }
    let type = value["type"]?.string ?? ""
    func wrong(_ reason: String) -> EmbeddingError {
      EmbeddingError(file: file, reason: "pre_tokenizer: \(reason)")
    }
    switch type {
    case "Sequence":
      var steps: [PreTokenizer] = []
      guard let list = value["pretokenizers"] else { throw wrong("\"pretokenizers\" ontbreekt") }
      for element in list.elements { steps += try Self.steps(element, file: file) }
      return steps
    case "BertPreTokenizer": return [.bert]
    case "WhitespaceSplit": return [.whitespaceSplit]
    case "Punctuation":
      guard ["Isolated", nil].contains(value["behavior"]?.string) else {
        throw wrong("Punctuation met \"\(value["behavior"]?.string ?? "")\" wordt niet begrepen")
      }
      return [.punctuation]
    case "Digits": return [.digits(individually: value["individual_digits"]?.boolean ?? false)]
    case "Metaspace":
      let mark = value["replacement"]?.string.map { Array($0.unicodeScalars) } ?? ["\u{2581}"]
      guard mark.count == 1 else { throw wrong("\"replacement\" moet één teken zijn") }
      let older: PrependScheme = value["add_prefix_space"]?.boolean == false ? .never : .always
      let scheme = value["prepend_scheme"]?.string
      guard let prepends = scheme.map({ PrependScheme(rawValue: $0) }) ?? older else {
        throw wrong("\"prepend_scheme\" \"\(scheme ?? "")\" wordt niet begrepen")
      }
      return [.metaspace(mark[0], prepends: prepends, splits: value["split"]?.boolean ?? true)]
    case "ByteLevel":
      return [
        .byteLevel(
          addsPrefixSpace: value["add_prefix_space"]?.boolean ?? true,
          splits: value["use_regex"]?.boolean ?? true)
      ]
    default: throw wrong("het type \"\(type)\" wordt niet begrepen")
    }
  }
}
