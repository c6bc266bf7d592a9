/// A mapping on its way to an object.
///
/// Members that are written out win over those that merge keys (`<<`) bring, wherever the merge key
/// stands, and of merged mappings the earlier wins (https://yaml.org/type/merge.html).
struct YAMLMapping {
  private let keepsPlaces: Bool
  private var members = Object()
  private var merged = Object()
  private var mergedPlaces: [YAMLPlace] = []
  private var node: YAMLNode

  init(mark: YAMLMark, keepsPlaces: Bool) {
    self.keepsPlaces = keepsPlaces
    node = YAMLNode(value: .null, place: YAMLPlace(mark), height: 1)
  }

  /// Whether a member of this name has been written out.
  func contains(_ key: String) -> Bool {
    members[key] != nil
  }

  /// Adds a member that is written out, and whose key stands at `mark`.
  mutating func add(_ value: YAMLNode, forKey key: String, at mark: YAMLMark) {
    members[key] = value.value
    node.include(value, key: mark, keepingPlace: keepsPlaces)
  }

  /// Takes over the members of a mapping, or of a list of mappings; false when `source` is neither.
  mutating func merge(_ source: YAMLNode) -> Bool {
    switch source.value {
    case .object(let object):
      add(object, places: source.place.children)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        guard case .object(let object) = element else { return false }
        add(object, places: keepsPlaces ? source.place.children[index].children : [])
      }
    default:
      return false
    }
    node.absorb(source)
    return true
  }

  private mutating func add(_ object: Object, places: [YAMLPlace]) {
    for (index, (key, value)) in object.enumerated() where merged[key] == nil {
      merged[key] = value
      if keepsPlaces { mergedPlaces.append(places[index]) }
    }
  }

  /// The object with all its members.
  func finished() -> YAMLNode {
    var members = members
    var node = node
    for (index, (key, value)) in merged.enumerated() where members[key] == nil {
      members[key] = value
      if keepsPlaces { node.place.children.append(mergedPlaces[index]) }
    }
    node.value = .object(members)
    return node
  }
}
