import CYAML

/// libyaml's parser over bytes that outlive it.
final class YAMLEventReader {
  // On the heap, because libyaml keeps pointers into the structure.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let buffer: UnsafeBufferPointer<UInt8>
  private let source: String?

  /// Starts reading `buffer`, which must stay valid as long as this object is in use.
  init(_ buffer: UnsafeBufferPointer<UInt8>, source: String?) throws(DocumentError) {
    parser = .allocate(capacity: 1)
    self.buffer = buffer
    self.source = source
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw DocumentError("out of memory", source: source)
    }
    // libyaml wants an address even for no bytes at all.
    let nothing: StaticString = ""
    yaml_parser_set_input_string(parser, buffer.baseAddress ?? nothing.utf8Start, buffer.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event.
  func next() throws(DocumentError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    guard let result = YAMLEvent(event) else {
      throw DocumentError("the document ends too early", source: source)
    }
    return result
  }

  private func problem() -> DocumentError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not readable as YAML"
    guard parser.pointee.error != YAML_READER_ERROR else { return readerProblem(problem) }
    let mark = YAMLMark(parser.pointee.problem_mark)
    var message = problem
    if let context = parser.pointee.context.map({ String(cString: $0) }) {
      message = "\(problem) \(context)"
      let start = YAMLMark(parser.pointee.context_mark)
      if start.line != mark.line { message += " that begins on line \(start.line)" }
    }
    return DocumentError(message, source: source, line: mark.line, column: mark.column)
  }

  /// Trouble with the encoding, for which libyaml knows only the byte.
  private func readerProblem(_ problem: String) -> DocumentError {
    let before = buffer.prefix(Int(parser.pointee.problem_offset))
    let line = before.count(where: { $0 == UInt8(ascii: "\n") }) + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[lineStart...].count(where: { $0 & 0xC0 != 0x80 }) + 1
    return DocumentError(problem, source: source, line: line, column: column)
  }
}
