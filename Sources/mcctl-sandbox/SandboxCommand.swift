import ArgumentParser
import Foundation
import Sandbox

/// `mcctl-sandbox`: simulated clusters to try mcctl against.
@main
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcctl-sandbox",
    abstract: "Serve a hub and managed clusters, simulated in memory, on loopback ports.",
    discussion: """
      Writes DIRECTORY/hub.kubeconfig, cluster1.kubeconfig, … and prints "ready" when all answer.
      Ends on SIGINT or SIGTERM.
      """)

  @Option(help: "Directory that kubeconfigs are written to.")
  var directory: String

  @Option(help: "How many managed clusters there are besides the hub.")
  var clusters = 1

  @Flag(help: "Begin with Open Cluster Management on the hub.")
  var hubPrepared = false

  @Option(help: "How many records of registered clusters the hub begins with.")
  var existing = 0

  @Option(
    help: """
      Seconds that client certificates last at most, as kube-controller-manager's --cluster-signing-duration.
      """)
  var certificateLifetime: Int?

  @Option(help: "Beginning of the names of images that no node can pull. May be repeated.")
  var unpullable: [String] = []

  @Option(
    help:
      "Serve cluster-gateway on the hub, with the Secrets of this namespace, such as vela-system.")
  var gateway: String?

  @Option(help: "Loopback address to listen on.")
  var listen = "127.0.0.1"

  @Option(help: "File to which every answered request is written as a line of JSON.")
  var log: String?

  @Option(
    help: """
      Something that goes wrong on purpose: latency=MS, drop, status=CODE[:RETRY-AFTER], \
      cut-watch=EVENTS, expire or slow-body=BYTES:MS, then optionally ,method=GET|POST ,path=TEXT \
      ,skip=N ,times=N. May be repeated; set at run time by POST to /sandbox/faults.
      """)
  var fault: [String] = []

  func validate() throws {
    if clusters < 0 { throw ValidationError("--clusters must not be negative.") }
    if let certificateLifetime, certificateLifetime < 1 {
      throw ValidationError("--certificate-lifetime must be 1 or more.")
    }
    if existing < 0 { throw ValidationError("--existing must not be negative.") }
    guard listen == "::1" || listen.hasPrefix("127.") else {
      throw ValidationError("--listen must be a loopback address, such as 127.0.0.1 or ::1.")
    }
  }

  func run() async throws {
    var configuration = SandboxFleet.Configuration(
      directory: URL(filePath: directory), clusters: clusters)
    configuration.host = listen
    configuration.isHubPrepared = hubPrepared
    configuration.existingClusters = existing
    configuration.certificateLifetime = certificateLifetime
    configuration.unpullableImages = unpullable
    configuration.gatewaySecrets = gateway
    configuration.faults = fault
    configuration.log = try log.map { try RequestLog(file: URL(filePath: $0)) }
    let fleet = try SandboxFleet(configuration)
    for member in try await fleet.start() {
      print("\(member.name) \(member.url) \(member.kubeconfig.path())")
    }
    print("ready")
    fflush(nil)
    await TerminationSignal.wait()
    await fleet.stop()
  }
}
