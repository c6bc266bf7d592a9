/// The names of a bundle's files.
public enum BundlePath {
  /// What the bundle is, with the digests of all other files.
  public static let description = "bundle.json"
  /// The images it takes, one a line.
  public static let images = "images.txt"
  /// What the person at the managed cluster reads.
  public static let readme = "README.md"
  /// Puts the agent on the cluster.
  public static let join = "join.sh"
  /// Takes the agent off the cluster.
  public static let leave = "leave.sh"
}
