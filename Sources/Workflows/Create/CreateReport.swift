public import Documents
public import KubernetesClient

/// What creating a cluster came to, before it is registered.
public struct CreateReport: WorkflowReport {
  /// Its name on the hub.
  public let name: String
  /// The API server's URL as it is reached from here.
  public let server: String
  /// The way to it as its administrator; nil when it was not waited for. Holds secrets.
  public let connection: ConnectionConfig?
  /// The version of sealer that made it.
  public let sealer: String
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "server": .string(server), "sealer": .string(sealer),
      "changed": .array(changed.map(Value.string)),
    ]
  }
}
