import ArgumentParser
import OpenClusterManagement

/// How the agent on the managed cluster reaches the hub.
struct HubAddressOptions: ParsableArguments {
  @Option(
    name: [.customLong("hub-url"), .customLong("hub-server")],
    help: ArgumentHelp(
      "The hub's URL as the cluster reaches it (default: the server in the hub's kubeconfig).",
      valueName: "url"))
  var hubURL: String?

  @Option(
    help: ArgumentHelp("Certificates (PEM) that verify --hub-url.", valueName: "file"),
    completion: .file())
  var hubCaFile: String?

  @Option(
    name: .customLong("hub-ca-pin"),
    help: ArgumentHelp(
      """
      The one authority to be trusted, by the SHA-256 of its public key (sha256:…, as kubeadm prints it). Without a \
      --hub-ca-file its certificate is had from the hub.
      """, valueName: "pin"),
    transform: AuthorityPin.parse)
  var hubCAPin: AuthorityPin?

  @Flag(help: "Allow a loopback hub URL, which an agent can reach only on this very machine.")
  var allowLoopback = false

  @Flag(
    help: """
      Before anything is written, have a short pod on the cluster connect to the hub's URL, and delete it again.
      """)
  var probe = false

  @Option(
    help: ArgumentHelp(
      "The image of that pod, which has to have curl (default: that of the agent's operator).",
      valueName: "image"))
  var probeImage: String?

  @Option(
    help: ArgumentHelp("The proxy on the agent's way to the hub.", valueName: "url"))
  var hubProxy: String?

  @Option(
    help: ArgumentHelp("Certificates (PEM) of a proxy that ends TLS.", valueName: "file"),
    completion: .file())
  var hubProxyCaFile: String?

  @Option(
    help: ArgumentHelp(
      "A name of the hub that the agent's pods cannot resolve, and its address.",
      valueName: "host=ip"))
  var hubHostAlias: KeyValueArgument?

  mutating func validate() throws {
    if hubProxyCaFile != nil, hubProxy == nil {
      throw ValidationError("--hub-proxy-ca-file needs --hub-proxy")
    }
    if probeImage != nil, !probe { throw ValidationError("--probe-image needs --probe") }
  }

  /// The alias in the form of the agent's options.
  var hostAlias: AgentOptions.HostAlias? {
    hubHostAlias.map { AgentOptions.HostAlias(hostname: $0.key, ip: $0.value) }
  }
}

extension AuthorityPin {
  /// Reads the value of `--hub-ca-pin`; throws `ValidationError` when it is none.
  fileprivate static func parse(_ text: String) throws -> AuthorityPin {
    guard let pin = AuthorityPin(parsing: text) else {
      throw ValidationError("\"\(text)\" is no pin: write sha256: and 64 hexadecimal digits")
    }
    return pin
  }
}
