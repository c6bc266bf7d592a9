import Documents

/// How an object is deleted.
public struct DeleteOptions: Sendable, Hashable {
  /// What happens to the objects that the deleted one owns.
  public enum Propagation: String, Sendable, Hashable {
    /// They stay, ownerless.
    case orphan = "Orphan"
    /// They are deleted afterwards.
    case background = "Background"
    /// They are deleted first; the object waits for them.
    case foreground = "Foreground"
  }

  /// What happens to owned objects; the type's default when nil.
  public var propagation: Propagation?
  /// Delete only the object with this UID: another one of the same name stays (409).
  public var uid: String?
  /// Delete only if nothing has changed since this version (409 otherwise).
  public var resourceVersion: String?
  /// Seconds that the object gets to end; the type's default when nil.
  public var gracePeriodSeconds: Int?

  /// Deletes with the type's defaults and no preconditions.
  public init(
    propagation: Propagation? = nil,
    uid: String? = nil,
    resourceVersion: String? = nil,
    gracePeriodSeconds: Int? = nil
  ) {
    self.propagation = propagation
    self.uid = uid
    self.resourceVersion = resourceVersion
    self.gracePeriodSeconds = gracePeriodSeconds
  }

  /// The `DeleteOptions` document that goes with the request.
  var document: Value {
    var document: Value = ["kind": "DeleteOptions", "apiVersion": "v1"]
    if let propagation { document["propagationPolicy"] = .string(propagation.rawValue) }
    if let gracePeriodSeconds { document["gracePeriodSeconds"] = .integer(gracePeriodSeconds) }
    if let uid { document.set(.string(uid), at: "preconditions", "uid") }
    if let resourceVersion {
      document.set(.string(resourceVersion), at: "preconditions", "resourceVersion")
    }
    return document
  }
}
