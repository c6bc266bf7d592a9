import Documents

/// A join bundle: all that a cluster needs that reaches the hub but is not reached by it. It is carried
/// there and applied with nothing but kubectl.
public struct JoinBundle: Sendable, Hashable {
  /// What it is.
  public let description: BundleDescription
  /// All files, in the order of their paths. Some hold the credential.
  public let files: [BundleFile]
  /// The manifests.
  public let manifests: BundleManifests

  /// Makes a bundle.
  ///
  /// - Throws: when the agent's options contradict each other, or the agent is to run elsewhere than
  ///   on the cluster itself.
  public init(_ source: BundleSource) throws(ManifestOptionError) {
    guard !source.agent.mode.isHosted else { throw .bundleNeedsOwnAgent(source.agent.mode) }
    let manifests = BundleManifests(
      try AgentManifests(source.agent), recordUID: source.recordUID)
    let images = source.agent.images
    var files = manifests.files
    let facts = ScriptFacts(source, parts: zip(manifests.parts, files))
    files += [
      BundleFile(BundlePath.images, images.map { $0 + "\n" }.joined()),
      BundleFile(BundlePath.join, JoinScript.text(facts)),
      BundleFile(BundlePath.leave, LeaveScript.text(facts)),
      BundleFile(BundlePath.readme, BundleReadme.text(source, images: images)),
    ]
    let description = BundleDescription(source, images: images, files: files)
    files.append(
      BundleFile(BundlePath.description, JSON.text(description.document, pretty: true) + "\n"))
    self.manifests = manifests
    self.description = description
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The manifests as one stream. Contains the credential.
  public var stream: String {
    """
    # Joins a cluster to the hub \(description.hubServer) as \(description.cluster). Holds a credential: keep it private.
    # Needs Kubernetes \(BundleDescription.oldestKubernetes) or newer. Apply it twice: the first time defines the type that the last object is of.
    #   kubectl apply --server-side -f FILE

    """ + YAML.text(all: manifests.parts.flatMap(\.objects).map(\.value))
  }
}

extension AgentOptions {
  /// The images that the agent takes, sorted, each once.
  var images: [String] {
    Set(operatorOptions.images.agentImages(for: mode)).sorted()
  }
}
