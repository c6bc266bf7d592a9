import Testing

@testable import Workflows

@Suite("Ways between versions of Kubernetes")
struct UpgradePathTests {
  @Test(
    "Versions are read of servers, kubelets and tags",
    arguments: [
      ("v1.22.15-aliyun.1", "1.22.15"), ("v1-22-15-ack-13", "1.22.15"), ("1.20.11", "1.20.11"),
      ("v1.36.0+k3s1", "1.36.0"), ("v1.22", nil), ("latest", nil), ("v1.22.x", nil),
      ("v1.22.15x", nil), ("", nil),
    ] as [(String, String?)])
  func versions(text: String, version: String?) {
    #expect(KubernetesVersion(text)?.description == version)
  }

  private static let ack = "r.example/ecp_builder/ackdistro"

  @Test(
    "One is there or not",
    arguments: [
      ("r/a:v1.22.3", "r/a:v1.22.15", true), ("r/a:v1.22.3", "r/a:v1.23.1", true),
      ("r/a:v1.22.3", "r/a:v1.24.1", false), ("r/a:v1.22.15", "r/a:v1.22.3", false),
      ("r/a:v1.22.3", "r/a:latest", true), ("r:5000/a", "r/a:v1.22.3", true),
      ("\(ack):v1-20-11-ack-25", "\(ack):v1-22-15-ack-13", true),
      ("\(ack):v1-20-4-ack-5", "\(ack):v1-22-15-ack-13", false),
      ("\(ack):v1-22-15-ack-10", "\(ack):v1-22-15-ack-13", false),
      ("\(ack):v1-22-15-ack-13", "\(ack):v1-20-11-ack-25", false),
    ])
  func ways(from: String, to: String, isKnown: Bool) {
    let path = UpgradePath(from: from, to: to, present: KubernetesVersion(image: from))
    #expect((path.obstacle == nil) == isKnown, "\(path.obstacle ?? "")")
    let isTold = KubernetesVersion(image: from) != nil && KubernetesVersion(image: to) != nil
    #expect((path.warning == nil) == isTold)
  }
}
