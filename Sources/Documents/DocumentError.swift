/// Why a document could not be read, and where.
public struct DocumentError: Error, Sendable, Hashable {
  /// What is wrong, as a phrase without a full stop: `duplicate key "name"`.
  public var message: String
  /// The file or other origin of the text, when known.
  public var source: String?
  /// The line of the trouble, counted from 1.
  public var line: Int?
  /// The character in the line, counted from 1 in Unicode scalars.
  public var column: Int?

  /// Makes an error; position and source may be unknown.
  public init(_ message: String, source: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.source = source
    self.line = line
    self.column = column
  }
}

extension DocumentError: CustomStringConvertible {
  /// The error as compilers print theirs: `fleet.yaml:3:7: duplicate key "name"`.
  public var description: String {
    switch (source, line) {
    case (nil, nil): message
    case (let source?, nil): "\(source): \(message)"
    case (let source?, let line?): "\(source):\(line):\(column ?? 1): \(message)"
    case (nil, let line?): "line \(line), column \(column ?? 1): \(message)"
    }
  }
}
