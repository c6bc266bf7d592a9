import Foundation

/// A network of its own in which programs run: from inside one address outside can be reached, and from
/// outside nothing inside. Made of a network namespace, which takes root's rights and iproute2.
final class FarNetwork: Sendable {
  /// Whether this machine lets one be made.
  static let isPossible: Bool = {
    guard geteuid() == 0, ProcessInfo.processInfo.environment["MCCTL_LIVE_HUB"] == nil else {
      return false
    }
    return ["ip", "python3"].allSatisfy { (try? Program.path($0)) != nil }
  }()

  /// The address that programs inside reach.
  let outside: String
  private let inside: String
  private let name: String

  /// Makes the network.
  init() async throws {
    let number = Int.random(in: 0..<16_000)
    (outside, inside) = Self.addresses(number)
    name = "mcctl\(number)"
    try await ip("netns", "add", name)
    try await ip("link", "add", "\(name)o", "type", "veth", "peer", "name", "\(name)i")
    try await ip("link", "set", "\(name)i", "netns", name)
    try await ip("addr", "add", "\(outside)/30", "dev", "\(name)o")
    try await ip("link", "set", "\(name)o", "up")
    try await ip("-n", name, "addr", "add", "\(inside)/30", "dev", "\(name)i")
    try await ip("-n", name, "link", "set", "\(name)i", "up")
    try await ip("-n", name, "link", "set", "lo", "up")
  }

  /// Takes the network away.
  func remove() async { try? await ip("netns", "delete", name) }

  /// The words that run a program inside.
  func words(_ program: String, _ arguments: [String]) throws -> [String] {
    ["netns", "exec", name, try Program.path(program).path] + arguments
  }

  /// Two neighbours in 10.213.0.0/16, of which the first is the outer one.
  private static func addresses(_ number: Int) -> (String, String) {
    let (high, low) = (number / 64, number % 64 * 4)
    return ("10.213.\(high).\(low + 1)", "10.213.\(high).\(low + 2)")
  }

  private func ip(_ arguments: String...) async throws {
    let outcome = try await Program.run("ip", arguments, timeout: 20)
    guard outcome.status == 0 else { throw Failed(outcome: outcome) }
  }

  /// iproute2 refused.
  struct Failed: Error { let outcome: Outcome }
}
