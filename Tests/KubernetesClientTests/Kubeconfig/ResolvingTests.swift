import Documents
import Foundation
import Testing

@testable import KubernetesClient

@Suite struct ResolvingTests {
  private let directory: TemporaryDirectory
  private let authority: Authority
  private let client: Issued

  init() throws {
    directory = try TemporaryDirectory()
    authority = try Authority()
    client = try authority.issue("admin")
  }

  private func resolve(
    _ text: String, environment: [String: String] = [:],
    _ overrides: ConnectionOverrides = ConnectionOverrides(), now: Date = Date()
  ) throws -> ConnectionConfig {
    let path = try directory.write(text, to: "kube/config")
    return try Kubeconfig.load(
      explicitPath: path, environment: environment, homeDirectory: directory.path
    ).resolve(overrides: overrides, now: now)
  }

  private func clientData(_ certificate: [UInt8], _ key: [UInt8]) -> String {
    "{client-certificate-data: \(base64(certificate)), client-key-data: \(base64(key))}"
  }

  @Test func filesRelativeToTheKubeconfig() throws {
    try directory.write(authority.certificatePEM, to: "kube/pki/ca.crt")
    try directory.write(client.certificatePEM, to: "client.crt")
    try directory.write(client.keyPEM, to: "client.key")
    let config = try resolve(
      kubeconfig(
        cluster: "{server: \"https://h\", certificate-authority: pki/ca.crt}",
        user: "{client-certificate: ../client.crt, client-key: \(directory.path)/client.key}"))
    #expect(config.tls.caBundle == authority.certificatePEM)
    #expect(config.tls.clientCertificate == client.certificatePEM)
    #expect(config.tls.clientKey == client.keyPEM)
    #expect(config.clientCertificate?.commonName == "admin")
    #expect(config.description.user == "admin")
    #expect(config.credential == .none)
  }

  @Test func everyFieldOfACluster() throws {
    let config = try resolve(
      kubeconfig(
        cluster: "{server: \"https://h:6443/k8s/c1/?a#b\", tls-server-name: api.internal, "
          + "certificate-authority-data: \(base64(authority.certificatePEM)), "
          + "proxy-url: \"http://proxy:3128\", disable-compression: true}",
        context: "{cluster: c, user: u, namespace: agents}"))
    #expect(config.server == "https://h:6443/k8s/c1")
    #expect(config.tls.serverName == "api.internal")
    #expect(config.tls.caBundle == authority.certificatePEM)
    #expect(config.disablesCompression)
    #expect(config.namespace == "agents")
    #expect(config.proxy == (try ProxySettings(url: "http://proxy:3128")))
    #expect("\(config.description)" == "x (https://h:6443/k8s/c1)")
    #expect(config.description.user == "u")
  }

