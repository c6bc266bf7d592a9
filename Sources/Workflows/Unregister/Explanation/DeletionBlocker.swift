public import Documents
public import FoundationEssentials
import OpenClusterManagement

/// One thing that holds the deletion of a cluster back, or would.
public struct DeletionBlocker: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A finalizer that is neither OCM's, nor mcctl's, nor Kubernetes'.
    case userFinalizer = "user-finalizer"
    /// An object on the managed cluster that a work brought, and that does not go.
    case heldObject = "held-object"
    /// A work that its agent has not finished.
    case work
    /// An addon that has to do something before it goes.
    case addOn = "addon"
    /// A webhook, or a conversion of a type, that nobody answers.
    case webhook
    /// A controller that is missing or does not run.
    case controller
    /// A namespace that stays Terminating.
    case namespace
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// The object that it is about.
  public let object: String
  /// The cluster that the object is in, with its context.
  public let place: String
  /// What holds, in words that follow the object.
  public let reason: String
  /// Since when; nil when nothing tells.
  public let since: Date?
  /// Who can clear it.
  public let who: String
  /// A command that clears it, or shows what is to be done.
  public let command: String

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "kind": .string(kind.rawValue), "object": .string(object), "where": .string(place),
      "reason": .string(reason),
    ]
    value["since"] = since.map { .string(Timestamp.text($0)) }
    value["who"] = .string(who)
    value["command"] = .string(command)
    return value
  }
}
