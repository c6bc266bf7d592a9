public import Documents

/// A whole list: every page of it.
public struct ObjectList: Sendable, Hashable {
  /// The objects, in the server's order. `kind` and `apiVersion` are filled in where the server
  /// leaves them out of list items.
  public let items: [Value]
  /// The version of the collection that the list shows; a watch may begin from it.
  public let resourceVersion: String

  /// Puts a list together.
  public init(items: [Value], resourceVersion: String) {
    self.items = items
    self.resourceVersion = resourceVersion
  }
}
