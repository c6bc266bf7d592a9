import Documents
import OpenClusterManagement

/// Holds a document against the grammar. The first thing that is wrong is thrown with its place.
struct FleetCheck {
  let document: LocatedDocument

  func check() throws(DocumentError) {
    try object(FleetGrammar.document, at: [])
    var seen: [String: Int] = [:]
    for (index, cluster) in (document.value.at("spec", "clusters")?.array ?? []).enumerated() {
      let name = cluster["name"]?.string ?? ""
      let path: [PathElement] = ["spec", "clusters", .index(index), "name"]
      if let first = seen[name] {
        let line = document.position(of: ["spec", "clusters", .index(first), "name"])?.line ?? 0
        throw document.error("cluster \"\(name)\" is here twice, first in line \(line)", at: path)
      }
      seen[name] = index
      do throws(ClusterNameError) {
        try ClusterName.validate(name)
      } catch {
        throw document.error(error.description, at: path)
      }
    }
  }

  private func object(_ fields: [FleetField], at path: [PathElement]) throws(DocumentError) {
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

  private func value(_ kind: FleetField.Kind, at path: [PathElement]) throws(DocumentError) {
    let value = document.value.at(path)
    switch kind {
    case .text: try scalar(value?.string != nil, "a text", path)
    case .flag: try scalar(value?.bool != nil, "true or false", path)
    case .number: try scalar(value?.int != nil, "a number", path)
    case .duration:
      let isDuration = value?.string.flatMap(Duration.init(spoken:)) != nil
      try scalar(isDuration, "a duration such as 30m or 24h", path)
    case .choice(let words):
      try scalar(words.contains(value?.string ?? ""), words.joined(separator: " or "), path)
    case .texts: try list(at: path) { $0.string != nil }
    case .textMap: try map(at: path, "texts") { $0.string != nil }
    case .flagMap: try map(at: path, "true or false") { $0.bool != nil }
    case .secret:
      guard value.flatMap(FleetSecret.init) != nil else {
        throw document.error(
          "\(path.pathText) is a secret and must not stand here: write ${NAME}, {env: NAME} or"
            + " {file: PATH}", at: path)
      }
    case .object(let fields): try object(fields, at: path)
    case .objects(let fields):
      guard let elements = value?.array else { throw wrong("a list", at: path) }
      for index in elements.indices { try object(fields, at: path + [.index(index)]) }
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
