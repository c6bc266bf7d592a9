import FoundationEssentials

/// `README.md`: what the person at the managed cluster has to know.
enum BundleReadme {
  static func text(_ source: BundleSource, images: [String]) -> String {
    let cluster = source.agent.clusterName
    let hub = source.agent.bootstrap.server
    let expires =
      source.expires.map { "until \(Timestamp.text($0))" } ?? "for a time that it does not tell"
    return """
      # Join "\(cluster)" to its hub

      With these files a Kubernetes cluster becomes the managed cluster "\(cluster)" of the hub \(hub). Its agent
      calls the hub; the hub never calls the cluster.

      **They hold a credential** with which this one cluster can ask to join, valid \(expires). Keep them private, and
      delete them when the cluster is registered.

      ## What is needed

      - Kubernetes \(BundleDescription.oldestKubernetes) or newer, and kubectl of about the same version, with the rights of an administrator (cluster-admin).
      - The cluster's pods reach \(hub)\(source.agent.bootstrap.proxyURL == nil ? "" : " through the proxy that the credential names").
      - The cluster can pull these images:

      \(images.map { "      \($0)" }.joined(separator: "\n"))

      ## Join

          sh join.sh --check      looks whether everything is as it has to be, and changes nothing
          sh join.sh              installs the agent and waits until the hub has let the cluster in

      kubectl's current context is used; `--kubeconfig` and `--context` name another cluster. Interrupted by anything,
      the same command goes on. It ends with 0 when the cluster is registered, 3 when something stands against it,
      4 when rights are missing, and 5 when the hub has not let the cluster in yet.

      ## What it changes

      Namespaces `\(Names.Namespace.openClusterManagement)`, `\(Names.Namespace.agent)` and `\(Names.Namespace.agentAddOn)`, three custom resource definitions of
      Open Cluster Management, the operator's ServiceAccount with its ClusterRole and binding, and what the operator
      makes from them. The files in `manifests/` are all that is applied, in the order of their numbers.

      ## Leave

          sh leave.sh

      takes all of it away again. When the hub has handed out objects to the cluster, they are to be taken back at the
      hub first.

      """
  }
}
