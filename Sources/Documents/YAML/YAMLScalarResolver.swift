/// Gives plain scalars their types as sigs.k8s.io/yaml does (its goyaml.v2, resolve.go): YAML 1.1
/// booleans, integers in four bases with `_` between digits, floats, nulls; dates stay text.
enum YAMLScalarResolver {
  /// Why a scalar has no value, as a message.
  struct Failure: Error {
    let message: String
  }

  /// The value of a scalar as written.
  ///
  /// - Throws: `Failure` when its tag does not fit its text, and for numbers that JSON cannot hold.
  static func resolve(_ scalar: YAMLScalar) throws(Failure) -> Value {
    guard let tag = scalar.tag else {
      return scalar.isPlain ? try resolvePlain(scalar.text) : .string(scalar.text)
    }
    switch tag {
    case "tag:yaml.org,2002:int":
      let value = try resolvePlain(scalar.text)
      guard value.int != nil || value.isWholeDecimal else {
        throw misfit(scalar.text, tag: "!!int")
      }
      return value
    case "tag:yaml.org,2002:float":
      let value = try resolvePlain(scalar.text)
      guard value.double != nil else { throw misfit(scalar.text, tag: "!!float") }
      return value
    case "tag:yaml.org,2002:bool":
      let value = try resolvePlain(scalar.text)
      guard value.bool != nil else { throw misfit(scalar.text, tag: "!!bool") }
      return value
    case "tag:yaml.org,2002:null":
      let value = try resolvePlain(scalar.text)
      guard value.isNull else { throw misfit(scalar.text, tag: "!!null") }
      return value
    case "tag:yaml.org,2002:binary":
      guard let bytes = Base64.decode(scalar.text) else {
        throw Failure(message: "the !!binary value is not valid base64")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(message: "the !!binary value is not text, which JSON cannot hold")
      }
      return .string(text)
    default:
      // Tags of other kinds say nothing to Kubernetes: the text is taken as it is.
      return .string(scalar.text)
    }
  }

  /// The value of a scalar without quotes and tag.
  ///
  /// - Throws: `Failure` for `.inf`, `.nan` and integers beyond 64 bits in a base other than ten.
  static func resolvePlain(_ text: String) throws(Failure) -> Value {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      if isInfinityOrNaN(text) { throw unrepresentable(text) }
      return try YAMLNumber.value(of: text) ?? .string(text)
    case UInt8(ascii: "."):
      if isInfinityOrNaN(text) { throw unrepresentable(text) }
      return YAMLNumber.float(text) ?? .string(text)
    default:
      return text.utf8.count <= 5 ? word(text) ?? .string(text) : .string(text)
    }
  }

  private static func word(_ text: String) -> Value? {
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
    case "~", "null", "Null", "NULL": .null
    default: nil
    }
  }

  private static func isInfinityOrNaN(_ text: String) -> Bool {
    switch text {
    case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
      "-.Inf",
      "-.INF":
      true
    default: false
    }
  }

  private static func unrepresentable(_ text: String) -> Failure {
    Failure(message: "\(text) cannot be held by JSON; put it in quotes if it is text")
  }

  private static func misfit(_ text: String, tag: String) -> Failure {
    Failure(message: "\"\(text)\" does not fit its tag \(tag)")
  }
}

extension YAMLScalar {
  /// Whether this key merges another mapping into its own (https://yaml.org/type/merge.html).
  var isMergeKey: Bool {
    text == "<<" && (tag == "tag:yaml.org,2002:merge" || tag == nil && isPlain)
  }
}

extension Value {
  /// Whether this is a number spelled as a whole one, though too large for 64 bits.
  fileprivate var isWholeDecimal: Bool {
    guard case .decimal(let source) = self else { return false }
    return source.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
  }

  /// The text of this value as the key of an object, converted as sigs.k8s.io/yaml converts keys;
  /// nil for null, arrays and objects, which it refuses.
  var yamlKey: String? {
    switch self {
    case .string(let text): text
    case .bool(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .decimal(let source): source
    case .null, .array, .object: nil
    }
  }

  /// What to call a value of this kind in a message.
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .decimal: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a mapping"
    }
  }
}
