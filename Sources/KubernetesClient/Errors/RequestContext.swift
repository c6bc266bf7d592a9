/// What was asked, of whom, and what the server said to it. Holds nothing secret.
public struct RequestContext: Sendable, Hashable {
  /// The verb as authorization rules name it: `get`, `list`, `watch`, `create`, `update`, `patch`,
  /// `delete`, `deletecollection`.
  public var verb: String
  /// The type that was asked for; nil for paths such as `/version`.
  public var type: ResourceType?
  /// The namespace that was asked for.
  public var namespace: String?
  /// The object that was asked for; nil for collections.
  public var name: String?
  /// The part of the object that was asked for, such as `status`.
  public var subresource: String?
  /// The URL's path, without server and query.
  public var path: String
  /// The cluster that was asked.
  public var connection: ConnectionDescription
  /// The HTTP status of the answer, if one came.
  public var status: Int?
  /// The server's `reason`, such as `NotFound`.
  public var reason: String?
  /// The server's message, word for word but for secrets.
  public var message: String?
  /// With what an expired list may go on, from a later version of the collection (410).
  var continueToken: String?

  /// Describes a request to which no answer has come yet.
  public init(
    verb: String,
    type: ResourceType? = nil,
    namespace: String? = nil,
    name: String? = nil,
    subresource: String? = nil,
    path: String,
    connection: ConnectionDescription
  ) {
    self.verb = verb
    self.type = type
    self.namespace = namespace
    self.name = name
    self.subresource = subresource
    self.path = path
    self.connection = connection
  }

  /// The object that the request is about; nil for collections and plain paths.
  public var object: ObjectReference? {
    guard let type, let name else { return nil }
    return ObjectReference(type: type, namespace: namespace, name: name)
  }
}

extension RequestContext: CustomStringConvertible {
  /// `get ManagedCluster cluster1`, `list secrets in namespace default`, `get /version`.
  public var description: String {
    guard let type else { return "\(verb) \(path)" }
    if let object {
      guard let subresource else { return "\(verb) \(object)" }
      return "\(verb) \(subresource) of \(object)"
    }
    guard let namespace, type.isNamespaced else { return "\(verb) \(type.qualifiedName)" }
    return "\(verb) \(type.qualifiedName) in namespace \(namespace)"
  }
}
