import Workflows

extension ErrorCatalogue {
  /// Taking clusters out.
  static let deleting: [ErrorArticle] = [
    ErrorArticle(
      .deleteNotFound, .notFound, "there is no trace of the cluster",
      meaning: "Neither the hub nor the managed cluster, if one was named, knows it.",
      causes: ["A typing mistake, or another hub.", "It is gone already."],
      remedies: ["List what there is: mcctl get clusters", "In scripts: --ignore-not-found"]),
    ErrorArticle(
      .deleteOtherCluster, .refused, "the managed cluster is another one",
      meaning:
        "The cluster that --cluster-context leads to is not the one the hub has under this name. Nothing was changed.",
      remedies: ["Name the right context.", "To do only the hub's side: --hub-only"]),
    ErrorArticle(
      .deleteNeedsCluster, .refused, "the agent has to be taken off the managed cluster",
      meaning: """
        Without a way to the managed cluster its agent, and what it applied, would stay. mcctl does not do that unless \
        it is asked to.
        """,
      remedies: [
        "Name it with --cluster-kubeconfig or --cluster-context.",
        "If the cluster is lost: --lost.", "If its agent is to stay on it: --hub-only.",
      ]),
    ErrorArticle(
      .deleteAlive, .refused, "the cluster that was called lost is alive",
      meaning: """
        With --lost only the hub's side is cleaned, and whatever is on the cluster stays there. The agent has renewed its \
        lease within five of its intervals, so there is somebody who can do it properly.
        """,
      remedies: [
        "Delete it with access to the cluster: --cluster-kubeconfig or --cluster-context.",
        "If it has only just been lost, run it again when its lease is old: mcctl status NAME shows it.",
        "If its agent is to stay on it: --hub-only.",
      ]),
    ErrorArticle(
      .namespaceNotEmpty, .refused, "the cluster's namespace holds things of others",
      meaning:
        "On the hub the cluster's namespace has objects that neither OCM nor mcctl made. The message lists them.",
      remedies: [
        "Move them away.", "Keep the namespace: --keep-namespace",
        "Delete them with it: --purge-namespace",
      ]),
    ErrorArticle(
      .worksOrphaned, .refused, "works cannot be finished by the agent",
      meaning:
        "Works are left whose objects on the managed cluster only the agent can remove, and it does not answer.",
      remedies: [
        "Bring the agent back and run it again.",
        "Give the objects up: --lost; they stay on the cluster.",
      ]),
    ErrorArticle(
      .leavingUnseen, .refused, "the agent is silent, and nothing says why",
      meaning: """
        A cluster that joined by a bundle is left by the bundle's leave.sh, which has the agent report that it is about to \
        go. This one fell silent without a word. What was to be done before is done, and the record is still there.
        """,
      causes: [
        "leave.sh is of a bundle that was made before it told the hub.",
        "The cluster, or its network, is down.",
      ],
      remedies: [
        "If leave.sh has been run where the cluster is: mcctl delete NAME --lost",
        "If not: run it, and then the same command again.",
      ]),
    ErrorArticle(
      .deleteNotCreated, .refused, "only what mcctl has created is destroyed",
      meaning: """
        --destroy takes a cluster off its machines. Which these are, the hub keeps in Secret mcctl-cluster in the cluster's \
        namespace, and there is none. Nothing was changed.
        """,
      causes: [
        "The cluster was imported, and somebody else has made it.",
        "It was taken out of the hub without --destroy, and imported again.",
      ],
      remedies: [
        "Take it out of the hub alone: mcctl delete NAME",
        "If mcctl created it: after that, mcctl create NAME -f FILE --undo takes it off the machines.",
      ]),
    ErrorArticle(
      .deleteUnreachable, .failed, "the cluster that is to be destroyed is not reached",
      meaning: """
        Its agent, and what works and addons brought, go before the machines are cleaned. The way to the API server is the \
        administrator's kubeconfig on a master; there is none, or no address in it answers. Nothing was changed.
        """,
      causes: [
        "A firewall between here and the masters.", "The control plane is down.",
        "Somebody has taken the cluster off its machines already.",
      ],
      remedies: [
        "Name another way to it: --cluster-kubeconfig FILE",
        "If it does not come back: --lost. Its machines are cleaned all the same.",
      ]),
    ErrorArticle(
      .residue, .partial, "something is left behind",
      meaning: "Most of it is done; the message lists what is left, and where.",
      remedies: ["Run the same command again.", "Remove what is listed by hand."]),
  ]

  /// Credentials and works.
  static let handingOut: [ErrorArticle] = [
    ErrorArticle(
      .credentialNotFound, .notFound, "there is no join credential for the cluster",
      meaning: "None was made, or it has been revoked.",
      remedies: ["List what there is: mcctl token list", "In scripts: --ignore-not-found"]),
    ErrorArticle(
      .bootstrapTokensOff, .refused, "the hub does not take bootstrap tokens",
      meaning: """
        A bootstrap token was made as asked for, and the hub's API server answered 401 to it. It was deleted again.
        """,
      causes: [
        "The API server runs without --enable-bootstrap-token-auth, as those of clouds mostly do."
      ],
      remedies: ["Leave --credential-type at service-account, which works on every hub."]),
    ErrorArticle(
      .workInvalid, .usage, "the objects cannot be handed out",
      meaning: "Each needs apiVersion, kind and metadata.name, and no two may be the same.",
      remedies: ["Correct the files named with -f."]),
    ErrorArticle(
      .workNotFound, .notFound, "there is no such work",
      meaning: "The cluster's namespace on the hub has no ManifestWork of that name.",
      remedies: [
        "List what there is: mcctl get works --cluster NAME", "In scripts: --ignore-not-found",
      ]),
    ErrorArticle(
      .workFailed, .failed, "the cluster could not apply a work",
      meaning: "The agent reports that objects could not be applied. The message has its words.",
      causes: [
        "The agent may not make objects of that kind.", "An object is invalid on that cluster.",
      ],
      remedies: ["Correct the object and apply again."]),
  ]
}
