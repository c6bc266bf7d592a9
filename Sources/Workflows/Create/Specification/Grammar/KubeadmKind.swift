import Documents

/// The kinds of kubeadm's configuration that sealer merges into its own.
public enum KubeadmKind: String, Sendable, Hashable, CaseIterable {
  case initConfiguration = "InitConfiguration"
  case joinConfiguration = "JoinConfiguration"
  case clusterConfiguration = "ClusterConfiguration"
  case kubeletConfiguration = "KubeletConfiguration"
  case kubeProxyConfiguration = "KubeProxyConfiguration"

  /// The member of `spec.kubeadm`.
  var member: String { rawValue.prefix(1).lowercased() + rawValue.dropFirst() }

  /// The API version that the document is written with.
  var apiVersion: String {
    switch self {
    case .initConfiguration, .joinConfiguration, .clusterConfiguration: "kubeadm.k8s.io/v1beta2"
    case .kubeletConfiguration: "kubelet.config.k8s.io/v1beta1"
    case .kubeProxyConfiguration: "kubeproxy.config.k8s.io/v1alpha1"
    }
  }
}
