import OrderedCollections

/// The members of an object, in the order they came. Equality and hash do not look at the order.
public struct Object: Sendable {
  private var members: OrderedDictionary<String, Value>

  /// Makes an object without members.
  public init() {
    members = [:]
  }

  /// Makes an object of `pairs`; of equal keys the last value counts, in the place of the first.
  public init(_ pairs: some Sequence<(String, Value)>) {
    members = OrderedDictionary(pairs, uniquingKeysWith: { _, last in last })
  }

  /// The value of `key`, nil when missing. A new key goes to the end; setting nil removes the key.
  public subscript(_ key: String) -> Value? {
    get { members[key] }
    set { members[key] = newValue }
  }

  /// The keys, in order.
  public var keys: [String] {
    members.keys.elements
  }

  /// The values, in the order of their keys.
  public var values: [Value] {
    members.values.elements
  }

  /// How many members there are.
  public var count: Int {
    members.count
  }

  /// Whether there are no members.
  public var isEmpty: Bool {
    members.isEmpty
  }

  /// Takes out the member called `key` and returns its value; nil when there was none.
  @discardableResult
  public mutating func removeValue(forKey key: String) -> Value? {
    members.removeValue(forKey: key)
  }

  /// Sets `key` and returns the value that it had before; nil when the key is new.
  @discardableResult
  mutating func updateValue(_ value: Value, forKey key: String) -> Value? {
    members.updateValue(value, forKey: key)
  }

  /// Makes an object of keys that are all different, and their values.
  init(distinctKeys keys: ArraySlice<String>, values: ArraySlice<Value>) {
    members = OrderedDictionary(uncheckedUniqueKeys: keys, values: values)
  }

  /// This object with each value replaced by what `transform` makes of key and value.
  func mapValues(_ transform: (String, Value) -> Value) -> Object {
    var result = self
    for index in members.values.indices {
      result.members.values[index] = transform(members.keys[index], members.values[index])
    }
    return result
  }

  /// This object with its keys, and those of every object within, in ascending order.
  public func sorted() -> Object {
    Object(sortedByKey().map { ($0.key, $0.value.sorted()) })
  }

  /// This object with its own keys in ascending order (by Unicode scalar).
  func sortedByKey() -> Object {
    Object(
      members.map { ($0.key, $0.value) }
        .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) })
  }
}

extension Object: Sequence {
  /// Walks the members in order.
  public struct Iterator: IteratorProtocol {
    private var base: OrderedDictionary<String, Value>.Iterator

    fileprivate init(_ members: OrderedDictionary<String, Value>) {
      base = members.makeIterator()
    }

    /// The next member; nil after the last.
    public mutating func next() -> (key: String, value: Value)? {
      base.next()
    }
  }

  /// Walks the members in order.
  public func makeIterator() -> Iterator {
    Iterator(members)
  }

  /// How many members there are.
  public var underestimatedCount: Int {
    members.count
  }
}

extension Object: Hashable {
  /// Whether both hold equal values under the same keys, in whatever order.
  public static func == (left: Object, right: Object) -> Bool {
    guard left.count == right.count else { return false }
    for (key, value) in left.members where right.members[key] != value {
      return false
    }
    return true
  }

  /// Hashes the members regardless of their order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in members {
      var member = Hasher()
      member.combine(key)
      member.combine(value)
      sum &+= member.finalize()
    }
    hasher.combine(members.count)
    hasher.combine(sum)
  }
}

extension Object: ExpressibleByDictionaryLiteral {
  /// Makes an object whose keys keep the order they are written in; of equal keys the last counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
