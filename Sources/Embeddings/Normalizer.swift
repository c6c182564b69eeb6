// How a tokenizer writes a text before it takes it apart: lower case, no accents, one kind of space.

import Foundation
import Records

/// One step of a tokenizer's normalisation, as `tokenizer.json` names it.
enum Normalizer: Sendable {
  case bert(cleansText: Bool, separatesIdeographs: Bool, stripsAccents: Bool, lowercases: Bool)
  case lowercase
  case stripAccents
  case strip(left: Bool, right: Bool)
  case unicode(UnicodeForm)
  case replace([Unicode.Scalar], with: [Unicode.Scalar])
  case replaceSpaces(atLeast: Int, onlyBlanks: Bool, with: [Unicode.Scalar])
  case prepend([Unicode.Scalar])
  case precompiled(CharacterMap)

  /// Unicode's normalisation forms.
  enum UnicodeForm: String, Sendable { case NFC, NFD, NFKC, NFKD }

  /// The text after this step.
  func normalize(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    switch self {
    case .bert(let cleansText, let separatesIdeographs, let stripsAccents, let lowercases):
      var text = cleansText ? Self.cleaned(text) : text
      if separatesIdeographs, text.contains(where: \.isTokenizerIdeograph) {
        text = text.flatMap { $0.isTokenizerIdeograph ? [" ", $0, " "] : [$0] }
      }
      if stripsAccents, text.contains(where: { $0.value >= 0xC0 }) {
        text = Self.form(.NFD, of: text).filter { !$0.isNonspacingMark }
      }
      return lowercases ? Self.lowercased(text) : text
    case .lowercase: return Self.lowercased(text)
    case .stripAccents: return text.filter { !$0.isMark }
    case .strip(let left, let right):
      var slice = text[...]
      if left { slice = slice.drop(while: \.isSpace) }
      if right { while slice.last?.isSpace == true { slice.removeLast() } }
      return Array(slice)
    case .unicode(let form): return Self.form(form, of: text)
    case .replace(let pattern, let content): return Self.replacing(pattern, with: content, in: text)
    case .replaceSpaces(let least, let onlyBlanks, let content):
      return Self.replacingSpaces(atLeast: least, onlyBlanks: onlyBlanks, with: content, in: text)
    case .prepend(let content): return text.isEmpty ? text : content + text
    case .precompiled(let map): return map.normalize(text)
    }
  }

  private static func cleaned(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.compactMap { scalar in
      if scalar.value == 0 || scalar.value == 0xFFFD || scalar.isTokenizerControl { return nil }
      return scalar.isSpace ? " " : scalar
    }
  }

  /// Each character by itself in lower case: whatever stands around it.
  private static func lowercased(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for scalar in text {
      if scalar.isASCII {
        let isCapital = scalar.value >= 65 && scalar.value <= 90
        result.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return result
  }

  private static func form(_ form: UnicodeForm, of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: { !$0.isASCII }) else { return scalars }
    var text = String(String.UnicodeScalarView(scalars))
    switch form {
    case .NFC: text = text.precomposedStringWithCanonicalMapping
    case .NFD: text = text.decomposedStringWithCanonicalMapping
    case .NFKC: text = text.precomposedStringWithCompatibilityMapping
    case .NFKD: text = text.decomposedStringWithCompatibilityMapping
    }
    return Array(text.unicodeScalars)
  }

  private static func replacing(
    _ pattern: [Unicode.Scalar], with content: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    guard let first = pattern.first else { return text }
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      if text[place] == first, text[place...].starts(with: pattern) {
        result.append(contentsOf: content)
        place += pattern.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  private static func replacingSpaces(
    atLeast least: Int, onlyBlanks: Bool, with content: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      var end = place
      while end < text.count, onlyBlanks ? text[end] == " " : text[end].isSpace { end += 1 }
      if end - place >= least {
        result.append(contentsOf: content)
      } else if end > place {
        result.append(contentsOf: text[place..<end])
      } else {
        result.append(text[place])
        end += 1
      }
      place = end
    }
    return result
  }
}

extension Normalizer {
  /// The steps that a part of `tokenizer.json` asks for, in order; none for null.
  static func steps(_ value: JSONValue?, file: String) throws(EmbeddingError) -> [Normalizer] {
    guard let value, !value.isNull else { return [] }
    let type = value["type"]?.string ?? ""
    func wrong(_ reason: String) -> EmbeddingError {
      EmbeddingError(file: file, reason: "normalizer: \(reason)")
    }
    if type == "Sequence" {
      var steps: [Normalizer] = []
      guard let list = value["normalizers"] else { throw wrong("\"normalizers\" ontbreekt") }
      for element in list.elements { steps += try Self.steps(element, file: file) }
      return steps
    }
    if let form = UnicodeForm(rawValue: type) { return [.unicode(form)] }
    switch type {
    case "BertNormalizer":
      let lowercases = value["lowercase"]?.boolean ?? true
      return [
        .bert(
          cleansText: value["clean_text"]?.boolean ?? true,
          separatesIdeographs: value["handle_chinese_chars"]?.boolean ?? true,
          stripsAccents: value["strip_accents"]?.boolean ?? lowercases, lowercases: lowercases)
      ]
    case "Lowercase": return [.lowercase]
    case "StripAccents": return [.stripAccents]
    case "Strip":
      return [
        .strip(left: value["strip_left"]?.boolean ?? true, right: value["strip_right"]?.boolean ?? true)
      ]
    case "Prepend":
      guard let content = value["prepend"]?.string else { throw wrong("\"prepend\" ontbreekt") }
      return [.prepend(Array(content.unicodeScalars))]
    case "Precompiled":
      guard let encoded = value["precompiled_charsmap"]?.string, let data = Data(base64Encoded: encoded),
        let map = CharacterMap(Array(data))
      else { throw wrong("\"precompiled_charsmap\" is beschadigd") }
      return [.precompiled(map)]
    case "Replace":
      guard let content = value["content"]?.string.map({ Array($0.unicodeScalars) }) else {
        throw wrong("\"content\" ontbreekt")
      }
      if let text = value[path: ["pattern", "String"]]?.string {
        return [.replace(Array(text.unicodeScalars), with: content)]
      }
      switch value[path: ["pattern", "Regex"]]?.string {
      case "\\s+": return [.replaceSpaces(atLeast: 1, onlyBlanks: false, with: content)]
      case " {2,}": return [.replaceSpaces(atLeast: 2, onlyBlanks: true, with: content)]
      case " +": return [.replaceSpaces(atLeast: 1, onlyBlanks: true, with: content)]
      case let pattern:
        throw wrong("het patroon \"\(pattern ?? "")\" wordt niet begrepen")
      }
    default: throw wrong("het type \"\(type)\" wordt niet begrepen")
    }
  }
}
