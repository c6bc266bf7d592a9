import Sealer
import Workflows

extension ErrorCatalogue {
  /// Clusters that are made of machines.
  static let creating: [ErrorArticle] = refusals + sealer

  private static let refusals: [ErrorArticle] = [
    ErrorArticle(
      .createUnknown, .usage, "nothing describes the cluster",
      meaning: """
        mcctl create NAME alone goes on with a creation that was begun: what it is made of is then in Secret \
        mcctl-cluster in namespace NAME of the hub. There is no such Secret.
        """,
      causes: ["It was never begun, or it was undone.", "Another hub is meant."],
      remedies: ["Describe it: mcctl create NAME -f CLUSTER, or --image and --masters."]),
    ErrorArticle(
      .createMachinesUnfit, .refused, "a machine is not as it has to be",
      meaning: """
        Before a creation changes anything, it makes the checks of mcctl check hosts on all machines, and one failed that \
        is not ignored. Nothing was changed. Each check has a page: mcctl explain ID.
        """,
      remedies: [
        "See all of them: mcctl check hosts -f CLUSTER",
        "Repair what the message names, and run the same command again.",
        "Leave out what does not matter: --ignore ID, or checks.ignore in the file.",
      ]),
    ErrorArticle(
      .createNameTaken, .refused, "the hub has another cluster of that name",
      meaning: "There is a ManagedCluster of that name that mcctl did not create.",
      remedies: ["Choose another name."]),
    ErrorArticle(
      .createHostTaken, .refused, "the first master belongs to another cluster",
      meaning: """
        mcctl has a claim on the machine (/var/lib/mcctl/clusters) for another cluster, or for another hub. sealer makes \
        one cluster on a first master.
        """,
      remedies: [
        "Choose another first master.",
        "Take the other cluster down: mcctl delete NAME --destroy",
      ]),
    ErrorArticle(
      .createClusterExists, .refused, "the first master has a Kubernetes cluster already",
      meaning:
        "There is /etc/kubernetes/admin.conf, and mcctl did not put it there. It is left alone.",
      remedies: [
        "Register the cluster as it is: mcctl import NAME --cluster-kubeconfig FILE",
        "Remove it, if it is of no use: kubeadm reset, or sealer delete --all.",
      ]),
    ErrorArticle(
      .createChanged, .refused, "the cluster exists, and is described otherwise now",
      meaning:
        "Its image and its hosts are what it was made of; creating it again does not change them.",
      remedies: [
        "Leave the file out to go on: mcctl create NAME",
        "Change its machines or its image: mcctl scale NAME -f CLUSTER, mcctl upgrade NAME -f CLUSTER",
      ]),
    ErrorArticle(
      .createRegistered, .refused, "a cluster that is registered is not undone",
      meaning: "--undo is for a creation that did not come to its end.",
      remedies: [
        "Take it out of the hub and off its machines: mcctl delete NAME --destroy"
      ]),
    ErrorArticle(
      .createNothing, .notFound, "there is nothing to undo",
      meaning: "Neither the hub nor the first master has anything of a creation of that name.",
      remedies: ["Look at the name, and at the hub that was asked."]),
    ErrorArticle(
      .createImageFile, .refused, "a file that was to be copied is not the one that was meant",
      meaning: "Its SHA-256 is not the one in the description. Nothing was copied.",
      remedies: ["Get the file again.", "Correct sha256 in the description."]),
    ErrorArticle(
      .createUnreachable, .failed, "the new cluster cannot be reached from here",
      meaning: """
        The cluster is there. Its kubeconfig names a server that only its own machines resolve, so mcctl tries \
        spec.network.endpoint, each master and that server, verifying the certificate; none answered.
        """,
      causes: [
        "A firewall between here and the masters.",
        "The machines are reached through a jump host, and the API server is not.",
      ],
      remedies: [
        "Open the port, or name a URL that leads there: spec.network.endpoint",
        "Run the same command again; sealer is not run again.",
      ]),
    ErrorArticle(
      .createStalled, .timedOut, "sealer has said nothing for a long time",
      meaning: "It still runs, detached, on the first master. mcctl has stopped listening.",
      causes: ["kubeadm waits for kubelet or etcd, and says nothing meanwhile.", "A host hangs."],
      remedies: [
        "Listen again: run the same command.",
        "Look on the machine: journalctl -u kubelet, crictl ps",
        "End it and clean up: mcctl create NAME --undo",
      ]),
    ErrorArticle(
      .declaredMissing, .notFound, "the cluster is not declared",
      meaning: """
        --declared brings about what ManagedClusters with annotation mcctl.dev/cluster=Managed declare. There is none of \
        that name.
        """,
      remedies: [
        "Declare it: docs/declared.md has an example.",
        "Create it from a file: mcctl create NAME -f FILE",
      ]),
    ErrorArticle(
      .declaredRefused, .refused, "what is declared of a cluster is not brought about",
      meaning: "The message says what stands against it. Nothing was changed.",
      causes: [
        "Secret mcctl-cluster is missing, or does not describe a cluster.",
        "The record is being deleted, and no annotation mcctl.dev/destroy has the cluster's name.",
        "The annotation mcctl.dev/destroy has another name.",
        "The first master, on which sealer runs, is no longer in the list of hosts.",
        "Machines or the image were changed in the declaration of a cluster that is there already.",
      ],
      remedies: [
        "Correct what the message names, and run it again.",
        "Change machines with mcctl scale, and the image with mcctl upgrade: both change the declaration, too.",
      ]),
    ErrorArticle(
      .sealerMissing, .refused, "there is no sealer on the first master",
      meaning: "sealer has to run there, as root; none was found on root's PATH.",
      remedies: ["Name the program to install: spec.sealer.binary, or --sealer-binary"]),
    ErrorArticle(
      .sealerVersion, .refused, "the sealer on the first master is of the wrong version",
      meaning: "It is not the one in the description, or none that mcctl knows (0.8 to 0.11).",
      remedies: [
        "Name the program to install: spec.sealer.binary", "Leave spec.sealer.version out.",
      ]),
  ]

  /// One page for each way in which sealer fails.
  private static let sealer: [ErrorArticle] = SealerFailure.allCases.map { failure in
    ErrorArticle(
      failure.id, failure.category == .authentication ? .authentication : .failed,
      failure.title,
      meaning: """
        sealer knows no exit status but 0 and 1, so mcctl tells this from what it said; the message has the line that \
        says so best. All that it said is kept without credentials, here and on the first master \
        (/var/lib/mcctl/clusters/NAME). \(failure.needsCleaning
          ? "The machines have been changed; the same command cleans them before it tries again."
          : "The same command tries again, and cleans before where kubeadm had begun.")
        """,
      remedies: failure.remedies.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." })
  }
}
