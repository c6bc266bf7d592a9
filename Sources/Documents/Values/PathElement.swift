/// One step from a value into it: a member of an object or an element of an array.
public enum PathElement: Sendable, Hashable {
  /// The member of this name.
  case key(String)
  /// The element at this place, counted from 0.
  case index(Int)
}

extension PathElement: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Makes a step to a member.
  public init(stringLiteral key: String) {
    self = .key(key)
  }

  /// Makes a step to an element.
  public init(integerLiteral index: Int) {
    self = .index(index)
  }
}

extension [PathElement] {
  /// The path as people write it: `.spec.taints[0].key`, `.metadata.labels["a.b/c"]`; `.` for the
  /// whole document.
  public var pathText: String {
    guard !isEmpty else { return "." }
    var text = ""
    for element in self {
      switch element {
      case .index(let index):
        text += "[\(index)]"
      case .key(let key) where key.isPlainPathKey:
        text += ".\(key)"
      case .key(let key):
        text += "[\(JSON.text(.string(key)))]"
      }
    }
    return text
  }
}

extension String {
  /// Whether this can follow a dot in a path: an ASCII letter or `_`, then letters, digits, `_`, `-`.
  fileprivate var isPlainPathKey: Bool {
    guard let first = utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    return utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }
}
