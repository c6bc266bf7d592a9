import RemoteHosts

/// `host.reachable`: the machine lets mcctl in.
struct HostReachableCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.reachable", .login, "the machine lets mcctl in",
    meaning: """
      Logs in over SSH as the file says, through the jump host if there is one. The machine's key has to be known: by \
      a file of known hosts, by fingerprints in the file, or by agreeing on a terminal.
      """,
    fails:
      "no connection comes about, the key is not known or another one, or the login is refused.",
    remedies: [
      "read the reason; mcctl explain tells more of its id",
      "try it by itself: ssh -p PORT USER@HOST true",
    ])

  var requires: [String] { [] }

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    switch context.finding {
    case .found(_, let privilege):
      let user = context.host.ssh.user.map { " as \($0)" } ?? ""
      return .pass("logged in\(user)\(privilege == .root ? "" : ", with sudo where it is needed")")
    case .failed(let error):
      let why = error.why.map { ": \($0)" } ?? ""
      return .fail("\(error.what)\(why)", next: error.next + ["mcctl explain \(error.id.rawValue)"])
    case .unreached(let reason): return .fail(reason)
    }
  }
}

/// `host.root`: mcctl may do what is needed there.
struct HostRootCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.root", .login, "the user is root, or may become it by sudo",
    meaning: """
      sealer has to run as root on the first master, where mcctl gives sudo its password. To the other machines sealer logs \
      in itself, and can give sudo none.
      """,
    warns: "the user is not root: sealer works best as root itself.",
    fails:
      "the user is not root, and sudo refuses, or wants a password on a machine that is not the first master.",
    remedies: [
      "log in as root", "have the user allowed to run everything by sudo, without a password",
    ])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    guard case .found(_, let privilege) = context.finding else { return .skip("nothing is known") }
    switch privilege {
    case .root: return .pass("it is root")
    case .sudo:
      return .warn("sudo without a password", next: ["log in as root where it is possible"])
    case .sudoWithPassword where !context.isFirstMaster:
      return .fail(
        "sudo wants a password, and sealer has none to give",
        next: ["log in as root", "write into sudoers: USER ALL=(ALL) NOPASSWD: ALL"])
    case .sudoWithPassword:
      return .warn("sudo with a password", next: ["log in as root where it is possible"])
    case .none(reason: let reason): return .fail("sudo refuses: \(reason)")
    }
  }
}

/// `host.from-master`: the first master reaches the machine.
struct HostFromMasterCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.from-master", .login, "the first master reaches the other machines",
    meaning: """
      sealer runs on the first master and logs in to all other machines from there. Opens their SSH ports from it, \
      without logging in.
      """,
    fails: "a machine's SSH port cannot be reached from the first master.",
    remedies: [
      "open the way between the machines; Kubernetes needs all ports open between them",
      "write the addresses by which the machines reach each other",
    ])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    guard context.isFirstMaster else { return .pass("looked at from the first master") }
    let unreached = try context.facts.unreached.map { $0.replacing("/", with: " port ") }
    guard !unreached.isEmpty else { return .pass("all are reached") }
    return .fail("\(unreached.count) cannot be reached from here", details: unreached)
  }
}
