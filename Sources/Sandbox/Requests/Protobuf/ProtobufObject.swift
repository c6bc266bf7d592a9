import Documents
import Foundation

/// Objects of built-in kinds in the protobuf form that typed clients such as `kubectl create` and
/// `kubectl auth can-i` send (`apimachinery/pkg/runtime/serializer/protobuf`).
enum ProtobufObject {
  static let contentType = "application/vnd.kubernetes.protobuf"

  /// What every body begins with.
  private static let magic: [UInt8] = [0x6B, 0x38, 0x73, 0x00]

  /// Reads an object; its structure comes from the types of the kind that it names.
  static func decode(_ body: [UInt8]) throws(APIFailure) -> Value {
    guard body.starts(with: magic) else {
      throw .badRequest("provided data does not appear to be a protobuf message, expected prefix")
    }
    do {
      let envelope = try ProtobufMessage(body.dropFirst(magic.count))
      let type = try ProtobufMessage(envelope.bytes(1) ?? [])
      let apiVersion = type.text(1) ?? ""
      let kind = type.text(2) ?? ""
      let message = try ProtobufMessage(envelope.bytes(2) ?? [])
      var object: Value = ["apiVersion": .string(apiVersion), "kind": .string(kind)]
      let schema = try schema(apiVersion, kind)
      for (name, value) in try self.object(message, schema) { object[name] = value }
      return object
    } catch let failure as APIFailure {
      throw failure
    } catch {
      throw .badRequest("unable to decode protobuf: unexpected EOF")
    }
  }

  private static func schema(_ apiVersion: String, _ kind: String) throws(APIFailure) -> Schema {
    let parts = apiVersion.split(separator: "/").map(String.init)
    let group = parts.count == 2 ? parts[0] : ""
    // `DeleteOptions` is sent in the version of whatever is deleted.
    if kind == "DeleteOptions" { return BuiltInTypes.standard.deleteOptions }
    let schema = BuiltInTypes.standard.schema(
      group: group, version: parts.last ?? "", kind: kind)
    guard schema.isStruct else {
      throw .badRequest("no kind \"\(kind)\" is registered for version \"\(apiVersion)\"")
    }
    return schema
  }

  private static func object(_ message: ProtobufMessage, _ schema: Schema)
    throws(ProtobufMessage.Malformed) -> Object
  {
    var object = Object()
    for (name, field) in schema.content.properties {
      let numbers = field.content.wireNumbers
      guard let first = numbers.first else { continue }
      if numbers.count == 2 {
        guard let inner = message.bytes(first) else { continue }
        object[name] = try value(numbers[1], in: ProtobufMessage(inner), field)
      } else {
        object[name] = try value(first, in: message, field)
      }
    }
    return object
  }

  /// The value of a field; nil when it is not there or has the zero value that JSON leaves out.
  private static func value(_ number: Int, in message: ProtobufMessage, _ schema: Schema)
    throws(ProtobufMessage.Malformed) -> Value?
  {
    let payloads = message.fields.filter { $0.number == number }.map(\.payload)
    guard let last = payloads.last else { return nil }
    if let items = schema.content.items {
      var elements: [Value] = []
      for payload in payloads { elements.append(try single(payload, items) ?? .string("")) }
      return .array(elements)
    }
    if let values = schema.content.values {
      var object = Object()
      for case .bytes(let bytes) in payloads {
        let entry = try ProtobufMessage(bytes)
        let member = try value(2, in: entry, values)
        object[entry.text(1) ?? ""] = member ?? (values.type == .string ? "" : .null)
      }
      return .object(object)
    }
    return try single(last, schema)
  }

  private static func single(_ payload: ProtobufMessage.Payload, _ schema: Schema)
    throws(ProtobufMessage.Malformed) -> Value?
  {
    switch payload {
    case .varint(let number): return scalar(Int(truncatingIfNeeded: number), schema)
    case .fixed32(let bits): return .decimal("\(Float(bitPattern: bits))")
    case .fixed64(let bits): return .decimal("\(Double(bitPattern: bits))")
    case .bytes(let bytes): return try structured(bytes, schema)
    }
  }

  private static func scalar(_ number: Int, _ schema: Schema) -> Value? {
    if schema.type == .boolean { return number == 0 ? nil : .bool(true) }
    return number == 0 && schema.content.defaultValue == nil ? nil : .integer(number)
  }

  private static func structured(_ bytes: ArraySlice<UInt8>, _ schema: Schema)
    throws(ProtobufMessage.Malformed) -> Value?
  {
    switch (schema.type, schema.content.rules.format) {
    case (.string, "date-time"):
      guard let seconds = try ProtobufMessage(bytes).integer(1) else { return nil }
      return .string(Timestamp.text(Date(timeIntervalSince1970: Double(seconds))))
    case (.string, "byte"): return .string(Data(bytes).base64EncodedString())
    case (.string, _): return bytes.isEmpty ? nil : .string(String(decoding: bytes, as: UTF8.self))
    case (.any, "quantity"): return try ProtobufMessage(bytes).text(1).map(Value.string)
    case (.any, "fields"):
      return try ProtobufMessage(bytes).bytes(1).flatMap { try? JSON.decode(Array($0)) }
    case (.intOrString, _):
      let message = try ProtobufMessage(bytes)
      if message.integer(1) == 1 { return .string(message.text(3) ?? "") }
      return .integer(message.integer(2) ?? 0)
    case (.object, _):
      // `ExtraValue` of reviews is a list in a message of its own.
      return .object(try object(ProtobufMessage(bytes), schema))
    case (.array, _): return try value(1, in: ProtobufMessage(bytes), schema)
    default: return nil
    }
  }
}
