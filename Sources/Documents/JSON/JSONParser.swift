/// A recursive reader of JSON over bytes in memory.
///
/// It looks at bytes only and makes a `String` once per string: no character is handled on its own.
struct JSONParser {
  let buffer: UnsafeBufferPointer<UInt8>
  /// The next byte to read.
  var offset: Int
  private let limits: Limits
  private let refusesDuplicateKeys: Bool
  private var remainingNodes: Int
  /// Storage that a later parser can take over.
  var scratch: JSONScratch

  init(
    _ buffer: UnsafeBufferPointer<UInt8>, limits: Limits, refusesDuplicateKeys: Bool,
    scratch: JSONScratch = JSONScratch()
  ) {
    self.buffer = buffer
    self.scratch = scratch
    self.limits = limits
    self.refusesDuplicateKeys = refusesDuplicateKeys
    offset = 0
    remainingNodes = limits.maxNodes
  }

  /// Reads one value and makes sure that nothing but white space follows.
  mutating func parseDocument() throws(JSONFailure) -> Value {
    skipByteOrderMark()
    let value = try parseValue(depth: 0)
    skipSpace()
    guard offset == buffer.count else { throw failure(.trailingText) }
    return value
  }

  private mutating func parseValue(depth: Int) throws(JSONFailure) -> Value {
    remainingNodes -= 1
    guard remainingNodes >= 0 else { throw failure(.tooManyNodes(limits.maxNodes)) }
    switch try nextToken() {
    case UInt8(ascii: "\""):
      return .string(try parseString())
    case UInt8(ascii: "{"):
      return .object(try parseObject(depth: depth + 1))
    case UInt8(ascii: "["):
      return .array(try parseArray(depth: depth + 1))
    case UInt8(ascii: "t"):
      return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"):
      return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"):
      return try parseWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try parseNumber()
    case let byte:
      throw failure(.unexpected(byte, wanted: "a value"))
    }
  }

  private mutating func parseObject(depth: Int) throws(JSONFailure) -> Object {
    try checkDepth(depth)
    offset += 1
    if try nextToken() == UInt8(ascii: "}") {
      offset += 1
      return Object()
    }
    let first = scratch.memberKeys.count
    let firstValue = scratch.values.count
    while true {
      guard try nextToken() == UInt8(ascii: "\"") else {
        throw failure(.unexpected(buffer[offset], wanted: "a key in quotes"))
      }
      let start = offset
      let key = try parseKey()
      guard try nextToken() == UInt8(ascii: ":") else {
        throw failure(.unexpected(buffer[offset], wanted: "\":\""))
      }
      offset += 1
      scratch.memberKeys.append(key)
      scratch.keyOffsets.append(start)
      scratch.values.append(try parseValue(depth: depth))
      if try endsContainer(UInt8(ascii: "}"), wanted: "\",\" or \"}\"") {
        return try takeObject(from: first, firstValue)
      }
    }
  }

  /// Takes the members that have been read off the stacks.
  private mutating func takeObject(
    from first: Int, _ firstValue: Int
  ) throws(JSONFailure) -> Object {
    defer {
      scratch.memberKeys.removeSubrange(first...)
      scratch.keyOffsets.removeSubrange(first...)
      scratch.values.removeSubrange(firstValue...)
    }
    let keys = scratch.memberKeys[first...]
    guard let duplicate = Self.firstDuplicate(in: keys) else {
      return Object(distinctKeys: keys, values: scratch.values[firstValue...])
    }
    guard !refusesDuplicateKeys else {
      throw JSONFailure(
        reason: .duplicateKey(scratch.memberKeys[duplicate]), offset: scratch.keyOffsets[duplicate])
    }
    return Object(zip(keys, scratch.values[firstValue...]))
  }

  /// Where a key comes for the second time; nil when all are different.
  private static func firstDuplicate(in keys: ArraySlice<String>) -> Int? {
    // A few keys are quicker held against each other than hashed.
    guard keys.count > 12 else {
      return keys.indices.first { keys[..<$0].contains(keys[$0]) }
    }
    var seen = Set<String>(minimumCapacity: keys.count)
    return keys.indices.first { !seen.insert(keys[$0]).inserted }
  }

  private mutating func parseArray(depth: Int) throws(JSONFailure) -> [Value] {
    try checkDepth(depth)
    offset += 1
    if try nextToken() == UInt8(ascii: "]") {
      offset += 1
      return []
    }
    let first = scratch.values.count
    while true {
      scratch.values.append(try parseValue(depth: depth))
      if try endsContainer(UInt8(ascii: "]"), wanted: "\",\" or \"]\"") {
        defer { scratch.values.removeSubrange(first...) }
        return Array(scratch.values[first...])
      }
    }
  }

  /// Steps over a comma (false) or the closing bracket (true).
  private mutating func endsContainer(
    _ closing: UInt8, wanted: StaticString
  ) throws(JSONFailure) -> Bool {
    let byte = try nextToken()
    guard byte == closing || byte == UInt8(ascii: ",") else {
      throw failure(.unexpected(byte, wanted: wanted.description))
    }
    offset += 1
    return byte == closing
  }

  private mutating func parseWord(_ word: StaticString, _ value: Value) throws(JSONFailure) -> Value
  {
    let end = offset + word.utf8CodeUnitCount
    var letter = 0
    while offset < end {
      guard offset < buffer.count else { throw failure(.unexpectedEnd) }
      guard buffer[offset] == word.utf8Start[letter] else {
        throw failure(.unexpected(buffer[offset], wanted: "\"\(word)\""))
      }
      offset += 1
      letter += 1
    }
    return value
  }

  private func checkDepth(_ depth: Int) throws(JSONFailure) {
    guard depth <= limits.maxDepth else { throw failure(.tooDeep(limits.maxDepth)) }
  }
}

extension JSONParser {
  /// The next byte that is not white space, which stays unread.
  @inline(__always)
  mutating func nextToken() throws(JSONFailure) -> UInt8 {
    skipSpace()
    guard offset < buffer.count else { throw failure(.unexpectedEnd) }
    return buffer[offset]
  }

  @inline(__always)
  mutating func skipSpace() {
    while offset < buffer.count {
      switch buffer[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      default:
        return
      }
    }
  }

  private mutating func skipByteOrderMark() {
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  func failure(_ reason: JSONFailure.Reason) -> JSONFailure {
    JSONFailure(reason: reason, offset: offset)
  }
}
