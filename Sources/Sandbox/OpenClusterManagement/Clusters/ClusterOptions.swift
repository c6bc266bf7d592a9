import Logging

/// How a simulated cluster behaves.
struct ClusterOptions: Sendable {
  var pace = Pace()
  /// `gitVersion` of the API server, such as `v1.36.0`.
  var gitVersion = "v1.36.0"
  /// Images that start with one of these cannot be pulled: their pods never become ready.
  var unpullableImages: [String] = []
  var logger = Logger(label: "sandbox")

  /// Whether an image can be pulled.
  func isPullable(_ image: String) -> Bool {
    !unpullableImages.contains { image.hasPrefix($0) }
  }
}
