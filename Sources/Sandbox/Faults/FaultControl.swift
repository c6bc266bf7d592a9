import Documents

/// The path below which an administrator sets faults while the server runs: GET lists them, POST
/// adds one or several (a line each, see `Fault.init(_:)`), DELETE takes them all away.
struct FaultControl: Sendable {
  static let path = "/sandbox/faults"

  let cluster: ClusterState
  let user: UserInfo

  /// Answers a request; only `system:masters` may make one.
  func respond(to request: APIRequest) -> APIResponse {
    guard user.groups.contains("system:masters") else {
      return .failure(APIFailure(403, "Forbidden", "faults are set by administrators"))
    }
    switch request.method {
    case "GET": break
    case "DELETE": cluster.faults.clear()
    case "POST":
      do {
        let lines = String(decoding: request.body, as: UTF8.self).split(separator: "\n")
        for fault in try lines.map({ line in try Fault(String(line)) }) {
          cluster.faults.add(fault)
        }
      } catch {
        return .failure(.badRequest("\(error)"))
      }
    default: return .failure(.methodNotAllowed)
    }
    return .text(200, cluster.faults.all.map { "\($0)\n" }.joined())
  }
}
