import Documents
import FoundationEssentials
import Testing

@Suite struct MaskingValueTests {
  @Test func masksTheDataOfSecretsWhereverTheyStand() {
    let secret: Value = [
      "kind": "Secret", "metadata": ["name": "s"], "type": "Opaque",
      "data": ["a": "MQ==", "empty": ""], "stringData": ["b": "plain", "n": 5],
    ]
    let masked: Value = [
      "kind": "Secret", "metadata": ["name": "s"], "type": "Opaque",
      "data": ["a": "***", "empty": ""], "stringData": ["b": "***", "n": "***"],
    ]
    #expect(Masking.masked(secret) == masked)
    #expect(Masking.masked(["kind": "List", "items": [secret]])["items"] == [masked])
    let work: Value = ["spec": ["workload": ["manifests": [secret]]]]
    #expect(Masking.masked(work).at("spec", "workload", "manifests") == [masked])
  }

  @Test func masksSecretsThatDoNotSaySo() {
    let list: Value = ["kind": "SecretList", "items": [["data": ["a": "MQ=="]]]]
    #expect(Masking.masked(list)["items"] == [["data": ["a": "***"]]])
    let typed: Value = ["type": "kubernetes.io/tls", "data": ["tls.crt": "MQ=="]]
    #expect(Masking.masked(typed)["data"] == ["tls.crt": "***"])
    #expect(Masking.masked(["data": ["a": "MQ=="]], isSecret: true) == ["data": ["a": "***"]])
    #expect(
      Masking.masked(text: #"{"data":{"a":"MQ=="}}"#, isSecret: true) == #"{"data":{"a":"***"}}"#)
  }

  @Test func leavesConfigMapsAndCertificatesAlone() {
    let config: Value = ["kind": "ConfigMap", "data": ["a": "plain", "n": "1"]]
    #expect(Masking.masked(config) == config)
    let cluster: Value = [
      "certificate-authority-data": .string(base64(certificate)), "caBundle": .string(certificate),
      "secretName": "x", "tokenFile": "/var/run/token", "automountServiceAccountToken": "true",
      "secretRef": ["name": "token"], "publicKeyData": "abc", "continue": "abc",
      "resourceVersion": "12", "uid": "0b6a2f3c-7d57-4c9f-9a55-0d8ac23d3a11",
      "image": "quay.io/open-cluster-management/registration-operator:v1.3.1",
      "digest": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ]
    #expect(Masking.masked(cluster) == cluster)
  }

  @Test(arguments: [
    "token", "id-token", "refreshToken", "access_token", "bootstrapToken", "password", "Password",
    "client-key-data", "clientKeyData", "CLIENT_KEY_DATA", "private-key", "privateKey", "secretKey",
    "aws_secret_access_key", "api-key", "clientSecret", "Authorization", "passphrase", "tls.key",
    "ssh-privatekey", ".dockerconfigjson", "auth", "Set-Cookie", "db.password",
  ])
  func masksByName(key: String) {
    #expect(Masking.masked([key: "abc"]) == [key: "***"])
    #expect(Masking.masked([key: 12345]) == [key: "***"])
    #expect(Masking.masked([key: ["a", "b"]]) == [key: ["***", "***"]])
    #expect(Masking.masked([key: ""]) == [key: ""])
    #expect(Masking.masked([key: .null]) == [key: .null])
    #expect(Masking.masked([key: ["name": "ref"]]) == [key: ["name": "ref"]])
  }

  @Test func masksWhatAnotherMemberNames() {
    #expect(
      Masking.masked([
        "env": [["name": "DB_PASSWORD", "value": "x"], ["name": "A", "value": "y"]]
      ])
        == ["env": [["name": "DB_PASSWORD", "value": "***"], ["name": "A", "value": "y"]]])
    #expect(
      Masking.masked([["op": "add", "path": "/data/x", "value": "MQ=="]])
        == [["op": "add", "path": "/data/x", "value": "***"]])
    #expect(
      Masking.masked([["op": "add", "path": "/spec/x", "value": "y"]])
        == [["op": "add", "path": "/spec/x", "value": "y"]])
  }

  @Test func masksInsideTheLastAppliedConfiguration() {
    let key = "kubectl.kubernetes.io/last-applied-configuration"
    let applied = #"{"apiVersion":"v1","data":{"a":"MQ=="},"kind":"Secret"}"# + "\n"
    let value: Value = ["metadata": ["annotations": [key: .string(applied)]]]
    #expect(
      Masking.masked(value).at("metadata", "annotations", key)
        == #"{"apiVersion":"v1","data":{"a":"***"},"kind":"Secret"}"#)
  }

  @Test func masksKubeconfigsInTexts() throws {
    let masked = Masking.masked(["data": ["kubeconfig": .string(kubeconfig)]])
    let text = try #require(masked.at("data", "kubeconfig")?.string)
    #expect(!text.contains("c2VjcmV0") && !text.contains("s3cr3t"))
    let inner = try YAML.decode(text)
    #expect(inner.at("users")?[0]?.at("user", "token") == "***")
    #expect(inner.at("users")?[0]?.at("user", "client-key-data") == "***")
    #expect(inner.at("clusters")?[0]?.at("cluster", "server") == "https://hub:6443")
  }

  @Test func masksBase64OfKubeconfigsOnceAndTwice() {
    let once = base64(kubeconfig)
    let twice = base64(once)
    let wrapped = stride(from: 0, to: once.utf8.count, by: 64).map { start in
      String(decoding: Array(once.utf8)[start..<min(start + 64, once.utf8.count)], as: UTF8.self)
    }.joined(separator: "\n")
    #expect(
      Masking.masked(["a": .string(once), "b": .string(twice), "c": .string(wrapped)])
        == ["a": "***", "b": "***", "c": "***"])
    let harmless: Value = [
      "a": .string(base64("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: plain text\n"))
    ]
    #expect(Masking.masked(harmless) == harmless)
  }

  @Test func masksNothingInAManagedCluster() throws {
    let cluster = try YAML.decode(
      """
      apiVersion: cluster.open-cluster-management.io/v1
      kind: ManagedCluster
      metadata:
        name: cluster1
        annotations:
          note: "the token: was renewed"
      spec:
        hubAcceptsClient: true
        managedClusterClientConfigs:
        - url: https://api.cluster1.example.com:6443
          caBundle: \(base64(certificate))
      status:
        conditions:
        - type: ManagedClusterJoined
          message: Managed cluster joined
      """)
    #expect(Masking.masked(cluster) == cluster)
  }

  @Test func showsThatSecretsDiffer() {
    let pair = Masking.masked(
      before: [
        "token": "a", "password": "same", "text": "Bearer abc.def-123", "l": [["token": "x"]],
      ],
      after: [
        "token": "b", "password": "same", "text": "Bearer abc.def-456", "l": [["token": "y"], 1],
      ])
    #expect(
      pair.before == [
        "token": "*** (before)", "password": "***", "text": "Bearer *** (before)",
        "l": [["token": "*** (before)"]],
      ])
    #expect(
      pair.after == [
        "token": "*** (after)", "password": "***", "text": "Bearer *** (after)",
        "l": [["token": "*** (after)"], 1],
      ])
  }

  @Test func maskingTwiceChangesNothing() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let value: Value = ["token": .random(using: &generator), "x": .random(using: &generator)]
      let once = Masking.masked(value)
      #expect(Masking.masked(once) == once)
    }
  }
}

/// A text that is no certificate but looks like one.
let certificate = """
  -----BEGIN CERTIFICATE-----
  MIIBdzCCAR2gAwIBAgIBADAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhrM3Mtc2Vy
  -----END CERTIFICATE-----

  """

let kubeconfig = """
  apiVersion: v1
  kind: Config
  clusters:
  - name: hub
    cluster:
      server: https://hub:6443
      certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t
  users:
  - name: me
    user:
      token: s3cr3t
      client-key-data: c2VjcmV0
  """

func base64(_ text: String) -> String {
  Data(text.utf8).base64EncodedString()
}
