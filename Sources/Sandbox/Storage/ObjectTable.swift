/// The objects of one resource, in the order of their keys.
struct ObjectTable {
  private var objects: [ObjectKey: StoredObject] = [:]
  /// Sorted.
  private var keys: [ObjectKey] = []

  subscript(key: ObjectKey) -> StoredObject? { objects[key] }

  var isEmpty: Bool { objects.isEmpty }

  /// Puts an object in, or takes it out when it is nil.
  mutating func set(_ object: StoredObject?, at key: ObjectKey) {
    let existed = objects[key] != nil
    objects[key] = object
    if object != nil, !existed {
      keys.insert(key, at: position(of: key))
    } else if object == nil, existed {
      keys.remove(at: position(of: key))
    }
  }

  /// All objects of a namespace, or of all when it is nil, in order.
  func all(in namespace: String?) -> [StoredObject] {
    guard let namespace else { return keys.compactMap { objects[$0] } }
    var found: [StoredObject] = []
    var index = position(of: ObjectKey(namespace: namespace, name: ""))
    while index < keys.count, keys[index].namespace == namespace {
      if let object = objects[keys[index]] { found.append(object) }
      index += 1
    }
    return found
  }

  /// The index of the first key that is not before the given one.
  private func position(of key: ObjectKey) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
