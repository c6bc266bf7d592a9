/// A composed value with what the composer needs to know when an alias repeats it.
struct YAMLNode {
  var value: Value
  /// Where it stands, and where the values within stand.
  var place: YAMLPlace
  /// How many values it is, those within included.
  private(set) var size = 1
  /// How many levels of arrays and objects it has; 0 for a scalar.
  private(set) var height: Int

  /// Makes a scalar, or a container of `height` 1 that nothing is included in yet.
  init(value: Value, place: YAMLPlace, height: Int = 0) {
    self.value = value
    self.place = place
    self.height = height
  }

  /// Counts `child` as an element, or as the member whose key stands at `key`.
  mutating func include(_ child: YAMLNode, key: YAMLMark? = nil, keepingPlace: Bool) {
    size += child.size
    height = max(height, child.height + 1)
    guard keepingPlace else { return }
    var place = child.place
    place.key = key
    self.place.children.append(place)
  }

  /// Counts the members of `other` as members of this node, without their places.
  mutating func absorb(_ other: YAMLNode) {
    size += other.size
    height = max(height, other.height)
  }
}

/// Where a value and the values within it stand in the text.
struct YAMLPlace {
  let mark: YAMLMark
  /// Where the key of this member stands; nil for elements and for the root.
  var key: YAMLMark?
  /// The places of elements or members, in their order in the value; empty when not kept.
  var children: [YAMLPlace] = []

  init(_ mark: YAMLMark) {
    self.mark = mark
  }
}
