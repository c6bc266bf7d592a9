import Workflows

extension ErrorCatalogue {
  /// Clusters that mcctl created are given other machines, or another image.
  static let changing: [ErrorArticle] = changes + scaling + upgrading

  private static let changes: [ErrorArticle] = [
    ErrorArticle(
      .changeNotCreated, .refused, "mcctl has not made that cluster of machines",
      meaning: """
        mcctl scale and mcctl upgrade work on clusters of mcctl create: the hub keeps what they are made of in Secret \
        mcctl-cluster in their namespace, and the first master has a claim of mcctl. One of these is missing, or the creation \
        is not through.
        """,
      causes: [
        "The cluster was imported, not created.", "Another hub is meant.",
        "The creation was interrupted or has failed.",
      ],
      remedies: [
        "Go on with the creation: mcctl create NAME",
        "Change a cluster that was imported with what has made it.",
      ]),
    ErrorArticle(
      .changeUnderWay, .refused, "another change of the cluster is under way",
      meaning: """
        The hub keeps a change that is not through, or sealer still runs on the first master for one, or somebody has \
        changed what the hub keeps of the cluster since the command read it. Two changes at a time would work on the same \
        machines.
        """,
      remedies: [
        "Go on with that one first: mcctl scale NAME, or mcctl upgrade NAME",
        "Wait until sealer has ended on the first master.",
        "Where what the hub keeps was changed meanwhile, run the same command again.",
      ]),
    ErrorArticle(
      .changeOther, .refused, "the file differs in more than may be changed so",
      meaning: """
        mcctl scale -f changes the machines of a cluster and mcctl upgrade -f its image; everything else has to be as it was \
        created, but for how machines are reached and checked, and where image and sealer are had from. The message names \
        every place.
        """,
      remedies: [
        "Change one thing at a time.",
        "See what the cluster was made of: kubectl get secret -n NAME mcctl-cluster -o jsonpath='{.data.specification}' | base64 -d",
      ]),
    ErrorArticle(
      .changeMachinesUnfit, .refused, "a machine is not as it has to be",
      meaning: """
        Before mcctl scale changes anything, it makes the checks of mcctl check hosts on the machines that are to join, and \
        looks whether their clocks, names and architecture fit the cluster. mcctl upgrade looks for room on all machines, \
        and whether they are reached. A check failed that is not ignored. Nothing was changed. Each check has a page: \
        mcctl explain ID.
        """,
      remedies: [
        "Repair what the message names, and run the same command again.",
        "Leave out what does not matter: --ignore ID, or checks.ignore in the file.",
      ]),
  ]

  private static let scaling: [ErrorArticle] = [
    ErrorArticle(
      .scalePresent, .refused, "a machine that is to join belongs to the cluster already",
      meaning: "It is one of its machines.",
      remedies: ["Leave it out."]),
    ErrorArticle(
      .scaleUnknownHost, .notFound, "a machine that is to leave is none of the cluster's",
      meaning: "No machine has that address in the cluster's description, or not in that role.",
      remedies: ["Name it as the message lists it, with --remove-nodes or --remove-masters."]),
    ErrorArticle(
      .scaleMasters, .refused, "the masters that are left could not rule",
      meaning: """
        Every master has a member of etcd. More than half of them have to be ready before and after each one that comes or \
        goes; an even number survives no more failures than one less. sealer runs on the first master, which therefore stays.
        """,
      remedies: [
        "Bring masters back that are not ready.", "Let masters join or leave in pairs.",
        "Remove masters that are gone with --lost-hosts: they leave before others join.",
      ]),
    ErrorArticle(
      .scaleNotLost, .refused, "a machine that is called lost is not",
      meaning: """
        On a machine that is lost nothing is done: its pods are not evicted, and nothing is cleaned there. This one is not to \
        leave, or its node is ready.
        """,
      remedies: ["Leave --lost-hosts out.", "Name with it only machines that leave."]),
    ErrorArticle(
      .scaleHostUnreachable, .refused, "a machine that is to leave is not reached",
      meaning: "sealer cleans it, and the cluster's key is taken off it: that takes SSH.",
      remedies: [
        "See why with ssh -v.", "If it is gone, name it with --lost-hosts too.",
      ]),
    ErrorArticle(
      .scaleHostInUse, .refused, "a machine that is to join has a Kubernetes already",
      meaning: "There are files of kubeadm or a claim of mcctl, which are not this cluster's.",
      remedies: ["Remove that cluster first: kubeadm reset.", "Name another machine."]),
    ErrorArticle(
      .drainRefused, .refused, "pods on machines that leave would be lost",
      meaning: """
        Nothing makes these pods anew elsewhere, or what is in their emptyDir volumes goes with them. Nothing has been \
        changed.
        """,
      remedies: [
        "Move them away first.",
        "Give them up, in kubectl drain's words: --force, --delete-emptydir-data",
      ]),
    ErrorArticle(
      .drainBlocked, .timedOut, "pods did not go from machines that leave",
      meaning: """
        They were asked to by the Eviction API, which keeps to PodDisruptionBudgets, and were still there when --drain-timeout \
        had passed. Their nodes take no new pods; sealer has not touched them.
        """,
      causes: [
        "A PodDisruptionBudget allows no disruption: too few pods of it are ready elsewhere.",
        "A finalizer or a long grace period holds a pod.",
      ],
      remedies: [
        "See what keeps them: kubectl get pods,poddisruptionbudgets -A",
        "Run the same command again, with a longer --drain-timeout.",
        "Let the machines stay after all, and take pods again: mcctl scale NAME --add-nodes ADDRESSES",
      ]),
  ]

  private static let upgrading: [ErrorArticle] = [
    ErrorArticle(
      .upgradePath, .refused, "no way is known between these versions of Kubernetes",
      meaning: """
        Kubernetes goes neither back nor over a minor version, and images of ACK Distro have scripts for 1.20.11 to 1.22.15 \
        alone. The versions are told by the images' tags.
        """,
      remedies: [
        "Choose another image, or go by one in between.", "Try it all the same: --force",
      ]),
    ErrorArticle(
      .upgradeNotReady, .refused, "not every machine is a node that is ready",
      meaning: "An upgrade goes through all masters and nodes, and would stop at that one.",
      remedies: [
        "Bring it back.", "Take it out first: mcctl scale NAME --remove-nodes ADDRESS",
      ]),
    ErrorArticle(
      .upgradeUnsupported, .refused, "the sealer on the first master knows no upgrade",
      meaning: "Public releases have it from 0.9.1 on, and 0.8 had it in another form.",
      remedies: ["Install a newer one: spec.sealer.binary"]),
  ]
}
