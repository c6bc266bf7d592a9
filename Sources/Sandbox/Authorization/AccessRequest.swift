import Documents

/// What somebody wants to do, as authorisation sees it.
struct AccessRequest: Sendable, Hashable {
  var user: UserInfo
  var verb: String
  var group = ""
  var version = ""
  var resource = ""
  var subresource: String?
  var namespace: String?
  var name = ""
  /// Path of a request that is not for a resource; nil for resources.
  var path: String?

  init(
    user: UserInfo, verb: String, group: String = "", resource: String = "",
    subresource: String? = nil, namespace: String? = nil, name: String = "", path: String? = nil
  ) {
    self.user = user
    self.verb = verb
    self.group = group
    self.resource = resource
    self.subresource = subresource
    self.namespace = namespace
    self.name = name
    self.path = path
  }

  /// What a request wants.
  init(_ info: RequestInfo, user: UserInfo) {
    self.init(
      user: user, verb: info.verb.rawValue, group: info.group, resource: info.resource,
      subresource: info.subresource, namespace: info.namespace, name: info.name,
      path: info.isResource ? nil : info.path)
    version = info.version
  }

  /// `pods/log`: the resource as roles name it.
  var qualifiedResource: String { subresource.map { "\(resource)/\($0)" } ?? resource }

  /// The refusal, worded as `apiserver/pkg/endpoints/handlers/responsewriters` words it.
  func refusal(reason: String) -> APIFailure {
    let suffix = reason.isEmpty ? "" : ": \(reason)"
    if let path {
      let why = "forbidden: User \"\(user.name)\" cannot \(verb) path \"\(path)\"\(suffix)"
      return APIFailure(403, "Forbidden", why, details: [:])
    }
    let scope = namespace.map { "in the namespace \"\($0)\"" } ?? "at the cluster scope"
    let kind = Kind(group, version, resource, "", namespaced: namespace != nil)
    return .forbidden(
      kind, name,
      "User \"\(user.name)\" cannot \(verb) resource \"\(qualifiedResource)\" in API group"
        + " \"\(group)\" \(scope)\(suffix)")
  }
}
