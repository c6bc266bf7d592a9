import Documents

extension ClusterEntry {
  /// Reads the object under `cluster`.
  init(_ fields: LocatedFields, paths: PathResolution) throws(KubeconfigError) {
    try fields.refuseUnknown(besides: [
      "server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority",
      "certificate-authority-data", "proxy-url", "disable-compression", "extensions",
    ])
    self.fields = fields
    server = try fields.string("server")
    tlsServerName = try fields.string("tls-server-name")
    skipsVerification = try fields.bool("insecure-skip-tls-verify")
    certificateAuthorityPath = try paths.resolve("certificate-authority", in: fields)
    certificateAuthorityData = try fields.data("certificate-authority-data")
    proxyURL = try fields.string("proxy-url")
    disablesCompression = try fields.bool("disable-compression")
    pluginConfiguration = nil
    for entry in try fields.objects("extensions")
    where try entry.string("name") == "client.authentication.k8s.io/exec" {
      pluginConfiguration = entry.value("extension")
    }
  }
}

extension UserEntry {
  /// Reads the object under `user`.
  init(_ fields: LocatedFields, paths: PathResolution) throws(KubeconfigError) {
    try fields.refuseUnknown(besides: [
      "client-certificate", "client-certificate-data", "client-key", "client-key-data", "token",
      "tokenFile", "username", "password", "as", "as-uid", "as-groups", "as-user-extra", "exec",
      "extensions",
    ])
    self.fields = fields
    clientCertificatePath = try paths.resolve("client-certificate", in: fields)
    clientCertificateData = try fields.data("client-certificate-data")
    clientKeyPath = try paths.resolve("client-key", in: fields)
    clientKeyData = try fields.data("client-key-data")
    token = try fields.string("token").map(Secret.init)
    tokenFile = try paths.resolve("tokenFile", in: fields)
    username = try fields.string("username")
    password = try fields.string("password").map(Secret.init)
    impersonation = try Impersonation(fields)
    let exec = try fields.object("exec")
    plugin = exec.keys.isEmpty ? nil : try CredentialPlugin(exec, paths: paths)
    providesClusterInfo = try exec.bool("provideClusterInfo")
  }
}

extension ContextEntry {
  /// Reads the object under `context`.
  init(_ fields: LocatedFields) throws(KubeconfigError) {
    try fields.refuseUnknown(besides: ["cluster", "user", "namespace", "extensions"])
    self.fields = fields
    cluster = try fields.string("cluster")
    user = try fields.string("user")
    namespace = try fields.string("namespace")
  }
}

extension Impersonation {
  /// Reads the `as` fields of a user; nil when there are none.
  fileprivate init?(_ fields: LocatedFields) throws(KubeconfigError) {
    let uid = try fields.string("as-uid")
    let groups = try fields.strings("as-groups")
    let extra = try fields.stringLists("as-user-extra")
    guard let user = try fields.string("as") else {
      guard uid == nil, groups.isEmpty, extra.isEmpty else {
        throw .invalid(
          fields.error("as-uid, as-groups and as-user-extra need \"as\": the user to act as"))
      }
      return nil
    }
    self.init(user: user, uid: uid, groups: groups, extra: extra)
  }
}

extension CredentialPlugin {
  /// Reads the object under `exec`. What must be there is as client-go's `validateAuthInfo` asks.
  fileprivate init(_ fields: LocatedFields, paths: PathResolution) throws(KubeconfigError) {
    try fields.refuseUnknown(besides: [
      "command", "args", "env", "apiVersion", "installHint", "provideClusterInfo",
      "interactiveMode",
    ])
    guard let command = try paths.resolveCommand("command", in: fields) else {
      throw .invalid(fields.error("exec needs a command"))
    }
    let version = try Self.version(fields)
    var environment: [Variable] = []
    for entry in try fields.objects("env") {
      try entry.refuseUnknown(besides: ["name", "value"])
      guard let name = try entry.string("name") else {
        throw .invalid(entry.error("a variable needs a name"))
      }
      environment.append(Variable(name: name, value: Secret(try entry.string("value") ?? "")))
    }
    self.init(
      command: command, arguments: try fields.strings("args"), environment: environment,
      version: version, interactiveMode: try Self.interactiveMode(fields, version),
      installHint: try fields.string("installHint"))
  }

  private static func version(_ fields: LocatedFields) throws(KubeconfigError) -> Version {
    guard let text = try fields.string("apiVersion") else {
      throw .invalid(fields.error("exec needs an apiVersion"))
    }
    guard let version = Version(rawValue: text) else {
      throw .unsupported(
        field: (fields.path + [.key("apiVersion")]).pathText,
        at: fields.error(
          "exec apiVersion \(text) is not supported, only "
            + Version.allCases.map(\.rawValue).joined(separator: " and "), at: "apiVersion"))
    }
    return version
  }

  /// v1 must say it; before, `IfAvailable` was what a missing one meant.
  private static func interactiveMode(
    _ fields: LocatedFields, _ version: Version
  ) throws(KubeconfigError) -> InteractiveMode {
    let choices = InteractiveMode.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = try fields.string("interactiveMode") else {
      if version == .v1beta1 { return .ifAvailable }
      throw .invalid(
        fields.error("exec with \(version.rawValue) needs an interactiveMode: one of \(choices)"))
    }
    guard let mode = InteractiveMode(rawValue: text) else {
      throw .invalid(
        fields.error("interactiveMode must be one of \(choices)", at: "interactiveMode"))
    }
    return mode
  }
}
