import Documents
import Foundation

/// `curl` in a Pod, as far as asking an API server goes: it really connects, over verified TLS, and ends
/// with curl's exit status and words (curl, EXIT CODES).
struct CurlProgram: Sendable {
  let arguments: [String]
  let pod: Value
  let connect: HubConnector

  /// Connects and tells how that went.
  func run() async -> ProgramEnd {
    guard let url = arguments.last.flatMap(URLComponents.init(string:)), let host = url.host else {
      return ProgramEnd(status: 3, output: "curl: (3) URL rejected")
    }
    do {
      let client = try connect(try kubeconfig(url), "curl")
      defer { client.close() }
      _ = try await client.get(.namespaces, "kube-system", nil)
      return ProgramEnd(status: 0, output: "200")
    } catch let failure as APIFailure {
      // The server answered, which is all that is asked.
      return ProgramEnd(status: 0, output: String(failure.code))
    } catch {
      return Self.end("\(error)", host: host, port: url.port ?? 443)
    }
  }

  private func kubeconfig(_ url: URLComponents) throws -> HubKubeconfig {
    var base = url
    base.path = ""
    base.query = nil
    var cluster: Value = ["server": .string(base.string ?? "")]
    if let authorities = value("--cacert").flatMap(file) {
      cluster["certificate-authority-data"] = .string(
        Data(authorities.utf8).base64EncodedString())
    }
    let document: Value = [
      "clusters": [["name": "c", "cluster": cluster]],
      "contexts": [["name": "c", "context": ["cluster": "c"]]], "current-context": "c",
    ]
    return try HubKubeconfig(Array(YAML.text(document).utf8))
  }

  private func value(_ flag: String) -> String? {
    arguments.firstIndex(of: flag).flatMap { index in
      index + 1 < arguments.count ? arguments[index + 1] : nil
    }
  }

  /// A file of a downwardAPI volume that shows an annotation of the Pod itself.
  private func file(_ path: String) -> String? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let mounts = pod.at("spec", "containers")?[0]?["volumeMounts"]?.array ?? []
    let mount = mounts.first {
      $0["mountPath"]?.string?.split(separator: "/").joined(separator: "/") == folder
    }
    let volume = pod.at("spec", "volumes")?.array?.first { $0["name"] == mount?["name"] }
    let item = volume?.at("downwardAPI", "items")?.array?.first {
      $0["path"]?.string == path.split(separator: "/").last.map(String.init)
    }
    guard let field = item?.at("fieldRef", "fieldPath")?.string,
      field.hasPrefix("metadata.annotations['"), field.hasSuffix("']")
    else { return nil }
    let key = String(field.dropFirst("metadata.annotations['".count).dropLast(2))
    return pod.at("metadata", "annotations", key)?.string
  }

  private static func end(_ reason: String, host: String, port: Int) -> ProgramEnd {
    let place = "\(host) port \(port)"
    func end(_ status: Int, _ words: String) -> ProgramEnd {
      ProgramEnd(status: status, output: "curl: (\(status)) \(words)")
    }
    if reason.contains("not valid for this host") {
      return end(
        60, "SSL: no alternative certificate subject name matches target host name '\(host)'")
    }
    if reason.contains("certificate") {
      return end(60, "SSL certificate problem: unable to get local issuer certificate")
    }
    if reason.contains("refused") {
      return end(7, "Failed to connect to \(place) after 0 ms: Could not connect to server")
    }
    if reason.contains("timeout") || reason.contains("deadline") {
      return end(28, "Failed to connect to \(place) after 15000 ms: Timeout was reached")
    }
    if reason.contains("no such host") || reason.lowercased().contains("resolve")
      || reason.contains("SocketAddressError") || reason.contains("dns")
    {
      return end(6, "Could not resolve host: \(host)")
    }
    return end(35, "\(reason)")
  }
}
