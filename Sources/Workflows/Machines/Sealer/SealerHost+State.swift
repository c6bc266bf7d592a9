import Documents
import RemoteHosts
import Sealer

extension SealerHost {
  /// Addresses of the machines that sealer takes for the cluster's, by its own Clusterfile; none when it has none.
  func members() async throws -> [String] {
    guard let bytes = try await session.readFile(statePath) else { return [] }
    return Clusterfile.addresses(in: String(decoding: bytes, as: UTF8.self))
  }

  /// sealer's own Clusterfile.
  var statePath: String { knownRelease.statePath(cluster: "my-cluster") }

  /// The runs of sealer for this cluster that are under way.
  func runsUnderWay() async throws -> [String] {
    try await session.look(
      "look for runs of sealer", MachineScripts.runningJobs, arguments: [name],
      timeout: .seconds(60)
    ).text.split(separator: "\n").map(String.init)
  }

  /// The same without the run that takes the cluster down: it does what is wanted of it, and is listened to.
  func runsBesideDestruction() async throws -> [String] {
    try await runsUnderWay().filter { $0 != "\(name)-\(Self.destruction)" }
  }

  /// The word for the run that takes the cluster down.
  static let destruction = "destroy"

  /// How far sealer is with a part of a change, such as `scale-2-join-10.0.0.22`.
  func work(_ part: String) async throws -> SealerWork {
    try await SealerWork.read("\(name)-\(part)", record: paths.attempt(of: part), on: session)
  }
}
