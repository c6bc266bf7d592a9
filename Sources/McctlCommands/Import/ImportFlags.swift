public import ArgumentParser
import Workflows

extension JoinCredentialKind: ExpressibleByArgument {}

/// What the cluster is to be on the hub, and how far an import goes.
struct ImportFlags: ParsableArguments {
  @Option(
    name: .customLong("label"),
    help: ArgumentHelp("A label for the cluster; may be repeated.", valueName: "key=value"))
  var labels: [KeyValueArgument] = []

  @Option(
    name: .customLong("annotation"),
    help: ArgumentHelp("An annotation for the cluster; may be repeated.", valueName: "key=value"))
  var annotations: [KeyValueArgument] = []

  @Option(
    name: .customLong("clusterset"),
    help: ArgumentHelp("The cluster set to put the cluster into.", valueName: "name"))
  var clusterSet: String?

  @Option(
    name: .customLong("gate"),
    help: ArgumentHelp(
      "A condition that must be True before the cluster counts as registered; may be repeated.",
      valueName: "type"))
  var gates: [String] = []

  @Option(
    name: .customLong("addon"),
    help: ArgumentHelp(
      "An addon to enable on the cluster, by its name on the hub; may be repeated.",
      valueName: "name"))
  var addOns: [String] = []

  @Option(
    name: .customLong("cluster-url"),
    help: ArgumentHelp(
      "The cluster's URL to tell the hub (default: the server in its kubeconfig).",
      valueName: "url"))
  var clusterURL: String?

  @Option(
    help: ArgumentHelp("Certificates (PEM) that verify --cluster-url.", valueName: "file"),
    completion: .file())
  var clusterCaFile: String?

  @Option(
    name: [.customLong("credential-validity"), .customLong("token-ttl")],
    help: ArgumentHelp(
      """
      How long the credential with which the agent asks for its certificate is valid \
      (default: 1h, and 24h with --mode manual).
      """, valueName: "duration"))
  var credentialValidity: DurationArgument?

  @Option(
    help: ArgumentHelp(
      """
      What that credential is: service-account, or bootstrap-token where the hub's API server takes those.
      """, valueName: "type"))
  var credentialType = JoinCredentialKind.serviceAccount

  @Flag(
    name: [.customLong("keep-credential"), .customLong("keep-token")],
    help: "Keep that credential instead of revoking it in the end.")
  var keepCredential = false

  @Flag(
    help: """
      Have an agent that is there join again: for one whose certificate has expired, or whose hub does not know it any \
      more.
      """)
  var rejoin = false

  @Flag(
    help: """
      Take the cluster over from the hub that its agent is joined to now; what that hub handed out stays on it.
      """)
  var move = false

  @Option(
    help: ArgumentHelp(
      "With --move, have what the other hub handed out removed after that time instead.",
      valueName: "duration"))
  var evictAfter: DurationArgument?

  @Flag(help: "Take over fields of the agent's objects that another tool manages.")
  var forceConflicts = false

  @Flag(
    inversion: .prefixedNo,
    help: "Verify and approve the agent's request and accept the cluster, or leave that to accept.")
  var accept = true

  mutating func validate() throws {
    if evictAfter != nil, !move { throw ValidationError("--evict-after needs --move") }
    if let credentialValidity, credentialValidity.duration < .seconds(600) {
      throw ValidationError(
        "--credential-validity (--token-ttl) has to be 10m or more, as Kubernetes asks")
    }
  }
}
