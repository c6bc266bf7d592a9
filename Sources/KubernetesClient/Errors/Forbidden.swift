/// What exactly the caller may not do.
public struct Forbidden: Sendable, Hashable {
  /// Who asked, as the server names them; nil when it was not the authorizer that refused
  /// (a quota or Pod security, for instance): then only the message tells.
  public var user: String?
  /// The verb that was refused.
  public var verb: String
  /// The resource as RBAC names it, with its subresource: `managedclusters/accept`.
  public var resource: String
  /// The API group, empty for the core group.
  public var group: String
  /// The namespace that it was refused in; nil at cluster scope.
  public var namespace: String?
  /// The object that it was refused on; nil for collections.
  public var name: String?

  /// Names what was refused.
  public init(
    user: String?, verb: String, resource: String, group: String, namespace: String? = nil,
    name: String? = nil
  ) {
    self.user = user
    self.verb = verb
    self.resource = resource
    self.group = group
    self.namespace = namespace
    self.name = name
  }
}

extension Forbidden {
  /// Reads the authorizer's sentence: `User "u" cannot VERB resource "r/sub" in API group "g" in the
  /// namespace "n"` (apiserver `responsewriters/errors.go`); what it does not say is known from the
  /// request. A refusal that is not the authorizer's has no user.
  init(message: String, context: RequestContext) {
    let type = context.type
    let resource = (type?.plural ?? context.path) + (context.subresource.map { "/\($0)" } ?? "")
    self.init(
      user: nil, verb: context.verb, resource: resource, group: type?.group ?? "",
      namespace: context.namespace, name: context.name)
    guard let user = message.quoted(after: "User "),
      let cannot = message.firstRange(of: "\" cannot ")
    else { return }
    self.user = user
    verb = String(message[cannot.upperBound...].prefix { $0 != " " })
    if let path = message.quoted(after: "path ") {
      self.resource = path
      group = ""
    }
    if let resource = message.quoted(after: "resource ") { self.resource = resource }
    if let group = message.quoted(after: "in API group ") { self.group = group }
    namespace = message.quoted(after: "in the namespace ")
  }
}
