import Workflows

extension ErrorCatalogue {
  /// Importing and accepting.
  static let importing: [ErrorArticle] = [
    ErrorArticle(
      .identityConflict, .refused, "the name belongs to another cluster",
      meaning: """
        The hub has a cluster of that name whose identity, the UID of its namespace kube-system, is another one. Both \
        identities are shown. Nothing was changed.
        """,
      causes: [
        "The name is taken.", "A cluster was set up anew and its old record is still there.",
      ],
      remedies: [
        "Choose another name.", "Take the old one out first: mcctl delete NAME --hub-only",
      ]),
    ErrorArticle(
      .importedUnderOtherName, .refused, "the cluster is on the hub under another name",
      meaning:
        "The same cluster, by its identity, is registered already, or another entry of the same run leads to it.",
      remedies: [
        "Use the name it has.", "To rename it, delete it and import it again.",
        "In a fleet, give every entry the kubeconfig or context of its own cluster.",
      ]),
    ErrorArticle(
      .joinedOtherHub, .refused, "the cluster is joined to another hub",
      meaning:
        "An agent is installed that belongs to another hub, which the message names. Nothing was changed.",
      causes: ["It was imported elsewhere.", "--context leads to another hub than was meant."],
      remedies: [
        "Take it out of that hub first.",
        "Take it over with --move; the other hub then loses contact to it.",
      ]),
    ErrorArticle(
      .loopbackURL, .refused, "the agent could not reach the hub at a loopback address",
      meaning: """
        The hub's kubeconfig has an address such as 127.0.0.1. It works on this machine; an agent on another one would \
        reach itself.
        """,
      causes: ["A kubeconfig of kind, minikube, or a tunnel."],
      remedies: [
        "Name the address the cluster reaches the hub at with --hub-url (and --hub-ca-file).",
        "When hub and cluster both run on this machine: --allow-loopback",
      ]),
    ErrorArticle(
      .hubURLUnverified, .refused, "the agent could not verify the hub",
      meaning:
        "The certificates that the agent would be given do not verify the hub at the URL it is to use.",
      causes: ["--hub-url leads through a load balancer with a certificate of its own."],
      remedies: ["Name the right certificates with --hub-ca-file.", "Use another --hub-url."]),
    ErrorArticle(
      .hubCAMissing, .refused, "nothing tells the agent whom to trust",
      meaning:
        "The hub's kubeconfig skips verification and names no certificates. An agent is never told to skip it.",
      remedies: ["Name the hub's certificates with --hub-ca-file."]),
    ErrorArticle(
      .beingDeleted, .refused, "the cluster is being taken out",
      meaning: "Its record on the hub is being deleted and waits for what the message names.",
      remedies: ["Finish that first: mcctl delete NAME"]),
    ErrorArticle(
      .agentElsewhere, .refused, "the cluster's agent runs in another place",
      meaning: """
        An agent that runs on the cluster itself (Singleton, Default) cannot become a hosted one (Hosted, \
        SingletonHosted), nor the other way round: a second agent would register the same cluster beside the first, and \
        both would apply its works. Nothing was changed.
        """,
      causes: ["--agent-mode names a mode of the other kind than the cluster was imported with."],
      remedies: [
        "Import again with the mode it has.",
        "To move the agent, delete the cluster and import it again: mcctl delete NAME",
      ]),
    ErrorArticle(
      .foreignKlusterlet, .refused, "another tool installed the agent",
      meaning: "The cluster has a Klusterlet that mcctl did not make and does not manage.",
      remedies: ["Remove that agent with the tool that installed it, then import again."]),
    ErrorArticle(
      .requestRefused, .refused, "a certificate request is not what it should be",
      meaning: """
        A request to join was there, and did not pass verification: label, signer, common name, organisations, key, \
        usages, or who made it. It was not approved.
        """,
      causes: [
        "The agent joined with a credential that mcctl did not mint for this cluster.",
        "Somebody else asks to join under this name.",
      ],
      remedies: [
        "Look at the request: kubectl get csr NAME -o yaml",
        "If its requester is right, allow it: mcctl accept NAME --requester USER",
      ]),
    ErrorArticle(
      .probeFailed, .refused, "a pod on the cluster cannot reach the hub",
      meaning: """
        --probe ran a pod on the managed cluster with the address and the certificates that the agent would be given. \
        It did not get through; what it found is told. The pod is gone again and nothing was changed.
        """,
      causes: [
        "The name does not resolve in the cluster's DNS.", "A firewall, or no route.",
        "A load balancer or proxy with a certificate of its own.",
        "The probe's image has no curl, as OCM's own after 1.3 (made from UBI micro), or cannot be pulled.",
      ],
      remedies: [
        "Name another address with --hub-url, or its IP with --hub-host-alias.",
        "Name the right certificates with --hub-ca-file.",
        "Take another image: --probe-image REFERENCE, and --image-pull-secret FILE.",
      ]),
    ErrorArticle(
      .keyMismatch, .refused, "the certificate went to somebody else",
      meaning: """
        A request passed verification and was approved, and the agent on the cluster holds another key than the one \
        the certificate was issued for: somebody else asked with the cluster's credential. The cluster was not accepted.
        """,
      causes: [
        "The join credential was stolen and used.",
        "A bundle was applied on another cluster than the one that was looked at.",
      ],
      remedies: [
        "Look who asked: kubectl get csr -l open-cluster-management.io/cluster-name=NAME -o yaml",
        "A certificate cannot be revoked: leave the cluster unaccepted until it has expired, or use another name.",
        "Revoke the credential: mcctl token revoke NAME",
      ]),
    ErrorArticle(
      .nothingToRejoin, .refused, "there is nothing that could join again",
      meaning:
        "--rejoin repairs an agent that is there, of a cluster that the hub has a record of.",
      remedies: ["Leave --rejoin out: a plain import makes what is missing."]),
    ErrorArticle(
      .agentMissing, .refused, "the cluster has no such agent",
      meaning: "The cluster that was named has no Klusterlet for this name.",
      causes: ["The kubeconfig leads to another cluster.", "The agent is hosted elsewhere."],
      remedies: ["Name the cluster on which the agent runs."]),
    ErrorArticle(
      .versionSkew, .refused, "the releases do not fit together",
      meaning: """
        The agent would go back to an older release, or be newer than the hub. Nothing was changed.
        """,
      causes: [
        "--ocm-version names another release than was meant.", "The hub is to be upgraded first.",
      ],
      remedies: ["Take the hub's release: leave --ocm-version out.", "If it has to be: --force"]),
    ErrorArticle(
      .releaseUnknown, .refused, "the hub's release is not known",
      meaning:
        "No release was named, and the image of the hub's operator has a tag that names none.",
      remedies: ["Name it: --ocm-version 1.3.1"]),
    ErrorArticle(
      .imageByDigest, .refused, "an image is named by its digest",
      meaning:
        "A digest names one image of one release, so the release alone does not tell the new one.",
      remedies: ["Name the new image: --image-digest NAME=sha256:…, or --image NAME=REFERENCE"]),
    ErrorArticle(
      .noManagedCluster, .usage, "no way to the managed cluster was given",
      meaning: "A step works on the managed cluster itself.",
      remedies: ["Name it with --cluster-kubeconfig and --cluster-context."]),
    ErrorArticle(
      .connectionDetailsMissing, .failed, "the hub cannot reach the cluster",
      meaning:
        "URL and certificates of the cluster (managedClusterClientConfigs) did not arrive on the hub.",
      causes: ["The agent was not told the cluster's URL.", "The agent runs an old version."],
      remedies: ["Run the import again; it repairs them.", "Name the URL with --cluster-url."]),
    ErrorArticle(
      .ambiguousRequests, .refused, "several agents ask for the same cluster",
      meaning: """
        More than one certificate request in the name of this cluster is right in itself: made by different agents or \
        with different credentials, or while the cluster's agent is connected. Approving the wrong one would let \
        somebody else in, so none is. Each is shown with who asked, the credential, the agent and the key.
        """,
      causes: [
        "The agent was installed anew while an old request was waiting.",
        "One bundle was applied on two clusters.",
        "Somebody else asks under this name.",
      ],
      remedies: ["Find out which is the right one, and name it: mcctl accept NAME --request CSR"]),
    ErrorArticle(
      .requestNotFound, .notFound, "the request that was named is not the cluster's",
      meaning: """
        --request names a certificate request that does not exist on the hub (exit status 8), or one that asks for \
        another cluster (3). Nothing was approved.
        """,
      causes: [
        "A slip in the name: requests have a random ending.",
        "It has been cleaned up: Kubernetes deletes pending requests after 24 hours.",
        "--context leads to another hub than was meant.",
      ],
      remedies: [
        "See the cluster's requests: kubectl get csr -l open-cluster-management.io/cluster-name=NAME",
        "Leave --request out when one agent alone asks.",
      ]),
    ErrorArticle(
      .noRequest, .refused, "there is no request to approve",
      meaning: "The cluster has not asked for a certificate.",
      causes: [
        "Its agent is not installed yet, or cannot reach the hub.",
        "The request was denied or has been cleaned up.",
      ],
      remedies: [
        "Wait for it with --wait-for-request.", "See what the agent says: mcctl status NAME",
      ]),
  ]
}
