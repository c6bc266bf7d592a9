import Documents

/// One event as the server sends it.
struct WatchNotice: Sendable {
  private let type: String
  private let object: Value

  /// Reads an event.
  ///
  /// - Throws: ``KubernetesError`` that an `ERROR` event stands for; `DocumentError` when it is no event.
  init(_ document: Value, context: RequestContext) throws {
    guard let type = document["type"]?.string, let object = document["object"] else {
      throw DocumentError("the watch sent something that is no event")
    }
    if type == "ERROR" {
      guard let status = StatusDocument(object) else {
        throw DocumentError("the watch sent an error without a Status")
      }
      throw KubernetesError(status, context: context)
    }
    self.type = type
    self.object = object
  }

  /// The version to resume from.
  var resourceVersion: String? { object.at("metadata", "resourceVersion")?.string }

  /// The event for those who watch; nil for a type of event that is not known here.
  func event(reducedBy reduce: ((Value) -> Value)?) -> WatchEvent? {
    switch type {
    case "ADDED": .added(reduce?(object) ?? object)
    case "MODIFIED": .modified(reduce?(object) ?? object)
    case "DELETED": .deleted(reduce?(object) ?? object)
    case "BOOKMARK": .bookmark(resourceVersion: resourceVersion ?? "")
    default: nil
    }
  }
}
