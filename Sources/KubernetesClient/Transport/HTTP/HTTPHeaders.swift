/// Header fields in the order they are sent or were received; names match without regard to case (RFC 9110, 5.1).
public struct HTTPHeaders: Sendable, Hashable {
  /// One field line.
  public struct Field: Sendable, Hashable {
    /// The name as written.
    public let name: String
    /// The value without surrounding white space.
    public let value: String

    /// A field line of `name` and `value`.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Every field line, repeated names included.
  public private(set) var fields: [Field]

  /// No fields.
  public init() {
    fields = []
  }

  /// The given fields, in order.
  public init(_ pairs: [(String, String)]) {
    fields = pairs.map { Field(name: $0.0, value: $0.1) }
  }

  /// The first value of `name`. Setting replaces every field of that name; nil removes them.
  public subscript(_ name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      let position = fields.firstIndex { Self.isSame($0.name, name) }
      fields.removeAll { Self.isSame($0.name, name) }
      guard let newValue else { return }
      fields.insert(Field(name: name, value: newValue), at: position ?? fields.endIndex)
    }
  }

  /// Every value of `name`, in order; empty when there is none.
  public func values(_ name: String) -> [String] {
    fields.filter { Self.isSame($0.name, name) }.map(\.value)
  }

  /// Adds a field beside those of the same name.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased()
  }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  /// The fields as written; a name may occur more than once.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements)
  }
}
