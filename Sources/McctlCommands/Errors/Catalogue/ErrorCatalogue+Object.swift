import Workflows

extension ErrorCatalogue {
  /// What servers say about objects.
  static let object: [ErrorArticle] = [
    ErrorArticle(
      .objectNotFound, .notFound, "an object does not exist",
      meaning:
        "The server has no object of that kind and name. On creating, it is usually the namespace that is missing.",
      causes: [
        "A typing mistake, or another hub than was meant.", "Somebody deleted it meanwhile.",
      ],
      remedies: ["Look at the hub the message names.", "Run it again; what is missing is made."]),
    ErrorArticle(
      .objectExists, .refused, "an object exists already",
      meaning: "Something of that name is there, and it was not expected to be.",
      causes: ["Another tool, or another run of mcctl, made it at the same moment."],
      remedies: ["Run it again: what is there is then taken into account."]),
    ErrorArticle(
      .objectConflict, .failed, "an object changed meanwhile",
      meaning:
        "Between reading and writing somebody else changed the object, so the server refused the write.",
      causes: ["A controller or a colleague works on the same object."],
      remedies: ["Run it again."]),
    ErrorArticle(
      .objectInvalid, .failed, "the server finds an object invalid",
      meaning: "The object does not pass the server's validation. The message lists each field.",
      causes: [
        "A value given with a flag is not possible.", "The hub runs another version of OCM.",
      ],
      remedies: ["Correct the values of the fields listed."]),
    ErrorArticle(
      .fieldConflict, .refused, "another tool manages these fields",
      meaning: """
        mcctl applies objects with server-side apply, which knows who set each field. Some fields that would change \
        were set by another manager, so nothing was taken from it.
        """,
      causes: ["The object was made with clusteradm, Helm, or a GitOps tool."],
      remedies: [
        "See what would change with --dry-run=diff.",
        "Take the fields over with --force-conflicts, after making sure that the other tool lets go of them.",
      ]),
    ErrorArticle(
      .webhookFailed, .failed, "an admission webhook is in the way",
      meaning:
        "A webhook refused the change, or the server could not reach it. The message names it.",
      causes: ["A policy does not allow the object.", "The webhook's pods do not run."],
      remedies: ["Read the webhook's words in the message.", "See whether the webhook's pods run."]),
    ErrorArticle(
      .typeMissing, .failed, "the server does not know a kind of object",
      meaning: "A CustomResourceDefinition or an API service is missing.",
      causes: [
        "The cluster is not what it was taken for.",
        "The component that brings the kind is not installed.",
      ],
      remedies: ["Look at the cluster the message names; on a new hub run mcctl init first."]),
    ErrorArticle(
      .documentInvalid, .usage, "a document cannot be read",
      meaning:
        "A YAML or JSON document is broken. The message has file, line and column where they are known.",
      remedies: ["Correct the document at that place."]),
    ErrorArticle(
      .invalidClusterName, .usage, "that cannot be the name of a cluster",
      meaning: """
        A cluster's name is also the name of a namespace on the hub and part of a certificate: at most 63 lower-case \
        letters, digits and hyphens, with a letter or digit at both ends (RFC 1123). Names of Kubernetes' and OCM's own \
        namespaces are not possible.
        """,
      remedies: ["Choose another name."]),
    ErrorArticle(
      .invalidObjectName, .usage, "that cannot be the name of an object",
      meaning: "Kubernetes does not take the name.",
      remedies: ["Use lower-case letters, digits, hyphens and dots."]),
    ErrorArticle(
      .invalidRequest, .usage, "what was asked for makes no sense",
      meaning:
        "Values that were given do not fit together, or one of them is not possible. No server was asked.",
      remedies: ["Correct what the message names; see the command's --help."]),
  ]

  /// The hub.
  static let hub: [ErrorArticle] = [
    ErrorArticle(
      .hubOCMMissing, .refused, "the cluster is not a hub",
      meaning:
        "Open Cluster Management is not installed on the cluster that was taken for the hub.",
      causes: ["--context leads to a managed cluster.", "The hub has not been set up yet."],
      remedies: ["Name the hub's context with --context.", "Make the cluster a hub: mcctl init"]),
    ErrorArticle(
      .hubNewer, .refused, "the hub has a newer release",
      meaning:
        "The hub runs a newer release of Open Cluster Management than the one that would be installed.",
      causes: ["Another version of mcctl, or another tool, set the hub up."],
      remedies: [
        "Keep the release: --ocm-version VERSION", "To go back all the same: --allow-downgrade",
      ]),
    ErrorArticle(
      .clusterNotFound, .notFound, "there is no such cluster on the hub",
      meaning: "The hub has no ManagedCluster of that name.",
      causes: ["A typing mistake.", "Another hub than was meant."],
      remedies: ["List what there is: mcctl get clusters"]),
  ]
}
