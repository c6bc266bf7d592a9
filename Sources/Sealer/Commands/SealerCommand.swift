/// A command line of sealer. No credential is ever in one: they are in the Clusterfile alone, or better nowhere.
///
/// The flags are those of `sealer COMMAND --help`; a test compares every line that can be made with them.
public enum SealerCommand: Sendable, Hashable {
  /// Which version it is.
  case version
  /// The images that are there.
  case images
  /// Takes an image from a tar archive.
  case load(file: String)
  /// Gets an image from its registry.
  case pull(image: String, platform: String?)
  /// Creates the cluster of a Clusterfile. With `ignoresCache`, what an earlier attempt copied is copied anew, since
  /// sealer does not see that settings have changed.
  case create(clusterfile: String, ignoresCache: Bool)
  /// Adds machines to the cluster: the Clusterfile names all that it is to have.
  case join(clusterfile: String, ignoresCache: Bool)
  /// Takes machines out of the cluster.
  case remove(masters: [String], nodes: [String], clusterfile: String?)
  /// Takes the whole cluster down.
  case destroy(clusterfile: String?)
  /// Moves the cluster to another image.
  case upgrade(image: String, clusterfile: String, cluster: String)
  /// Moves the cluster back to the image before an upgrade.
  case rollback(image: String, cluster: String)
  /// Says how the cluster is.
  case check
  /// Fails in versions that do not know `upgrade`, such as 0.9.0, and says its usage in all others.
  case upgradeUsage

  /// Whether it takes machines or the cluster away.
  public var isRemoval: Bool {
    switch self {
    case .remove, .destroy: true
    default: false
    }
  }

  /// The words after `sealer`.
  public func arguments(for release: SealerRelease) -> [String] {
    switch self {
    case .version: ["version", "--short"]
    case .images: Self.quiet + ["images", "--json"]
    case .load(let file): Self.plain + ["load", "-i", file]
    case .pull(let image, let platform):
      Self.plain + ["pull", image] + (platform.map { ["--platform", $0] } ?? [])
    case .create(let clusterfile, let ignoresCache):
      Self.quiet + [release.runsClusterfile ? "run" : "apply", "-f", clusterfile]
        + Self.cache(ignoresCache, release)
    case .join(let clusterfile, let ignoresCache):
      Self.quiet + ["apply", "-f", clusterfile] + Self.cache(ignoresCache, release)
    case .remove(let masters, let nodes, let clusterfile):
      Self.quiet + ["delete"] + Self.hosts("--masters", masters) + Self.hosts("--nodes", nodes)
        + Self.file(clusterfile) + ["--force"]
    case .destroy(let clusterfile):
      Self.quiet + ["delete", "--all"] + Self.file(clusterfile) + ["--force"]
        + (release.hasPrune ? ["--prune"] : [])
    case .upgrade(let image, let clusterfile, let cluster):
      if release.upgradesClusterfile {
        Self.quiet + ["upgrade", "-f", clusterfile]
      } else if release.minor >= 9 {
        Self.quiet + ["upgrade", image]
      } else {
        Self.quiet + ["upgrade", image, "-c", cluster]
      }
    case .rollback(let image, let cluster):
      Self.quiet + ["rollback", image] + (release.minor >= 9 ? [] : ["-c", cluster])
    case .upgradeUsage: Self.plain + ["upgrade", "--help"]
    case .check: Self.quiet + (release.minor >= 9 ? ["alpha", "check"] : ["check"]) + ["--post"]
    }
  }

  /// Where `-q` is the command's own flag and hides progress, it is left out.
  private static let plain = ["--color", "never"]
  /// Without colours, and without the usage text on every error.
  private static let quiet = ["--color", "never", "-q"]

  private static func cache(_ ignores: Bool, _ release: SealerRelease) -> [String] {
    ignores && release.hasIgnoreCache ? ["--ignore-cache"] : []
  }

  private static func hosts(_ flag: String, _ addresses: [String]) -> [String] {
    addresses.isEmpty ? [] : [flag, addresses.joined(separator: ",")]
  }

  private static func file(_ clusterfile: String?) -> [String] {
    clusterfile.map { ["-f", $0] } ?? []
  }
}
