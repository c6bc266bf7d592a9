import ArgumentParser
import Foundation
import Sandbox

/// `mcctl-sandbox`: simulated clusters to try mcctl against.
@main
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcctl-sandbox",
    abstract: "Serve a hub and managed clusters, simulated in memory, on loopback ports.")

  @Option(help: "Directory that kubeconfigs are written to.")
  var directory: String

  @Option(help: "How many managed clusters there are besides the hub.")
  var clusters = 1

  @Option(help: "Loopback address to listen on.")
  var listen = "127.0.0.1"

  func run() async throws {
    let fleet = try SandboxFleet(
      .init(directory: URL(filePath: directory), clusters: clusters, host: listen))
    let members = try await fleet.start()
    for member in members {
      print("\(member.name) \(member.url) \(member.kubeconfig.path())")
    }
    print("ready")
    fflush(nil)
    await TerminationSignal.wait()
    await fleet.stop()
  }
}
