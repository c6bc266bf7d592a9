import Logging

/// How a simulated cluster behaves.
struct ClusterOptions: Sendable {
  var pace = Pace()
  /// Images that start with one of these cannot be pulled: their pods never become ready.
  var unpullableImages: [String] = []
  /// Seconds that certificates which the cluster signs last at most.
  var certificateLifetime = SigningPolicy.longest
  var logger = Logger(label: "sandbox")

  /// Whether an image can be pulled.
  func isPullable(_ image: String) -> Bool {
    !unpullableImages.contains { image.hasPrefix($0) }
  }
}
