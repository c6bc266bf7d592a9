import ArgumentParser
import KubernetesClient

/// Which hub a command speaks with, and as whom.
struct HubOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The hub's kubeconfig, in place of KUBECONFIG or ~/.kube/config.", valueName: "file"),
    completion: .file())
  var kubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "The hub's context in the kubeconfig. [environment: MCCTL_CONTEXT]", valueName: "name"),
    completion: .contexts)
  var context: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Act as this user.", valueName: "user"))
  var impersonatedUser: String?

  @Option(
    name: .customLong("as-group"),
    help: ArgumentHelp("Act as a member of this group; may be repeated.", valueName: "group"))
  var impersonatedGroups: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The longest that one request may take, such as 30s; 0 for no limit of its own. \
      [environment: MCCTL_REQUEST_TIMEOUT]
      """, valueName: "duration"))
  var requestTimeout: DurationArgument?

  mutating func validate() throws {
    if !impersonatedGroups.isEmpty, impersonatedUser == nil {
      throw ValidationError("--as-group needs --as")
    }
  }

  /// What the flags say over what the kubeconfig says.
  var overrides: ConnectionOverrides {
    ConnectionOverrides(
      impersonatedUser: impersonatedUser, impersonatedGroups: impersonatedGroups)
  }
}
