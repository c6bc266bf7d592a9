import Documents

/// The OpenAPI 2 document as protobuf, the only form that `kubectl` before 1.27 reads (messages of
/// github.com/google/gnostic-models, openapiv2/OpenAPIv2.proto).
///
/// Paths are left out: such clients look at the definitions alone.
enum OpenAPIProtobuf {
  /// Encodes a document.
  static func document(_ document: Value) -> [UInt8] {
    var info = ProtobufWriter()
    info.text(1, document.at("info", "title"))
    info.text(2, document.at("info", "version"))
    var definitions = ProtobufWriter()
    for (name, schema) in document["definitions"]?.object ?? Object() {
      definitions.message(1, named(name, schema))
    }
    var writer = ProtobufWriter()
    writer.text(1, document["swagger"])
    writer.message(2, info)
    writer.message(8, ProtobufWriter())
    writer.message(9, definitions)
    return writer.bytes
  }

  private static func named(_ name: String, _ schema: Value) -> ProtobufWriter {
    var writer = ProtobufWriter()
    writer.text(1, .string(name))
    writer.message(2, self.schema(schema))
    return writer
  }

  private static func schema(_ schema: Value) -> ProtobufWriter {
    var writer = ProtobufWriter()
    writer.text(1, schema["$ref"])
    writer.text(2, schema["format"])
    writer.text(4, schema["description"])
    for name in schema["required"]?.strings ?? [] { writer.text(19, .string(name)) }
    if let values = schema["additionalProperties"], values.object != nil {
      var item = ProtobufWriter()
      item.message(1, self.schema(values))
      writer.message(21, item)
    }
    if let type = schema["type"] {
      var item = ProtobufWriter()
      item.text(1, type)
      writer.message(22, item)
    }
    if let items = schema["items"] {
      var item = ProtobufWriter()
      item.message(1, self.schema(items))
      writer.message(23, item)
    }
    if let properties = schema["properties"]?.object {
      var item = ProtobufWriter()
      for (name, property) in properties { item.message(1, named(name, property)) }
      writer.message(25, item)
    }
    for (name, value) in schema.object ?? Object() where name.hasPrefix("x-") {
      writer.message(31, vendor(name, value))
    }
    return writer
  }

  /// An extension, whose value is YAML text.
  private static func vendor(_ name: String, _ value: Value) -> ProtobufWriter {
    var any = ProtobufWriter()
    any.text(2, .string(YAML.text(value)))
    var writer = ProtobufWriter()
    writer.text(1, .string(name))
    writer.message(2, any)
    return writer
  }
}

/// Encodes protobuf messages of texts and other messages.
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a text field; one that is nil or empty is left out.
  mutating func text(_ number: Int, _ value: Value?) {
    guard let text = value?.string, !text.isEmpty else { return }
    append(number, Array(text.utf8))
  }

  /// Adds a field with a message.
  mutating func message(_ number: Int, _ message: ProtobufWriter) {
    append(number, message.bytes)
  }

  private mutating func append(_ number: Int, _ content: [UInt8]) {
    varint(UInt64(number) << 3 | 2)
    varint(UInt64(content.count))
    bytes += content
  }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
