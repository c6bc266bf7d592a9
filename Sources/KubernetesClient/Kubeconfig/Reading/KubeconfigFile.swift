import Documents

/// One kubeconfig file, read and checked for itself.
///
/// Fields as in client-go `tools/clientcmd/api/v1/types.go`.
struct KubeconfigFile: Sendable {
  private(set) var clusters: [String: ClusterEntry] = [:]
  private(set) var users: [String: UserEntry] = [:]
  private(set) var contexts: [String: ContextEntry] = [:]
  private(set) var currentContext: String?
  let source: String

  /// Reads a file's text. `directory` is what its relative paths are relative to; nil where there is
  /// no file, and then relative paths are refused.
  init(_ text: String, source: String, directory: String?) throws(KubeconfigError) {
    self.source = source
    let documents: [LocatedDocument]
    do {
      documents = try YAML.locatedDocuments(text, source: source)
    } catch {
      throw .invalid(error)
    }
    guard let document = documents.first else { return }
    let root = try LocatedFields(document)
    guard documents.count == 1 else {
      throw .invalid(DocumentError("a kubeconfig is a single document", source: source))
    }
    try Self.checkHeader(root)
    let paths = PathResolution(directory: directory)
    currentContext = try root.string("current-context")
    clusters = try Self.entries(root, "clusters", "cluster") { fields throws(KubeconfigError) in
      try ClusterEntry(fields, paths: paths)
    }
    users = try Self.entries(root, "users", "user") { fields throws(KubeconfigError) in
      try UserEntry(fields, paths: paths)
    }
    contexts = try Self.entries(root, "contexts", "context") { fields throws(KubeconfigError) in
      try ContextEntry(fields)
    }
  }

  private static func checkHeader(_ root: LocatedFields) throws(KubeconfigError) {
    try root.refuseUnknown(besides: [
      "apiVersion", "kind", "clusters", "users", "contexts", "current-context", "preferences",
      "extensions",
    ])
    if let kind = try root.string("kind"), kind != "Config" {
      throw .invalid(root.error("this is a \(kind), not a kubeconfig (kind: Config)", at: "kind"))
    }
    if let version = try root.string("apiVersion"), version != "v1" {
      throw .unsupported(
        field: ".apiVersion",
        at: root.error("kubeconfig version \(version) is not supported, only v1", at: "apiVersion"))
    }
  }

  /// Reads a list of `{name: …, ENTRY: {…}}`. Names must be unique within a file (client-go
  /// `tools/clientcmd/api/v1/conversion.go`).
  private static func entries<Entry>(
    _ root: LocatedFields, _ list: String, _ key: String,
    read: (LocatedFields) throws(KubeconfigError) -> Entry
  ) throws(KubeconfigError) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for element in try root.objects(list) {
      try element.refuseUnknown(besides: ["name", key])
      let name = try element.string("name") ?? ""
      guard entries[name] == nil else {
        throw .invalid(element.error("\(list) has a second entry named \"\(name)\"", at: "name"))
      }
      entries[name] = try read(element.object(key))
    }
    return entries
  }
}
