public import Documents

/// What to watch, and how.
public struct WatchOptions: Sendable {
  /// Only objects whose labels match, in the API's selector syntax.
  public var labelSelector: String?
  /// Only objects whose fields match, in the API's selector syntax.
  public var fieldSelector: String?
  /// Begin with what the server has cached (`resourceVersion=0`): much cheaper on large clusters,
  /// and possibly a little old.
  public var startsFromCache: Bool
  /// How long one watch request may last before the server ends it and the next one resumes.
  /// A random share of it is added, so that many watches do not end at once.
  public var requestDuration: Duration
  /// Reduces an object to what the caller keeps of it, so that watching many needs little memory.
  /// `metadata` must stay.
  public var reduce: (@Sendable (Value) -> Value)?
  /// Told about interruptions that are being healed. Must return quickly.
  public var onInterruption: (@Sendable (WatchInterruption) -> Void)?
  /// Told when the server answers again after an interruption. Must return quickly.
  public var onResumption: (@Sendable () -> Void)?

  /// Watches everything, beginning with a consistent list.
  public init(
    labelSelector: String? = nil,
    fieldSelector: String? = nil,
    startsFromCache: Bool = false,
    requestDuration: Duration = .seconds(300),
    reduce: (@Sendable (Value) -> Value)? = nil,
    onInterruption: (@Sendable (WatchInterruption) -> Void)? = nil,
    onResumption: (@Sendable () -> Void)? = nil
  ) {
    self.labelSelector = labelSelector
    self.fieldSelector = fieldSelector
    self.startsFromCache = startsFromCache
    self.requestDuration = requestDuration
    self.reduce = reduce
    self.onInterruption = onInterruption
    self.onResumption = onResumption
  }
}
