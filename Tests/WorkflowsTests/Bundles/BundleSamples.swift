import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

@testable import Workflows

/// Bundles, and a folder of its own for each test.
final class BundleSamples {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path() + "mcctl-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A token that says when it ends, as API servers mint them; nobody has signed it.
  static func token(expires: Date) -> String {
    let claims = """
      {"sub":"system:serviceaccount:open-cluster-management:mcctl-join-c1",\
      "exp":\(Int(expires.timeIntervalSince1970)),"jti":"planted-id"}
      """
    let payload = Data(claims.utf8).base64EncodedString()
      .replacing("=", with: "").replacing("+", with: "-").replacing("/", with: "_")
    return "eyJhbGciOiJub25lIn0.\(payload).planted-signature"
  }

  static func request(
    _ name: String = "c1", expires: Date = Pair.now.addingTimeInterval(86_400)
  ) -> OfflineBundleRequest {
    OfflineBundleRequest(
      name: name, hubServer: "https://hub.example:6443",
      hubCABundle: Array(TestAuthorities.one.utf8), token: Secret(token(expires: expires)),
      toolVersion: "1.2.3")
  }

  static func bundle(
    _ name: String = "c1", expires: Date = Pair.now.addingTimeInterval(86_400)
  ) throws -> JoinBundle {
    // As if made before it ended.
    try OfflineBundle(
      request(name, expires: expires), now: { min(Pair.now, expires.addingTimeInterval(-1)) }
    ).bundle()
  }

  /// Writes a bundle and returns its path.
  func write(_ bundle: JoinBundle, _ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try BundleTarget(path).save(bundle)
    return path
  }
}
