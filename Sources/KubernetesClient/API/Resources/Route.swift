/// The way to an object, a collection or a part of an object, as an URL path.
///
/// Paths as in the Kubernetes API conventions: `/api/v1/namespaces/NS/secrets/NAME/SUBRESOURCE`,
/// `/apis/GROUP/VERSION/…`.
struct Route: Sendable, Hashable {
  let type: ResourceType
  var namespace: String?
  var name: String?
  var subresource: String?

  /// The percent-encoded path. A namespace given for a cluster-scoped type is left out.
  var path: String {
    var path = type.group.isEmpty ? "/api/" : "/apis/\(Self.encoded(type.group))/"
    path += Self.encoded(type.version)
    if type.isNamespaced, let namespace { path += "/namespaces/\(Self.encoded(namespace))" }
    path += "/\(Self.encoded(type.plural))"
    if let name { path += "/\(Self.encoded(name))" }
    if let subresource { path += "/\(Self.encoded(subresource))" }
    return path
  }

  /// What is wrong with the names in this route. An empty name would turn the request for an object
  /// into one for the whole collection; the others are not path segments (Kubernetes
  /// `IsValidPathSegmentName`).
  var faults: [FieldCause] {
    var faults: [FieldCause] = []
    if let name, let fault = Self.fault(name) {
      faults.append(FieldCause(field: "metadata.name", reason: "FieldValueInvalid", message: fault))
    }
    if type.isNamespaced, let namespace, let fault = Self.fault(namespace) {
      faults.append(
        FieldCause(field: "metadata.namespace", reason: "FieldValueInvalid", message: fault))
    }
    if type.isNamespaced, name != nil, namespace == nil {
      faults.append(
        FieldCause(
          field: "metadata.namespace", reason: "FieldValueRequired",
          message: "\(type.kind) needs a namespace"))
    }
    return faults
  }

  private static func fault(_ segment: String) -> String? {
    if segment.isEmpty { return "must not be empty" }
    if segment == "." || segment == ".." { return "must not be \"\(segment)\"" }
    if segment.contains("/") || segment.contains("%") { return "must not contain \"/\" or \"%\"" }
    return nil
  }

  /// A path segment: everything but unreserved characters, `:` and `@` is encoded (RFC 3986,
  /// 3.3), which is how kubectl sends names such as `system:open-cluster-management:cluster1`.
  static func encoded(_ segment: String) -> String {
    PercentEncoding.encode(segment, besides: [UInt8(ascii: ":"), UInt8(ascii: "@")])
  }
}