  @Test func verificationIsSkippedOnlyWithoutAnAuthority() throws {
    let insecure = try resolve(
      kubeconfig(cluster: "{server: \"https://h\", insecure-skip-tls-verify: true}"))
    #expect(insecure.tls.skipsVerification)
    let message = kubeconfigError {
      try resolve(
        kubeconfig(
          cluster: "{server: \"https://h\", insecure-skip-tls-verify: true, "
            + "certificate-authority-data: \(base64(authority.certificatePEM))}"))
    }
    #expect(
      message.hasSuffix(
        "certificate-authority-data and insecure-skip-tls-verify exclude each other"))
  }

  @Test func proxiesOfTheEnvironment() throws {
    let environment = ["HTTPS_PROXY": "http://p:1"]
    #expect(
      try resolve(kubeconfig(), environment: environment).proxy
        == ProxySettings(environment: environment))
    let message = kubeconfigError {
      try resolve(kubeconfig(), environment: ["HTTPS_PROXY": "ftp://p"])
    }
    #expect(message.hasPrefix("a proxy variable cannot be used"))
  }

  @Test func tokenFileBeforeToken() throws {
    let both = try resolve(kubeconfig(user: "{token: t, tokenFile: tok}"))
    #expect(
      both.credential
        == .tokenFile(path: "\(directory.path)/kube/tok", fallback: Secret("t")))
  }

  @Test func password() throws {
    let config = try resolve(kubeconfig(user: "{username: bob, password: p}"))
    #expect(config.credential == .basic(username: "bob", password: Secret("p")))
    #expect(config.description.user == "bob")
  }

  /// Nothing secret goes over a connection that everybody can read.
  @Test func noCredentialsInTheClear() throws {
    let config = try resolve(
      kubeconfig(cluster: "{server: \"http://127.0.0.1:8001\"}", user: "{token: t}"))
    #expect(config.credential == .none)
  }

  @Test func impersonation() throws {
    let text = kubeconfig(
      user: "{token: t, as: alice, as-uid: \"7\", as-groups: [a, b], as-user-extra: {k: [v, w]}}")
    let plain = try resolve(text)
    #expect(
      plain.impersonation
        == Impersonation(user: "alice", uid: "7", groups: ["a", "b"], extra: ["k": ["v", "w"]]))
    #expect(plain.description.user == "alice")
    let overridden = try resolve(
      text, ConnectionOverrides(impersonatedUser: "bob", impersonatedGroups: ["c"]))
    #expect(overridden.impersonation?.user == "bob")
    #expect(overridden.impersonation?.groups == ["c"])
    #expect(overridden.impersonation?.uid == "7")
    #expect(
      kubeconfigError {
        try resolve(kubeconfig(), ConnectionOverrides(impersonatedGroups: ["c"]))
      } == "groups or a UID to act as need a user to act as")
  }

  @Test func namespaceOverride() throws {
    let text = kubeconfig(context: "{cluster: c, user: u, namespace: a}")
    #expect(try resolve(text, ConnectionOverrides(namespace: "b")).namespace == "b")
  }

  @Test func expiredClientCertificate() throws {
    let expired = try authority.issue("old", from: -7200, to: -3600)
    let text = kubeconfig(user: clientData(expired.certificatePEM, expired.keyPEM))
    let message = kubeconfigError { try resolve(text) }
    #expect(message.contains("the client certificate of CN=old expired at 20"))
    #expect(message.contains("config:9:10:"))
    // It is the certificate's time that counts.
    #expect(try resolve(text, now: Date() - 5400).clientCertificate?.commonName == "old")
  }

  @Test func keyOfAnotherCertificate() throws {
    let other = try authority.issue("other")
    let message = kubeconfigError {
      try resolve(kubeconfig(user: clientData(client.certificatePEM, other.keyPEM)))
    }
    #expect(message.hasSuffix("client-key-data does not belong to the client certificate"))
  }

  @Test func certificateThatIsNone() throws {
    let pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    let broken = "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n"
    for (text, expected) in [
      (pem, "client-certificate-data holds no readable X.509 certificate"),
      (broken, "client-certificate-data is not valid PEM"),
    ] {
      let message = kubeconfigError {
        try resolve(kubeconfig(user: clientData(Array(text.utf8), client.keyPEM)))
      }
      #expect(message.hasSuffix(expected))
    }
    let message = kubeconfigError {
      try resolve(kubeconfig(user: clientData(client.certificatePEM, client.certificatePEM)))
    }
    #expect(message.hasSuffix("client-key-data holds no private key"))
  }

  @Test func dataAndFileExcludeEachOther() throws {
    let path = try directory.write(client.certificatePEM, to: "c.crt")
    let user =
      "{client-certificate: \(path), "
      + clientData(client.certificatePEM, client.keyPEM).dropFirst()
    #expect(
      kubeconfigError { try resolve(kubeconfig(user: String(user))) }
        .hasSuffix("client-certificate and client-certificate-data exclude each other"))
  }

  @Test func pluginWithAllItsFields() throws {
    let config = try resolve(
      kubeconfig(
        cluster: "{server: \"https://h\", tls-server-name: api, proxy-url: \"http://p:1\", "
          + "certificate-authority-data: \(base64(authority.certificatePEM)), extensions: "
          + "[{name: client.authentication.k8s.io/exec, extension: {audience: a}}]}",
        user: "{exec: {command: ./bin/login, args: [get, \"1\"], env: [{name: A, value: b}], "
          + "apiVersion: client.authentication.k8s.io/v1beta1, provideClusterInfo: true, "
          + "installHint: get it}}"))
    guard case .plugin(let plugin) = config.credential else {
      Issue.record("not a plugin: \(config.credential)")
      return
    }
    #expect(plugin.command == "\(directory.path)/kube/./bin/login")
    #expect(plugin.arguments == ["get", "1"])
    #expect(plugin.environment == [.init(name: "A", value: Secret("b"))])
    #expect(plugin.version == .v1beta1)
    #expect(plugin.interactiveMode == .ifAvailable)
    #expect(plugin.installHint == "get it")
    #expect(
      plugin.clusterInfo == [
        "server": "https://h", "tls-server-name": "api", "proxy-url": "http://p:1",
        "certificate-authority-data": .string(base64(authority.certificatePEM)),
        "config": ["audience": "a"],
      ])
  }

  @Test func pluginIsNotAskedBesideOtherCredentials() throws {
    let exec =
      "exec: {command: c, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}"
    #expect(try resolve(kubeconfig(user: "{token: t, \(exec)}")).credential == .token(Secret("t")))
    let user = clientData(client.certificatePEM, client.keyPEM).dropLast() + ", \(exec)}"
    #expect(try resolve(kubeconfig(user: String(user))).credential == .none)
  }

  @Test func secretsDoNotShow() throws {
    let config = try resolve(
      kubeconfig(user: "{token: s3cr3t}"), environment: ["PASSWORD": "s3cr3t"])
    var dumped = ""
    dump(config, to: &dumped)
    dump(config.credential, to: &dumped)
    for text in ["\(config)", String(reflecting: config), dumped, "\(config.credential)"] {
      #expect(!text.contains("s3cr3t"))
      #expect(!text.isEmpty)
    }
  }

  @Test func writtenKubeconfigIsRead() throws {
    let document = KubeconfigDocument(
      server: "https://hub:6443", caBundle: authority.certificatePEM, token: Secret("tok"),
      proxyURL: "http://p:1", tlsServerName: "api", namespace: "agents")
    let config = try ConnectionConfig.fromText(
      YAML.text(document.value), source: "the bootstrap secret")
    #expect(config.server == "https://hub:6443")
    #expect(config.tls.caBundle == authority.certificatePEM)
    #expect(config.tls.serverName == "api")
    #expect(config.credential == .token(Secret("tok")))
    #expect(config.namespace == "agents")
    #expect(config.contextName == "bootstrap")
    #expect(config.source == "the bootstrap secret")
    let plain = KubeconfigDocument(server: "https://hub", caBundle: nil, token: nil).value
    #expect(plain.at("users")?[0]?["user"] == [:])
    #expect(plain.at("clusters")?[0]?["cluster"] == ["server": "https://hub"])
  }
}
