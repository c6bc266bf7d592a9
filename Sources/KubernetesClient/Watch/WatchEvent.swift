public import Documents

/// What a watch tells.
public enum WatchEvent: Sendable, Hashable {
  /// Every object there is, at the start and again whenever changes could have been missed.
  /// What is not among them does not exist any more.
  case initial([Value])
  /// A new object.
  case added(Value)
  /// An object as it is now.
  case modified(Value)
  /// An object as it was when it went.
  case deleted(Value)
  /// Nothing changed up to this resource version.
  case bookmark(resourceVersion: String)
}
