/// Holds a document against the fields of its format. The first thing that is wrong is thrown with its place.
package struct FileCheck {
  package let document: LocatedDocument
  private let refusesVariables: Bool

  /// - Parameter refusesVariables: whether a text that is `${NAME}` and nothing else is refused, in a format of which
  ///   only secrets are had from the environment: whoever writes that expects it to be filled in.
  package init(document: LocatedDocument, refusesVariables: Bool = false) {
    self.document = document
    self.refusesVariables = refusesVariables
  }

  /// Checks the object at `path`, and everything in it.
  package func object(_ fields: [FileField], at path: [PathElement]) throws(DocumentError) {
    guard let members = document.value.at(path)?.object else {
      throw wrong("an object", at: path)
    }
    for key in members.keys {
      let place = path + [.key(key)]
      guard let field = fields.first(where: { $0.name == key }) else {
        let known = fields.map(\.name).joined(separator: ", ")
        throw document.error("\(place.pathText) is unknown; there are \(known)", at: place)
      }
      try value(field.kind, at: place)
    }
    for field in fields where field.isRequired && members[field.name] == nil {
      throw document.error("\((path + [.key(field.name)]).pathText) is missing", at: path)
    }
  }

  private func value(_ kind: FileField.Kind, at path: [PathElement]) throws(DocumentError) {
    let value = document.value.at(path) ?? .null
    try variables(kind, value, at: path)
    switch kind {
    case .text: try scalar(value.string != nil, "a text", path)
    case .flag: try scalar(value.bool != nil, "true or false", path)
    case .number: try scalar(value.int != nil, "a number", path)
    case .choice(let words):
      try scalar(words.contains(value.string ?? ""), words.joined(separator: " or "), path)
    case .texts: try list(at: path) { $0.string != nil }
    case .textMap: try map(at: path, "texts") { $0.string != nil }
    case .flagMap: try map(at: path, "true or false") { $0.bool != nil }
    case .special(let complaint, _, let holds):
      guard holds(value) else {
        throw document.error("\(path.pathText) \(complaint)", at: path)
      }
    case .anything: break
    case .object(let fields): try object(fields, at: path)
    case .objects(let fields):
      guard let elements = value.array else { throw wrong("a list", at: path) }
      for index in elements.indices { try object(fields, at: path + [.index(index)]) }
    }
  }

  private func variables(
    _ kind: FileField.Kind, _ value: Value, at path: [PathElement]
  ) throws(DocumentError) {
    guard refusesVariables else { return }
    var texts: [(path: [PathElement], text: String?)] = []
    switch kind {
    case .text: texts = [(path, value.string)]
    case .texts:
      texts = (value.array ?? []).enumerated().map { (path + [.index($0)], $1.string) }
    case .textMap:
      texts = value.object?.map { (path + [.key($0)], $1.string) } ?? []
    default: return
    }
    for (place, text) in texts {
      guard let text, text.wholeMatch(of: /\$\{[A-Za-z_][A-Za-z0-9_]*\}/) != nil else { continue }
      throw document.error(
        "\(place.pathText) is \(text), but only secrets are had from the environment", at: place)
    }
  }

  private func scalar(
    _ holds: Bool, _ wanted: String, _ path: [PathElement]
  ) throws(DocumentError) {
    guard holds else { throw wrong(wanted, at: path) }
  }

  private func list(
    at path: [PathElement], _ holds: (Value) -> Bool
  ) throws(DocumentError) {
    guard let elements = document.value.at(path)?.array else {
      throw wrong("a list of texts", at: path)
    }
    for (index, element) in elements.enumerated() where !holds(element) {
      throw wrong("a text", at: path + [.index(index)])
    }
  }

  private func map(
    at path: [PathElement], _ wanted: String, _ holds: (Value) -> Bool
  ) throws(DocumentError) {
    guard let members = document.value.at(path)?.object else {
      throw wrong("\(wanted) by name", at: path)
    }
    for (key, value) in members where !holds(value) {
      throw wrong(wanted, at: path + [.key(key)])
    }
  }

  private func wrong(_ wanted: String, at path: [PathElement]) -> DocumentError {
    document.error("\(path.pathText) must be \(wanted)", at: path)
  }
}
