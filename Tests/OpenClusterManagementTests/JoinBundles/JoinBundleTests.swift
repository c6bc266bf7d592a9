import Documents
import Foundation
import KubernetesClient
import Testing

@testable import OpenClusterManagement

@Suite("Join bundles")
struct JoinBundleTests {
  static let token = "planted-token-of-edge-7"

  static func source(
    _ name: String = "edge-7", expires: Date? = Date(timeIntervalSince1970: 1_800_086_400)
  ) -> BundleSource {
    var agent = AgentOptions(
      clusterName: name,
      bootstrap: JoinKubeconfig(
        server: "https://hub.example:6443", certificateAuthorities: Array(TestAuthorities.one.utf8),
        token: Secret(token)))
    agent.operatorOptions.pullCredentials = Array(#"{"auths":{}}"#.utf8)
    return BundleSource(
      agent: agent, recordUID: "record-uid", expires: expires, toolVersion: "1.2.3")
  }

  @Test("have the same bytes for the same input")
  func reproducible() throws {
    #expect(try JoinBundle(Self.source()).files == JoinBundle(Self.source()).files)
    #expect(try JoinBundle(Self.source()).files != JoinBundle(Self.source("edge-8")).files)
  }

  @Test("hold the files that are to be there, private, the scripts to be run")
  func files() throws {
    let files = try JoinBundle(Self.source()).files
    #expect(
      files.map(\.path) == [
        "README.md", "bundle.json", "images.txt", "join.sh", "leave.sh",
        "manifests/01-crds.yaml", "manifests/02-namespaces.yaml", "manifests/03-secrets.yaml",
        "manifests/04-operator.yaml", "manifests/05-agent.yaml",
      ])
    for file in files {
      #expect(file.permissions == (file.path.hasSuffix(".sh") ? 0o700 : 0o600))
      #expect(file.contents.last == UInt8(ascii: "\n"), "\(file.path)")
    }
  }

  @Test("hold the credential in one file alone")
  func credential() throws {
    let bundle = try JoinBundle(Self.source())
    let encoded = Data(Self.source().agent.bootstrap.text.utf8).base64EncodedString()
    for file in bundle.files {
      let text = String(decoding: file.contents, as: UTF8.self)
      #expect(text.contains(encoded) == (file.path == "manifests/03-secrets.yaml"))
      #expect(!text.contains(Self.token))
    }
    #expect(bundle.stream.contains(encoded))
  }

  @Test("apply the same objects as an import does, none lost")
  func objects() throws {
    let source = Self.source()
    let wanted = try AgentManifests(source.agent).objects().map(\.reference)
    let parts = try JoinBundle(source).manifests.parts
    #expect(Set(parts.flatMap(\.objects).map(\.reference)) == Set(wanted))
    #expect(parts.flatMap(\.objects).count == wanted.count)
    let secret = try #require(
      parts[2].objects.first { $0.name == Names.Secret.bootstrapHubKubeconfig })
    #expect(
      secret.value.at("metadata", "annotations", Names.Annotation.registration) == "record-uid")
  }

  @Test("list every other file with size and SHA-256")
  func description() throws {
    let bundle = try JoinBundle(Self.source())
    let json = try #require(bundle.files.first { $0.path == BundlePath.description })
    let description = try BundleDescription(parsing: json.contents)
    #expect(description == bundle.description)
    for file in bundle.files where file.path != BundlePath.description {
      let listed = try #require(description.files.first { $0.path == file.path })
      #expect(listed.digest == file.digest)
      #expect(listed.size == file.contents.count)
    }
    #expect(description.authorityPins == [TestAuthorities.onePin])
    #expect(description.expires == Self.source().expires)
    #expect(description.images == ["quay.io/open-cluster-management/registration-operator:v1.3.1"])
  }

  @Test("tell of a proxy, not of its password")
  func proxy() throws {
    var source = Self.source()
    source.agent.bootstrap.proxyURL = "http://user:planted-password@proxy.example:3128"
    let bundle = try JoinBundle(source)
    #expect(bundle.description.proxyURL == "http://proxy.example:3128")
    for file in bundle.files {
      #expect(!String(decoding: file.contents, as: UTF8.self).contains("planted-password"))
    }
  }

  @Test("are not for an agent that runs elsewhere")
  func hosted() {
    var source = Self.source()
    source.agent.mode = .hosted
    #expect(throws: ManifestOptionError.bundleNeedsOwnAgent(.hosted)) { try JoinBundle(source) }
  }

  @Test(
    "are not taken for another kind or version",
    arguments: [
      #"{"apiVersion":"mcctl.dev/v2","kind":"JoinBundle"}"#, #"{"kind":"Other"}"#, "[]", "", "{",
      #"{"apiVersion":"mcctl.dev/v1","kind":"JoinBundle"}"#,
    ])
  func foreign(text: String) {
    #expect(throws: DocumentError.self) { try BundleDescription(parsing: Array(text.utf8)) }
  }
}
