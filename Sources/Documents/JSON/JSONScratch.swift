/// Storage that a parser of JSON works with and the next one can use again.
struct JSONScratch: Sendable {
  /// Long keys met before.
  var keys = KeyCache()
  // Members and elements of containers that are still open. Taking them off when a container closes
  // makes its storage once, in the right size.
  var memberKeys: [String] = []
  var keyOffsets: [Int] = []
  var values: [Value] = []

  /// Forgets the containers that were open when a text turned out to be wrong.
  mutating func removeOpenContainers() {
    memberKeys.removeAll(keepingCapacity: true)
    keyOffsets.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}
