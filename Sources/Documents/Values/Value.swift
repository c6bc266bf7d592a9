/// One node of a document: the value model of JSON, with the order of keys and the spelling of
/// numbers kept, so that what a cluster sent is sent back unharmed.
///
/// Two objects are equal when they hold the same members in whatever order; numbers are equal when
/// they are spelled the same (`1` and `1.0` differ, as they do for an API server's field types).
public enum Value: Sendable, Hashable {
  /// The absent value, `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number that fits 64 bits.
  case integer(Int)
  /// Any other number, as its source text, which must be in JSON's grammar: `1.5`, `1e9`,
  /// `18446744073709551615`.
  case decimal(String)
  /// Text.
  case string(String)
  /// A list.
  case array([Value])
  /// Named members in the order they came.
  case object(Object)
}

extension Value {
  /// The member called `key`; nil when there is none or this is not an object.
  ///
  /// Setting creates an object in place of anything that is not one. Setting nil removes the member,
  /// and leaves a value that is not an object as it is.
  public subscript(_ key: String) -> Value? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[key]
    }
    set {
      var members: Object
      if case .object(let present) = self {
        members = present
        self = .null  // gives up this reference, so that the change below is made in place
      } else if newValue == nil {
        return
      } else {
        members = Object()
      }
      members[key] = newValue
      self = .object(members)
    }
  }

  /// The element at `index`; nil when out of bounds or this is not an array.
  public subscript(_ index: Int) -> Value? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The value reached by following `path` through objects; nil when a step is missing.
  public func at(_ path: String...) -> Value? {
    at(path)
  }

  /// The value reached by following `path` through objects; nil when a step is missing.
  public func at(_ path: [String]) -> Value? {
    var current = self
    for key in path {
      guard let next = current[key] else { return nil }
      current = next
    }
    return current
  }

  /// The value reached by following `path` through objects and arrays; nil when a step is missing.
  public func at(_ path: [PathElement]) -> Value? {
    var current = self
    for element in path {
      let next =
        switch element {
        case .key(let key): current[key]
        case .index(let index): current[index]
        }
      guard let next else { return nil }
      current = next
    }
    return current
  }

  /// Puts `value` at the end of `path`, making objects on the way; nil removes what is there.
  ///
  /// Anything on the way that is not an object is replaced by one, as in RFC 7386. Removing creates
  /// and replaces nothing.
  public mutating func set(_ value: Value?, at path: String...) {
    set(value, at: path)
  }

  /// Puts `value` at the end of `path`, making objects on the way; nil removes what is there.
  public mutating func set(_ value: Value?, at path: [String]) {
    set(value, at: path[...])
  }

  private mutating func set(_ value: Value?, at path: ArraySlice<String>) {
    guard let key = path.first else {
      self = value ?? .null
      return
    }
    guard path.count > 1 else {
      self[key] = value
      return
    }
    var child = self[key] ?? .null
    if value == nil, child.object == nil { return }
    self[key] = .null  // gives up the reference to the child, which is then changed in place
    child.set(value, at: path.dropFirst())
    self[key] = child
  }
}

extension Value: CustomStringConvertible {
  /// The value as compact JSON with its secrets masked, so that a value that slips into a message
  /// gives nothing away. To write a document use ``JSON`` or ``YAML``.
  public var description: String {
    JSON.text(Masking.masked(self))
  }
}
