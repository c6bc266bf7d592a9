import Documents

/// Whose a machine is: which cluster of which hub mcctl makes of it. Written before anything else is done there.
struct MachineClaim: Sendable, Hashable {
  /// The cluster's name on the hub.
  let name: String
  /// The hub: the UID of its namespace kube-system.
  let hub: String

  init(name: String, hub: String) {
    self.name = name
    self.hub = hub
  }

  /// Reads the file; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.decode(bytes), let name = value["name"]?.string,
      let hub = value["hub"]?.string
    else { return nil }
    self.init(name: name, hub: hub)
  }

  /// The file.
  var bytes: [UInt8] { Array(JSON.text(["name": .string(name), "hub": .string(hub)]).utf8) }
}
