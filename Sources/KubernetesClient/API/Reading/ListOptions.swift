/// What to list, and how.
public struct ListOptions: Sendable, Hashable {
  /// Only objects whose labels match, in the API's selector syntax: `a=b,c in (d,e),!f`.
  public var labelSelector: String?
  /// Only objects whose fields match: `metadata.name=x`.
  public var fieldSelector: String?
  /// How many objects the server sends in one answer. All of them are returned all the same.
  public var pageSize: Int
  /// Take what the API server has cached (`resourceVersion=0`): several times faster on large
  /// clusters, and possibly a little old. Such a list comes in one answer.
  public var fromCache: Bool

  /// Lists everything, consistently, in pages of 500 (as kubectl).
  public init(
    labelSelector: String? = nil,
    fieldSelector: String? = nil,
    pageSize: Int = 500,
    fromCache: Bool = false
  ) {
    self.labelSelector = labelSelector
    self.fieldSelector = fieldSelector
    self.pageSize = pageSize
    self.fromCache = fromCache
  }
}

extension ListOptions {
  /// The selectors as query parameters.
  var selectors: [(String, String)] {
    var query: [(String, String)] = []
    if let labelSelector { query.append(("labelSelector", labelSelector)) }
    if let fieldSelector { query.append(("fieldSelector", fieldSelector)) }
    return query
  }
}
