import Documents

/// The failures of `apimachinery/pkg/api/errors`, worded as a Kubernetes API server words them.
extension APIFailure {
  /// Makes a `Status` failure.
  ///
  /// - Parameter details: the `details` object; nil leaves it out.
  init(_ code: Int, _ reason: String, _ message: String, details: Value? = nil) {
    var status: Value = [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure",
      "message": .string(message), "reason": .string(reason),
    ]
    if let details { status["details"] = details }
    status["code"] = .integer(code)
    self.init(status: status, code: code)
  }

  static func notFound(_ kind: Kind, _ name: String) -> APIFailure {
    APIFailure(
      404, "NotFound", "\(kind.groupResource) \"\(name)\" not found",
      details: resourceDetails(kind, name))
  }

  /// The path names a resource that the server does not serve.
  static let noSuchResource = APIFailure(
    404, "NotFound", "the server could not find the requested resource", details: [:])

  static func alreadyExists(_ kind: Kind, _ name: String) -> APIFailure {
    APIFailure(
      409, "AlreadyExists", "\(kind.groupResource) \"\(name)\" already exists",
      details: resourceDetails(kind, name))
  }

  static func conflict(_ kind: Kind, _ name: String, _ why: String) -> APIFailure {
    APIFailure(
      409, "Conflict",
      "Operation cannot be fulfilled on \(kind.groupResource) \"\(name)\": \(why)",
      details: resourceDetails(kind, name))
  }

  /// The object changed since the client read it.
  static func modified(_ kind: Kind, _ name: String) -> APIFailure {
    conflict(
      kind, name,
      "the object has been modified; please apply your changes to the latest version and try again")
  }

  /// A precondition of the storage (uid, resourceVersion) does not hold; such messages name the
  /// kind instead of the resource.
  static func preconditionFailed(_ kind: Kind, _ name: String, _ why: String) -> APIFailure {
    APIFailure(
      409, "Conflict", "Operation cannot be fulfilled on \(kind.kind) \"\(name)\": \(why)",
      details: ["name": .string(name), "kind": .string(kind.kind)])
  }

  static func badRequest(_ message: String) -> APIFailure {
    APIFailure(400, "BadRequest", message)
  }

  static let unauthorized = APIFailure(401, "Unauthorized", "Unauthorized")

  static let methodNotAllowed = APIFailure(
    405, "MethodNotAllowed", "the server does not allow this method on the requested resource",
    details: [:])

  /// An object of a CustomResourceDefinition that is being deleted
  /// (`apiextensions-apiserver`, `customresource_handler.go`).
  static func createWhileTerminating(_ kind: Kind) -> APIFailure {
    APIFailure(
      405, "MethodNotAllowed",
      "create not allowed while custom resource definition is terminating",
      details: ["group": .string(kind.group), "kind": .string(kind.plural)])
  }

  static func notAcceptable(_ accepted: [String]) -> APIFailure {
    APIFailure(
      406, "NotAcceptable",
      "only the following media types are accepted: \(accepted.joined(separator: ", "))")
  }

  static func unsupportedMediaType(_ accepted: [String]) -> APIFailure {
    APIFailure(
      415, "UnsupportedMediaType",
      "the body of the request was in an unknown format - accepted media types include: "
        + accepted.joined(separator: ", "))
  }

  static func forbidden(_ kind: Kind, _ name: String, _ why: String, causes: [Value] = [])
    -> APIFailure
  {
    var details = resourceDetails(kind, name)
    if !causes.isEmpty { details["causes"] = .array(causes) }
    let named = name.isEmpty ? "" : " \"\(name)\""
    return APIFailure(
      403, "Forbidden", "\(kind.groupResource)\(named) is forbidden: \(why)", details: details)
  }

  /// A 422 answer that lists every wrong field.
  static func invalid(_ kind: Kind, _ name: String, _ causes: [FieldCause]) -> APIFailure {
    invalid(group: kind.group, kind: kind.kind, name: name, causes)
  }

  static func invalid(group: String, kind: String, name: String, _ causes: [FieldCause])
    -> APIFailure
  {
    var details: Value = [:]
    if !name.isEmpty { details["name"] = .string(name) }
    if !group.isEmpty { details["group"] = .string(group) }
    details["kind"] = .string(kind)
    details["causes"] = .array(causes.map(\.value))
    let groupKind = group.isEmpty ? kind : "\(kind).\(group)"
    return APIFailure(
      422, "Invalid", "\(groupKind) \"\(name)\" is invalid: \(summary(causes))", details: details)
  }

  static func expired(_ message: String) -> APIFailure { APIFailure(410, "Expired", message) }

  static func `internal`(_ message: String) -> APIFailure {
    APIFailure(
      500, "InternalError", "Internal error occurred: \(message)",
      details: ["causes": [["message": .string(message)]]])
  }

  static func entityTooLarge(limit: Int) -> APIFailure {
    APIFailure(
      413, "RequestEntityTooLarge", "Request entity too large: limit is \(limit)", details: nil)
  }

  /// `name`, `group` and `kind` (the resource) of `details`, without what is empty.
  static func resourceDetails(_ kind: Kind, _ name: String) -> Value {
    var details: Value = [:]
    if !name.isEmpty { details["name"] = .string(name) }
    if !kind.group.isEmpty { details["group"] = .string(kind.group) }
    details["kind"] = .string(kind.plural)
    return details
  }

  /// The lines of all causes, equal ones once, in brackets when there are several.
  private static func summary(_ causes: [FieldCause]) -> String {
    var lines: [String] = []
    for cause in causes where !lines.contains(cause.line) { lines.append(cause.line) }
    return lines.count == 1 ? lines[0] : "[\(lines.joined(separator: ", "))]"
  }
}
