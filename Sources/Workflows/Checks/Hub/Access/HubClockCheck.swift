import FoundationEssentials
import KubernetesClient

/// `hub.clock`: the hub's clock agrees with the one here.
struct HubClockCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.clock", .access, "the hub's clock agrees with the one here",
    meaning: """
      Compares the Date of an answer with the clock here. Certificates and tokens are valid from and until a moment, \
      and a hub takes an agent for dead whose lease looks old.
      """,
    warns: "the clocks differ by 30 seconds or more.",
    fails:
      "the clocks differ by five minutes or more: new certificates are not valid yet, or leases look expired.",
    remedies: ["have both clocks set by NTP; if the other checks are fine, it is the one here"])

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    try await ClockComparison(reader: context.reader, now: context.options.now).verdict()
  }
}

/// Compares a server's clock with the one here.
struct ClockComparison: Sendable {
  let reader: APIReader
  let now: @Sendable () -> Date

  func verdict() async throws -> CheckVerdict {
    guard let reading = try await reader.clock(now: now) else {
      return .skip("the server's answers have no date")
    }
    let certain = max(0, abs(reading.offset) - reading.uncertainty)
    let side = reading.offset > 0 ? "ahead of" : "behind"
    let span = Duration.seconds(min(abs(reading.offset), 1e12)).spokenCoarsely
    switch certain {
    case ..<1: return .pass("they agree")
    case ..<30: return .pass("the server's is about \(span) \(side) the one here")
    case ..<300: return .warn("the server's is about \(span) \(side) the one here")
    default: return .fail("the server's is about \(span) \(side) the one here")
    }
  }
}
