import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl accept`.
struct AcceptCommand: McctlCommand {
  static let about = About(
    "accept", usage: "NAME... [options]",
    "Approve and accept clusters that ask to join, after verifying the request.",
    discussion: """
      A request is approved only when its label, signer, common name, organisations, key, key usages, requester and \
      time are what an agent of that cluster sends. A cluster with a credential of its own has to ask with that one. \
      When several ask in the name of one cluster, none is approved and all are shown; one made by anybody else is \
      refused and shown beside the right one. With --cluster-context (and --cluster-kubeconfig), the key that the \
      agent holds is compared with the issued certificate before the cluster is accepted.
      """,
    examples: [
      .init("mcctl accept edge-7", "accept a cluster whose agent has asked to join"),
      .init(
        "mcctl accept edge-7 --wait-for-request --wait",
        "wait for the request first, and until the cluster is registered"),
      .init(
        "mcctl accept edge-7 --cluster-context edge-7",
        "compare the certificate with the key that the agent holds"),
      .init(
        "mcctl accept edge-7 --requester system:serviceaccount:ci:joiner",
        "accept a request made with an identity of your own"),
    ])

  @Argument(help: "The clusters' names on the hub.", completion: .clusterNames)
  var names: [String]

  @Option(
    name: .customLong("requester"),
    help: ArgumentHelp(
      "A user who may have made the request, beside those the hub hands out; may be repeated.",
      valueName: "user"))
  var requesters: [String] = []

  @Option(
    name: .customLong("request"),
    help: ArgumentHelp(
      "Look only at this certificate request, where several agents ask for the same cluster; may be repeated.",
      valueName: "name"))
  var requests: [String] = []

  @Flag(help: "Wait for a request when there is none yet.")
  var waitForRequest = false

  @Flag(
    inversion: .prefixedNo, help: "Wait until the clusters are registered.")
  var wait = false

  @Flag(
    name: [.customLong("keep-credential"), .customLong("keep-token")],
    help: "With --wait, keep the cluster's join credential instead of revoking it in the end.")
  var keepCredential = false

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup var many: ManyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if !requests.isEmpty, names.count > 1 {
      throw ValidationError("--request is for one cluster at a time")
    }
    if cluster.isGiven, names.count > 1 {
      throw ValidationError(
        "--cluster-context and --cluster-kubeconfig are for one cluster at a time")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let clusters = Clusters(
      hub: try context.hub(hub), managed: try context.managedCluster(cluster, hub))
    let mode = try change.dryRun.mode
    let runner = try context.runner(change)
    context.announce(clusters)
    return try await context.each(names, many, runner) { name, runner in
      let result = try await runner.run(Accept(request(name)), on: clusters)
      return CommandOutcome(
        result, mode: mode, names: [ResourceName.cluster(name)], sentence: Self.sentence)
    }
  }

  /// What the flags ask for.
  func request(_ name: String) -> AcceptRequest {
    var request = AcceptRequest(name: name)
    request.allowedRequesters = requesters
    request.requestNames = requests
    request.waitsForRequest = waitForRequest
    request.waitsForRegistration = wait
    request.keepsCredential = keepCredential
    return request
  }

  private static func sentence(_ report: AcceptReport) -> String {
    if report.isUnchanged { return "cluster \(report.name) unchanged" }
    let state = report.isRegistered ? "accepted and registered" : "accepted"
    let requests = report.approvedRequests
    guard !requests.isEmpty else { return "cluster \(report.name) \(state)" }
    let key = report.isKeyConfirmed == true ? "; its agent holds the key" : ""
    return "cluster \(report.name) \(state) (approved \(requests.joined(separator: ", "))\(key))"
  }
}
