/// The fields of an encoded protobuf message (protobuf.dev/programming-guides/encoding).
struct ProtobufMessage {
  /// The value of one field as it lies in the message.
  enum Payload {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    case bytes(ArraySlice<UInt8>)
  }

  /// The bytes are no message.
  struct Malformed: Error {}

  /// Fields in the order they came.
  private(set) var fields: [(number: Int, payload: Payload)] = []

  init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
    var rest = bytes
    while !rest.isEmpty {
      let tag = try Self.takeVarint(&rest)
      let number = Int(truncatingIfNeeded: tag >> 3)
      switch tag & 7 {
      case 0: fields.append((number, .varint(try Self.takeVarint(&rest))))
      case 1: fields.append((number, .fixed64(try Self.takeFixed(&rest, 8))))
      case 2:
        let length = try Self.takeVarint(&rest)
        guard length <= UInt64(rest.count) else { throw Malformed() }
        fields.append((number, .bytes(rest.prefix(Int(length)))))
        rest = rest.dropFirst(Int(length))
      case 5:
        let value = try Self.takeFixed(&rest, 4)
        fields.append((number, .fixed32(UInt32(truncatingIfNeeded: value))))
      default: throw Malformed()
      }
    }
  }

  /// The bytes of the last field with a number.
  func bytes(_ number: Int) -> ArraySlice<UInt8>? {
    for field in fields.reversed() where field.number == number {
      if case .bytes(let bytes) = field.payload { return bytes }
    }
    return nil
  }

  /// The text of the last field with a number.
  func text(_ number: Int) -> String? {
    bytes(number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number in the last field with a number, as a signed one.
  func integer(_ number: Int) -> Int? {
    for field in fields.reversed() where field.number == number {
      if case .varint(let value) = field.payload { return Int(truncatingIfNeeded: value) }
    }
    return nil
  }

  private static func takeVarint(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed() }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    throw Malformed()
  }

  private static func takeFixed(_ rest: inout ArraySlice<UInt8>, _ count: Int) throws(Malformed)
    -> UInt64
  {
    guard rest.count >= count else { throw Malformed() }
    let value = rest.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(count)
    return value
  }
}
