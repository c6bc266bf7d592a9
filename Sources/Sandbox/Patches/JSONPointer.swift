import Documents

/// A JSON pointer (RFC 6901).
struct JSONPointer: Sendable {
  private let steps: [String]

  init(_ text: String) {
    steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  /// What the pointer points to, nil when that is not there.
  func value(in document: Value) -> Value? {
    var current = document
    for step in steps {
      guard let next = Self.child(current, step) else { return nil }
      current = next
    }
    return current
  }

  /// The document with a value put in; `-` adds to the end of a list.
  func adding(_ value: Value, to document: Value) -> Value? {
    change(document, steps[...]) { container, step in
      switch container {
      case .object(var object):
        object[step] = value
        return .object(object)
      case .array(var elements):
        let index = step == "-" ? elements.count : Int(step)
        guard let index, index >= 0, index <= elements.count else { return nil }
        elements.insert(value, at: index)
        return .array(elements)
      default: return nil
      }
    } ?? (steps.isEmpty ? value : nil)
  }

  /// The document with a value in the place of what is there.
  func replacing(with value: Value, in document: Value) -> Value? {
    guard self.value(in: document) != nil else { return nil }
    return change(document, steps[...]) { container, step in
      switch container {
      case .object(var object):
        object[step] = value
        return .object(object)
      case .array(var elements):
        guard let index = Int(step), elements.indices.contains(index) else { return nil }
        elements[index] = value
        return .array(elements)
      default: return nil
      }
    } ?? (steps.isEmpty ? value : nil)
  }

  /// The document without what is there.
  func removing(from document: Value) -> Value? {
    change(document, steps[...]) { container, step in
      switch container {
      case .object(var object):
        guard object.removeValue(forKey: step) != nil else { return nil }
        return .object(object)
      case .array(var elements):
        guard let index = Int(step), elements.indices.contains(index) else { return nil }
        elements.remove(at: index)
        return .array(elements)
      default: return nil
      }
    }
  }

  private func change(
    _ value: Value, _ steps: ArraySlice<String>, _ last: (Value, String) -> Value?
  ) -> Value? {
    guard let step = steps.first else { return nil }
    if steps.count == 1 { return last(value, step) }
    guard let child = Self.child(value, step),
      let changed = change(child, steps.dropFirst(), last)
    else { return nil }
    switch value {
    case .object(var object):
      object[step] = changed
      return .object(object)
    case .array(var elements):
      guard let index = Int(step) else { return nil }
      elements[index] = changed
      return .array(elements)
    default: return nil
    }
  }

  private static func child(_ value: Value, _ step: String) -> Value? {
    if let elements = value.array { return Int(step).flatMap { elements[safe: $0] } }
    return value[step]
  }
}
