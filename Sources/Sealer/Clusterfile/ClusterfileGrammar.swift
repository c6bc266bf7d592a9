import Documents

/// The documents of a Clusterfile, with the members that sealer reads (api v1 and v2, 0.9 to 0.11). It drops every
/// other member and every other kind without a word.
enum ClusterfileGrammar {
  /// The spec of each of sealer's own kinds.
  static let specifications: [String: [FileField]] = [
    "Cluster": cluster, "Config": config, "Plugin": plugin, "Application": application,
  ]

  /// kubeadm's kinds, whose members are kubeadm's.
  static let ofKubeadm: Set<String> = [
    "InitConfiguration", "JoinConfiguration", "ClusterConfiguration", "KubeletConfiguration",
    "KubeProxyConfiguration",
  ]

  /// A whole document of one of sealer's kinds.
  static func document(_ specification: [FileField]) -> [FileField] {
    [
      FileField("apiVersion", .text, "", required: true),
      FileField("kind", .text, "", required: true),
      FileField(
        "metadata",
        .object([
          FileField("name", .text, "", required: true), FileField("namespace", .text, ""),
          FileField("labels", .textMap, ""), FileField("annotations", .textMap, ""),
          FileField("creationTimestamp", .anything, ""),
        ]), "", required: true),
      FileField("spec", .object(specification), "", required: true),
      FileField("status", .anything, ""),
    ]
  }

  private static let ssh: [FileField] = [
    FileField("encrypted", .flag, ""), FileField("user", .text, ""),
    FileField("passwd", .text, ""), FileField("pk", .text, ""), FileField("pkPasswd", .text, ""),
    FileField("port", .text, ""),
  ]

  private static let cluster: [FileField] = [
    FileField("image", .text, "", required: true), FileField("env", .texts, ""),
    FileField("cmd", .texts, ""), FileField("cmd_args", .texts, ""),
    FileField("appNames", .texts, ""), FileField("ssh", .object(ssh), ""),
    FileField(
      "hosts",
      .objects([
        FileField("ips", .texts, "", required: true),
        FileField("roles", .texts, "", required: true),
        FileField("ssh", .object(ssh), ""), FileField("env", .texts, ""),
        FileField("labels", .textMap, ""), FileField("taints", .texts, ""),
      ]), "", required: true),
    FileField(
      "hostAliases",
      .objects([FileField("ip", .text, ""), FileField("hostnames", .texts, "")]), ""),
    FileField(
      "containerRuntime", .object([FileField("type", .choice(["docker", "containerd"]), "")]), ""),
    FileField("registry", .object(registry), ""), FileField("dataRoot", .text, ""),
  ]

  private static let registry: [FileField] = [
    FileField(
      "localRegistry",
      .object(
        access + [
          FileField("ha", .flag, ""), FileField("insecure", .flag, ""),
          FileField("cert", .anything, ""),
        ]), ""),
    FileField("externalRegistry", .object(access), ""),
  ]

  private static let access: [FileField] = [
    FileField("domain", .text, ""), FileField("port", .number, ""),
    FileField("username", .text, ""), FileField("password", .text, ""),
  ]

  private static let config: [FileField] = [
    FileField("path", .text, "", required: true), FileField("data", .text, "", required: true),
    FileField("strategy", .choice(["overwrite", "merge"]), ""),
    FileField("process", .text, ""), FileField("appName", .text, ""),
  ]

  private static let plugin: [FileField] = [
    FileField("type", .choice(["SHELL"]), "", required: true),
    FileField("action", .text, "", required: true), FileField("scope", .text, ""),
    FileField("data", .text, "", required: true), FileField("on", .text, ""),
  ]

  private static let application: [FileField] = [
    FileField("cmds", .texts, ""), FileField("launchApps", .texts, ""),
    FileField(
      "configs",
      .objects([
        FileField("name", .text, "", required: true), FileField("env", .texts, ""),
        FileField("files", .anything, ""), FileField("launch", .anything, ""),
      ]), ""),
  ]
}
