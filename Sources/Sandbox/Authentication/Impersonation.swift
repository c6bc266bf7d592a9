import Documents
import Foundation

/// Acting as another user (`Impersonate-…` headers).
struct Impersonation: Sendable {
  let authorizer: Authorizer

  /// The user as whom a request acts: the one who makes it, or another that they may impersonate.
  func effectiveUser(of request: APIRequest, _ user: UserInfo) throws(APIFailure) -> UserInfo {
    let name = request.header("impersonate-user") ?? ""
    let groups = request.headerValues("impersonate-group")
    let uid = request.header("impersonate-uid") ?? ""
    let extra = Self.extra(request)
    guard !name.isEmpty else {
      if groups.isEmpty, uid.isEmpty, extra.isEmpty { return user }
      throw APIFailure(
        500, "InternalError",
        "Internal error occurred: requested \(groups.isEmpty ? "" : "[{Group \(groups)}] ")"
          + "without impersonating a user")
    }
    var target = UserInfo(name: name, uid: uid, groups: groups, extra: extra)
    try check(target, user)
    if let account = ServiceAccountUser.parse(name), groups.isEmpty {
      target.groups = ServiceAccountUser.groups(account.namespace)
    }
    let isAnonymous = name == Authenticator.anonymous.name
    let common = isAnonymous ? "system:unauthenticated" : "system:authenticated"
    if !target.groups.contains(common) { target.groups.append(common) }
    return target
  }

  private func check(_ target: UserInfo, _ user: UserInfo) throws(APIFailure) {
    if let account = ServiceAccountUser.parse(target.name) {
      try check(user, "serviceaccounts", account.name, namespace: account.namespace)
    } else {
      try check(user, "users", target.name)
    }
    for group in target.groups { try check(user, "groups", group) }
    let group = "authentication.k8s.io"
    if !target.uid.isEmpty { try check(user, "uids", target.uid, group: group) }
    for (key, values) in target.extra {
      for value in values {
        try check(user, "userextras", value, group: group, subresource: key)
      }
    }
  }

  private func check(
    _ user: UserInfo, _ resource: String, _ name: String, namespace: String? = nil,
    group: String = "", subresource: String? = nil
  ) throws(APIFailure) {
    let attributes = AccessRequest(
      user: user, verb: "impersonate", group: group, resource: resource, subresource: subresource,
      namespace: namespace, name: name)
    try authorizer.require(attributes)
  }

  private static func extra(_ request: APIRequest) -> [String: [String]] {
    let prefix = "impersonate-extra-"
    var extra: [String: [String]] = [:]
    for (name, value) in request.headers where name.hasPrefix(prefix) {
      let key = String(name.dropFirst(prefix.count))
      extra[key.removingPercentEncoding ?? key, default: []].append(value)
    }
    return extra
  }
}
