import Documents

/// What a list or watch asks for, from its query.
struct ListRequest: Sendable {
  /// How `resourceVersion` is meant (`resourceVersionMatch`).
  enum Match: String, Sendable {
    case exact = "Exact"
    case notOlderThan = "NotOlderThan"
  }

  var labels: LabelSelector
  var fields: FieldSelector
  /// 0 for no limit.
  var limit = 0
  var continueToken: String?
  /// Empty for the latest state.
  var resourceVersion = ""
  var match: Match?
  /// Seconds after which a watch ends; nil for the server's own choice.
  var timeoutSeconds: Int?
  var allowsBookmarks = false
  var sendsInitialEvents: Bool?

  init(_ query: Query) throws(APIFailure) {
    labels = try LabelSelector(query["labelSelector"] ?? "")
    fields = try FieldSelector(query["fieldSelector"] ?? "")
    limit = query["limit"].flatMap { Int($0) } ?? 0
    continueToken = query["continue"].flatMap { $0.isEmpty ? nil : $0 }
    resourceVersion = query["resourceVersion"] ?? ""
    timeoutSeconds = query["timeoutSeconds"].flatMap { Int($0) }
    allowsBookmarks = query.flag("allowWatchBookmarks") ?? false
    sendsInitialEvents = query.flag("sendInitialEvents")
    try readMatch(query["resourceVersionMatch"] ?? "")
  }

  /// Selects the objects with such labels.
  init(labels: LabelSelector) {
    self.labels = labels
    self.fields = FieldSelector(requirements: [])
  }

  /// Whether an object is among those asked for.
  func matches(_ object: Value) -> Bool { labels.matches(object) && fields.matches(object) }

  /// Whether the state of just that resourceVersion is wanted; pages are, when it is given.
  var isExact: Bool {
    if let match { return match == .exact }
    return limit > 0 && !resourceVersion.isEmpty && resourceVersion != "0"
  }

  var hasSelector: Bool { !labels.isEmpty || !fields.requirements.isEmpty }

  private mutating func readMatch(_ text: String) throws(APIFailure) {
    guard !text.isEmpty else { return }
    guard let match = Match(rawValue: text) else {
      throw Self.invalid(
        .notSupported("resourceVersionMatch", .string(text), ["Exact", "NotOlderThan", ""]))
    }
    if resourceVersion.isEmpty, sendsInitialEvents == nil {
      throw Self.invalid(
        .forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch is forbidden unless resourceVersion is provided"))
    }
    if match == .exact, resourceVersion == "0" {
      throw Self.invalid(
        .forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""))
    }
    self.match = match
  }

  static func invalid(_ cause: FieldCause) -> APIFailure {
    .invalid(group: "meta.k8s.io", kind: "ListOptions", name: "", [cause])
  }
}
