import CYAML

/// One event of libyaml's parser, in Swift's types.
struct YAMLEvent {
  /// What was met.
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(YAMLScalar)
    case sequenceStart(anchor: String?)
    case sequenceEnd
    case mappingStart(anchor: String?)
    case mappingEnd
  }

  let kind: Kind
  /// Where it begins.
  let mark: YAMLMark
}

/// A scalar as written, before its type is resolved.
struct YAMLScalar {
  let text: String
  let anchor: String?
  /// The tag with its handle spelled out, such as `tag:yaml.org,2002:str`; nil when there is none.
  let tag: String?
  /// Whether it stands without quotes and is no block scalar.
  let isPlain: Bool
}

/// A place in YAML text, counted from 1; columns are Unicode scalars.
struct YAMLMark: Hashable {
  let line: Int
  let column: Int

  init(_ mark: yaml_mark_t) {
    line = Int(mark.line) + 1
    column = Int(mark.column) + 1
  }
}

extension YAMLEvent {
  /// Copies what is needed out of libyaml's event; nil for the kinds that libyaml never reports.
  init?(_ event: yaml_event_t) {
    mark = YAMLMark(event.start_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      kind = .scalar(
        YAMLScalar(
          text: Self.text(scalar.value, count: scalar.length), anchor: Self.text(scalar.anchor),
          tag: Self.text(scalar.tag), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart(anchor: Self.text(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart(anchor: Self.text(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: return nil
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func text(
    _ pointer: UnsafeMutablePointer<yaml_char_t>?, count: Int
  ) -> String {
    String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
  }
}
