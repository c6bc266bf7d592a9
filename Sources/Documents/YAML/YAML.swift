/// YAML in and out, with scalars read as Kubernetes reads them (sigs.k8s.io/yaml, which is YAML 1.1
/// without dates and base 60 numbers).
public enum YAML {
  /// Reads every document of `text`; documents without content are left out, as by kubectl.
  ///
  /// - Parameter source: what errors call the text, usually the file's name.
  /// - Throws: `DocumentError` with line and column for text that is not YAML, duplicate keys, values
  ///   that JSON cannot hold, and what exceeds `limits`.
  public static func decodeAll(
    _ text: String, source: String? = nil, limits: Limits = .standard
  ) throws(DocumentError) -> [Value] {
    try decodeAll(Array(text.utf8), source: source, limits: limits)
  }

  /// Reads every document of `bytes`, which are UTF-8 or, with a byte order mark, UTF-16.
  ///
  /// - Throws: as the form for text.
  public static func decodeAll(
    _ bytes: [UInt8], source: String? = nil, limits: Limits = .standard
  ) throws(DocumentError) -> [Value] {
    try documents(bytes, source: source, limits: limits, keepsPositions: false).map(\.value)
  }

  /// Reads a text that holds exactly one document.
  ///
  /// - Throws: as ``decodeAll(_:source:limits:)-(String,_,_)``, and when there is none or more than one.
  public static func decode(
    _ text: String, source: String? = nil, limits: Limits = .standard
  ) throws(DocumentError) -> Value {
    try decode(Array(text.utf8), source: source, limits: limits)
  }

  /// Reads bytes that hold exactly one document.
  ///
  /// - Throws: as the form for text.
  public static func decode(
    _ bytes: [UInt8], source: String? = nil, limits: Limits = .standard
  ) throws(DocumentError) -> Value {
    let all = try documents(bytes, source: source, limits: limits, keepsPositions: false)
    guard let first = all.first else { throw DocumentError("there is no document", source: source) }
    guard all.count == 1 else {
      throw DocumentError(
        "one document is wanted, and here a second one begins", source: source,
        line: all[1].start?.line, column: all[1].start?.column)
    }
    return first.value
  }

  /// Reads every document together with the place of each value in the text.
  ///
  /// - Throws: as ``decodeAll(_:source:limits:)-(String,_,_)``.
  public static func locatedDocuments(
    _ text: String, source: String? = nil, limits: Limits = .standard
  ) throws(DocumentError) -> [LocatedDocument] {
    try documents(Array(text.utf8), source: source, limits: limits, keepsPositions: true)
  }

  /// Writes a document in kubectl's style: block style, two spaces of indentation, lists not
  /// indented under their key, and a line feed at the end.
  public static func text(_ value: Value) -> String {
    text(all: [value])
  }

  /// Writes documents one after the other, parted by `---` lines.
  public static func text(all documents: [Value]) -> String {
    var writer = YAMLWriter()
    for (index, document) in documents.enumerated() {
      if index > 0 { writer.writeDocumentStart() }
      writer.writeDocument(document)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func documents(
    _ bytes: [UInt8], source: String?, limits: Limits, keepsPositions: Bool
  ) throws(DocumentError) -> [LocatedDocument] {
    guard bytes.count <= limits.maxBytes else {
      throw DocumentError("larger than \(limits.maxBytes) bytes", source: source)
    }
    let json = jsonDocument(bytes, limits: limits)
    if let json, !keepsPositions {
      return [LocatedDocument(value: json, source: source, start: nil, places: nil)]
    }
    do {
      let documents = try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in
        var composer = YAMLComposer(
          reader: try YAMLEventReader(buffer, source: source), source: source, limits: limits,
          keepsPositions: keepsPositions)
        return try composer.composeStream()
      }
      guard let json, let only = documents.first, documents.count == 1 else { return documents }
      return [only.holding(json)]
    } catch {
      guard let json else { throw error }
      return [LocatedDocument(value: json, source: source, start: nil, places: nil)]
    }
  }

  /// The value of a text that is JSON. Nearly all JSON is YAML as well, but for escaped surrogate pairs
  /// and for the line separators of Unicode, which fold in YAML 1.1.
  private static func jsonDocument(_ bytes: [UInt8], limits: Limits) -> Value? {
    guard bytes.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") else { return nil }
    return try? JSON.decode(bytes, limits: limits, duplicateKeys: .refused)
  }
}
