import RemoteHosts
import Sealer

/// What is on the machine on which sealer runs. Only read.
struct MachineState: Sendable {
  /// The path of the sealer that is there; nil for none.
  let sealer: String?
  /// Its version; nil when there is none, or it does not tell.
  let release: SealerRelease?
  /// Whether there is a control plane: kubeadm's admin.conf.
  let hasCluster: Bool
  /// Whether sealer remembers a cluster.
  let hasState: Bool
  /// The claim on the machine for this cluster.
  let claim: MachineClaim?
  /// The clusters that other claims are for.
  let otherClaims: [String]
  /// Whether the image is there; false without sealer.
  let hasImage: Bool

  /// `$1` the folder of all clusters, then what makes sealer tell its version.
  private static let probe = LookScript(
    """
    clusters=$1; shift
    PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin; export PATH
    sealer=$(command -v sealer 2>/dev/null || true)
    echo "sealer $sealer"
    if [ -n "$sealer" ]; then echo "version $(HOME=/root "$sealer" "$@" 2>/dev/null | head -n 1)"; fi
    if [ -e /etc/kubernetes/admin.conf ]; then echo cluster; fi
    if [ -e /root/.sealer/Clusterfile ]; then echo state; fi
    for claim in "$clusters"/*/claim.json; do
      if [ -e "$claim" ]; then claim=${claim%/claim.json}; echo "claim ${claim##*/}"; fi
    done
    """)

  private static let imagesProbe = LookScript(
    """
    PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin; HOME=/root; export PATH HOME
    cd /root; exec sealer "$@" 2>&1 </dev/null
    """)

  /// Looks.
  static func read(
    _ session: RemoteSession, _ paths: MachinePaths, image: String
  ) async throws -> MachineState {
    let text = try await session.look(
      "look at what is there", probe,
      arguments: [MachinePaths.clusters] + SealerCommand.version.arguments(for: .newest),
      timeout: .seconds(60)
    ).text
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    func values(_ key: String) -> [String] {
      lines.filter { $0.first.map(String.init) == key }.compactMap { $0.dropFirst().first }
        .map(String.init)
    }
    let release = values("version").first.flatMap(SealerRelease.init)
    var hasImage = false
    if let release {
      let listing = try await session.tryLook(
        imagesProbe, arguments: SealerCommand.images.arguments(for: release),
        timeout: .seconds(60))
      hasImage = ImageListing.contains(image, in: listing.text)
    }
    let keys = Set(lines.compactMap { $0.first.map(String.init) })
    return MachineState(
      sealer: values("sealer").first, release: release, hasCluster: keys.contains("cluster"),
      hasState: keys.contains("state"),
      claim: try await session.readFile(paths.claim).flatMap(MachineClaim.init),
      otherClaims: values("claim").filter { $0 != paths.name },
      hasImage: hasImage)
  }
}
