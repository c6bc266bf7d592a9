/// Why manifests cannot be made from the given options.
public enum ManifestOptionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Not of the form 1.2.3.
  case notAVersion(String)
  /// Older than what mcctl's manifests fit.
  case versionTooOld(OCMVersion)
  /// The mode came with a later release.
  case modeNeedsVersion(AgentMode, OCMVersion)
  /// The feature gate is not of the form Name=true or Name=false.
  case notAFeatureGate(String)
  /// No component of OCM knows the feature gate.
  case unknownFeatureGate(String, known: [String])
  /// A hosted mode needs a kubeconfig of the managed cluster.
  case hostedNeedsKubeconfig(AgentMode)
  /// A bundle is for an agent that runs on its own cluster.
  case bundleNeedsOwnAgent(AgentMode)
  /// Not a quantity as Kubernetes writes them, such as 100m or 2Gi.
  case notAQuantity(String)
  /// Not of the form key[=value][:effect].
  case notAToleration(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .notAVersion(let text):
      "\"\(text)\" is not an OCM version; write it as \(OCMVersion.standard)"
    case .versionTooOld(let version):
      "OCM \(version) is too old; \(OCMVersion.oldest) or later is possible"
    case .modeNeedsVersion(let mode, let version):
      "mode \(mode.rawValue) needs OCM \(version) or later"
    case .notAFeatureGate(let text):
      "\"\(text)\" is not a feature gate; write Name=true or Name=false"
    case .unknownFeatureGate(let name, let known):
      "feature gate \"\(name)\" is unknown; known are \(known.joined(separator: ", "))"
    case .hostedNeedsKubeconfig(let mode):
      "mode \(mode.rawValue) needs a kubeconfig of the managed cluster for the agent to use"
    case .bundleNeedsOwnAgent(let mode):
      "a join bundle is for an agent on its own cluster, which mode \(mode.rawValue) does not have"
    case .notAQuantity(let text):
      "\"\(text)\" is not a quantity; write it as 100m, 0.5 or 2Gi"
    case .notAToleration(let text):
      "\"\(text)\" is not a toleration; write key, key:Effect, key=value or key=value:Effect"
    }
  }
}
