extension RemoteSession {
  /// A session, with the way in which it becomes root found out.
  static func opened(
    _ host: RemoteHost, _ connection: MasterConnection, _ run: SSHRun
  ) async throws -> RemoteSession {
    func session(_ privilege: RemotePrivilege) -> RemoteSession {
      RemoteSession(host, privilege: privilege, connection, run)
    }
    let plain = session(.none(reason: "the user is not root"))
    let user = try await plain.run("id -u", asRoot: false, timeout: .seconds(30))
    if user.text == "0" { return session(.root) }
    // -k: what sudo remembers from before does not count, for it may be forgotten in the middle of the work.
    let silent = try await plain.run("sudo -k -n true", asRoot: false, timeout: .seconds(30))
    if silent.exitCode == 0 { return session(.sudo) }
    guard host.sudoPassword != nil || host.password != nil else {
      return session(.none(reason: silent.errorTail))
    }
    let asking = session(.sudoWithPassword)
    do {
      let root = try await asking.run("id -u", timeout: .seconds(30))
      guard root.text == "0" else { return session(.none(reason: "sudo does not give root")) }
      return asking
    } catch RemoteHostError.sudo(_, let reason) {
      return session(.none(reason: reason))
    }
  }
}
