public import ArgumentParser
import OpenClusterManagement

extension ImageSource.PullPolicy: ExpressibleByArgument {}

/// How OCM's components are deployed, on a hub or on a managed cluster.
struct ComponentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The release of Open Cluster Management.", valueName: "version"))
  var ocmVersion = OCMVersion.standard.description

  @Option(
    name: .customLong("image-registry"),
    help: ArgumentHelp("Registry and path in front of the images' names.", valueName: "registry"))
  var registry = ImageSource.publicRegistry

  @OptionGroup var images: ImageOptions

  @Option(
    help: ArgumentHelp(
      "A .dockerconfigjson with credentials for the registry.", valueName: "file"),
    completion: .file())
  var imagePullSecret: String?

  @Option(
    help: ArgumentHelp("When the operator's image is pulled anew.", valueName: "policy"))
  var imagePullPolicy = ImageSource.PullPolicy.ifNotPresent

  @Option(
    name: .customLong("feature-gate"),
    help: ArgumentHelp(
      "Switch a feature gate of OCM; may be repeated.", valueName: "name=true|false"))
  var featureGates: [String] = []

  @Option(
    name: .customLong("node-selector"),
    help: ArgumentHelp(
      "Run only on nodes with this label; may be repeated.", valueName: "key=value"))
  var nodeSelector: [KeyValueArgument] = []

  @Option(
    name: .customLong("toleration"),
    help: ArgumentHelp(
      "Put up with a taint: key, key:Effect or key=value:Effect; may be repeated.",
      valueName: "taint"))
  var tolerations: [String] = []

  @Option(help: ArgumentHelp("The PriorityClass of the operator's pods.", valueName: "name"))
  var priorityClass: String?

  @Option(
    name: .customLong("resource-request"),
    help: ArgumentHelp(
      "What containers request, such as cpu=100m; may be repeated.", valueName: "resource=quantity")
  )
  var requests: [KeyValueArgument] = []

  @Option(
    name: .customLong("resource-limit"),
    help: ArgumentHelp(
      "What containers are limited to, such as memory=512Mi; may be repeated.",
      valueName: "resource=quantity"))
  var limits: [KeyValueArgument] = []

  @Option(
    help: ArgumentHelp("How much OCM's operator logs, as klog counts.", valueName: "level"))
  var operatorVerbosity: Int?

  mutating func validate() throws {
    do {
      _ = try operatorOptions(replicas: 1, pullCredentials: nil)
      _ = try resources
      _ = try featureGates(for: FeatureGates.Component.allCases)
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  /// The operator as the flags describe it. Throws `ManifestOptionError`.
  func operatorOptions(
    replicas: Int, pullCredentials: [UInt8]?
  ) throws -> OperatorOptions {
    OperatorOptions(
      images: try imageSource,
      pullCredentials: pullCredentials, replicas: replicas,
      placement: NodePlacement(
        nodeSelector: nodeSelector.dictionary,
        tolerations: try tolerations.map(NodePlacement.Toleration.init(parsing:))),
      priorityClassName: priorityClass, logVerbosity: operatorVerbosity)
  }

  /// Where the images come from. Throws `ManifestOptionError`.
  var imageSource: ImageSource {
    get throws {
      var source = ImageSource(
        registry: registry, version: try OCMVersion(parsing: ocmVersion),
        pullPolicy: imagePullPolicy)
      source.overrides = images.references(in: source)
      return source
    }
  }

  /// The switched gates, of which some component must know each. Throws `ManifestOptionError`.
  func featureGates(for components: [FeatureGates.Component]) throws -> FeatureGates {
    try FeatureGates(parsing: featureGates, for: components)
  }

  /// What containers ask for. Throws `ManifestOptionError`.
  var resources: ResourceRequirement {
    get throws {
      guard !requests.isEmpty || !limits.isEmpty else { return .standard }
      return try .checked(requests: requests.dictionary, limits: limits.dictionary)
    }
  }

  /// The bytes of the file with pull credentials; throws when it cannot be read.
  func pullCredentials() throws -> [UInt8]? {
    try imagePullSecret.map { try InputFile.read($0, flag: "--image-pull-secret") }
  }
}
