import Testing

@testable import KubernetesClient

/// What a kubeconfig must not say, and where it is told so.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String

    init(_ text: String, _ expected: String) {
      self.text = text
      self.expected = expected
    }

    var testDescription: String { expected }
  }

  @Test(arguments: shapes + clusters + users)
  func refused(_ test: Case) {
    let message = kubeconfigError {
      try Kubeconfig.fromText(test.text, source: "f").resolve()
    }
    #expect(message == test.expected)
  }

  static let shapes: [Case] = [
    Case("- a", "f:1:1: a kubeconfig must be an object, not a list"),
    Case("kind: Pod", "f:1:1: this is a Pod, not a kubeconfig (kind: Config)"),
    Case("apiVersion: v2", "f:1:1: kubeconfig version v2 is not supported, only v1"),
    Case("clusters: {}", "f:1:1: .clusters must be a list, not an object"),
    Case("a: 1", "f:1:1: .a is not supported"),
    Case("kind: Config\n---\nkind: Config", "f: a kubeconfig is a single document"),
    Case(
      "contexts:\n- name: a\n- name: a", "f:3:3: contexts has a second entry named \"a\""),
    Case(
      kubeconfig().replacing("current-context: x", with: "preferences: {colors: true}"),
      "no context was named and the kubeconfig has no current-context; the contexts are x"),
    Case(
      kubeconfig().replacing("current-context: x", with: "current-context: prod"),
      "there is no context \"prod\"; the contexts are x"),
    Case(
      kubeconfig(context: "{cluster: d, user: u}"),
      "f:12:13: there is no cluster \"d\"; the clusters are c"),
    Case(
      kubeconfig(context: "{cluster: c, user: v}"),
      "f:12:25: there is no user \"v\"; the users are u"),
    Case(kubeconfig(context: "{user: u}"), "f:12:3: context \"x\" names no cluster"),
    Case(kubeconfig(context: "{cluster: c}"), "f:12:3: context \"x\" names no user"),
  ]

  static let clusters: [Case] = [
    Case(
      kubeconfig(cluster: "{server: \"https://h\", insecure-skip-tls-verfy: true}"),
      "f:6:34: .clusters[0].cluster.insecure-skip-tls-verfy is not supported"),
    Case(kubeconfig(cluster: "{}"), "f:6:3: the cluster has no server"),
    Case(
      kubeconfig(cluster: "{server: \"hub:6443\"}"),
      "f:6:13: server \"hub:6443\" must begin with https:// (or http://)"),
    Case(
      kubeconfig(cluster: "{server: \"https://\"}"), "f:6:13: server \"https://\" is not a URL"),
    Case(
      kubeconfig(cluster: "{server: \"https://a:b@h\"}"),
      "f:6:13: server must not contain a user name or password; they belong to the user"),
    Case(
      kubeconfig(cluster: "{server: \"https://h\", insecure-skip-tls-verify: yes please}"),
      "f:6:34: .clusters[0].cluster.insecure-skip-tls-verify must be true or false, not a string"),
    Case(
      kubeconfig(cluster: "{server: \"https://h\", certificate-authority-data: \"%%%\"}"),
      "f:6:34: .clusters[0].cluster.certificate-authority-data is not valid base64"),
    Case(
      kubeconfig(
        cluster: "{server: \"https://h\", certificate-authority-data: \(base64(Array("x".utf8)))}"),
      "f:6:34: certificate-authority-data holds no PEM block of type CERTIFICATE"),
    Case(
      kubeconfig(cluster: "{server: \"https://h\", certificate-authority: /nonexistent/ca.crt}"),
      "f:6:34: certificate-authority /nonexistent/ca.crt: no such file or directory"),
    Case(
      kubeconfig(cluster: "{server: \"https://h\", certificate-authority: ca.crt}"),
      "f:6:34: a kubeconfig that is no file cannot name the relative path ca.crt"),
    Case(
      kubeconfig(cluster: "{server: \"https://h\", proxy-url: \"ftp://p\"}"),
      "f:6:34: proxy-url cannot be used: a proxy's scheme is http, https or socks5"),
  ]

  static let users: [Case] = [
    Case(
      kubeconfig(user: "{auth-provider: {name: gcp}}"),
      "f:9:10: .users[0].user.auth-provider is not supported"),
    Case(
      kubeconfig(user: "{token: 12345}"),
      "f:9:10: .users[0].user.token must be a string, not a number"),
    Case(
      kubeconfig(user: "{token: t, username: bob}"),
      "f:9:10: token and username exclude each other"),
    Case(
      kubeconfig(user: "{as-groups: [a]}"),
      "f:9:3: as-uid, as-groups and as-user-extra need \"as\": the user to act as"),
    Case(
      kubeconfig(user: "{as: a, as-groups: [1]}"),
      "f:9:17: .users[0].user.as-groups must be a list of strings, not a number"),
    Case(
      kubeconfig(user: "{client-certificate-data: \(base64(Array("x".utf8)))}"),
      "f:9:3: there is a client certificate without a client key"),
    Case(
      kubeconfig(user: "{client-key: /k}"),
      "f:9:3: there is a client key without a client certificate"),
    Case(
      kubeconfig(user: "{client-certificate: /nonexistent/c, client-key: /nonexistent/k}"),
      "f:9:10: client-certificate /nonexistent/c: no such file or directory"),
    Case(
      kubeconfig(user: "{exec: {apiVersion: client.authentication.k8s.io/v1}}"),
      "f:9:10: exec needs a command"),
    Case(kubeconfig(user: "{exec: {command: c}}"), "f:9:10: exec needs an apiVersion"),
    Case(
      kubeconfig(user: "{exec: {command: c, apiVersion: client.authentication.k8s.io/v1alpha1}}"),
      "f:9:29: exec apiVersion client.authentication.k8s.io/v1alpha1 is not supported, only "
        + "client.authentication.k8s.io/v1 and client.authentication.k8s.io/v1beta1"),
    Case(
      kubeconfig(user: "{exec: {command: c, apiVersion: client.authentication.k8s.io/v1}}"),
      "f:9:10: exec with client.authentication.k8s.io/v1 needs an interactiveMode: one of Never, "
        + "IfAvailable, Always"),
    Case(
      kubeconfig(
        user: "{exec: {command: c, apiVersion: client.authentication.k8s.io/v1, "
          + "interactiveMode: Never, env: [{value: v}]}}"),
      "f:9:104: a variable needs a name"),
  ]

  /// The message of an error must not show what could be secret.
  @Test func valuesAreNotShown() {
    let text = kubeconfig(user: "{password: [s3cr3t], token: s3cr3t}")
    let message = kubeconfigError { try Kubeconfig.fromText(text, source: "f") }
    #expect(message == "f:9:10: .users[0].user.password must be a string, not a list")
  }

  @Test func allowedExtras() throws {
    let text =
      kubeconfig(
        cluster: "{server: \"https://h\", extensions: [{name: a, extension: {b: 1}}]}",
        user: "{extensions: []}", context: "{cluster: c, user: u, extensions: null}")
      + "\npreferences: {colors: true}\nextensions: []\n"
    #expect(try Kubeconfig.fromText(text, source: "f").resolve().server == "https://h")
  }
}
