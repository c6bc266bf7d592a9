/// A document with the places of its values in the text it was read from.
public struct LocatedDocument: Sendable {
  /// The document.
  public let value: Value
  /// What the text is called, usually a file's name.
  public let source: String?
  let start: YAMLMark?
  private let places: YAMLPlace?

  init(value: Value, source: String?, start: YAMLMark?, places: YAMLPlace?) {
    self.value = value
    self.source = source
    self.start = start
    self.places = places
  }

  /// The same places with another reading of the same text.
  func holding(_ value: Value) -> LocatedDocument {
    LocatedDocument(value: value, source: source, start: start, places: places)
  }

  /// Where the value at `path` begins, counted from 1; nil when there is no such value.
  ///
  /// A value that an alias or a merge key brings stands where it is written out.
  public func position(of path: [PathElement]) -> (line: Int, column: Int)? {
    place(of: path).map { ($0.mark.line, $0.mark.column) }
  }

  /// Where the key of the member at `path` begins, counted from 1; for elements of arrays and for
  /// the whole document, where the value begins. Nil when there is no such value.
  public func keyPosition(of path: [PathElement]) -> (line: Int, column: Int)? {
    place(of: path).map { place in
      let mark = place.key ?? place.mark
      return (mark.line, mark.column)
    }
  }

  /// An error about the value at `path`, placed at its key or, when there is no such value, at the
  /// nearest value around it.
  public func error(_ message: String, at path: [PathElement]) -> DocumentError {
    var known = path[...]
    while !known.isEmpty, place(of: Array(known)) == nil { known.removeLast() }
    let position = keyPosition(of: Array(known))
    return DocumentError(
      message, source: source, line: position?.line, column: position?.column)
  }

  private func place(of path: [PathElement]) -> YAMLPlace? {
    guard var place = places else { return nil }
    var current = value
    for element in path {
      guard let next = current.at([element]), let index = current.memberIndex(of: element),
        place.children.indices.contains(index)
      else { return nil }
      place = place.children[index]
      current = next
    }
    return place
  }
}

extension Value {
  /// The place of an element or member among its siblings.
  fileprivate func memberIndex(of element: PathElement) -> Int? {
    switch element {
    case .index(let index): index
    case .key(let key): object?.keys.firstIndex(of: key)
    }
  }
}
