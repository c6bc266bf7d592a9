import Workflows

extension ErrorCatalogue {
  /// The way to managed clusters through the hub.
  static let gateway: [ErrorArticle] = [
    ErrorArticle(
      .gatewayNotServed, .refused, "the hub does not serve cluster-gateway",
      meaning:
        "--via-gateway was asked for, and the hub has no clustergateways.cluster.core.oam.dev.",
      causes: [
        "cluster-gateway is not installed on the hub.",
        "Its API server does not answer: kubectl get apiservice v1alpha1.cluster.core.oam.dev",
      ],
      remedies: ["Name the cluster with --cluster-kubeconfig or --cluster-context."]),
    ErrorArticle(
      .gatewayUnknownCluster, .refused, "cluster-gateway does not know the cluster",
      meaning: """
        The gateway reaches a cluster by a Secret of its name, labelled with the type of the credential. There is none in \
        the namespaces that are looked at: that of the ClusterGatewayConfiguration, vela-system, and \
        open-cluster-management-credentials.
        """,
      remedies: [
        "Enable the gateway's addon for the cluster, or join the cluster to the gateway.",
        "Name the cluster with --cluster-kubeconfig or --cluster-context.",
      ]),
    ErrorArticle(
      .gatewayUnfit, .refused, "the gateway's way does not last, or is not safe",
      meaning: """
        To remove an agent, mcctl makes an account on the cluster that lasts until the agent is gone, and has the gateway \
        use it. That does not work through the tunnel of an addon, which ends with the addon; and a token of that account \
        is not given to a gateway that does not verify the cluster's API server.
        """,
      remedies: ["Name the cluster with --cluster-kubeconfig or --cluster-context."]),
    ErrorArticle(
      .gatewayEntryTaken, .refused, "an entry of the gateway has the name that mcctl needs",
      meaning: "There is a Secret NAME--leaving of the gateway that mcctl has not made.",
      remedies: ["See whose it is, and delete it if it is nobody's."]),
  ]
}
