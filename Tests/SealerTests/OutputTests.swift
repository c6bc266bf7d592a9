import Testing

@testable import Sealer

@Suite("Output of sealer")
struct OutputTests {
  @Test("is cut into plain lines, redraws and colours and all")
  func lines() {
    var lines = OutputLines()
    let text = "\u{1B}[31mone\u{1B}[0m\r\n\n[copying] 5%\r[copying] 9%\rtw"
    var taken: [String] = []
    for byte in text.utf8 { taken += lines.take([byte]) }
    #expect(taken == ["one", "[copying] 5%", "[copying] 9%"])
    #expect(lines.take(Array("o 中\n".utf8)) == ["two 中"])
    #expect(lines.finish() == nil)
  }

  @Test("has log lines, with and without the place in the source")
  func logLines() {
    let line = LogLine("2026-11-22 20:43:39 [ERROR] [root.go:75] sealer-v0.11.0: EOF")
    #expect(line?.level == .error && line?.message == "sealer-v0.11.0: EOF")
    #expect(LogLine("[INFO] [10.0.0.1] will be added")?.message == "[10.0.0.1] will be added")
    #expect(LogLine("+ echo [ERROR]") == nil && LogLine("") == nil)
  }

  @Test("tells how far it is, each stage once and never back")
  func stages() {
    var progress = SealerProgress()
    let output = [
      "2026-11-22 20:43:39 [INFO] [a.go:1] start to create new cluster with image: x",
      "[copying files to 10.0.0.21] 4% [> ] (1/19)", "[copying files to 10.0.0.21] 9% [> ] (2/19)",
      "[copying files to 10.0.0.21] 94% [==> ] (18/19)",
      "2026-11-22 20:43:39 [INFO] [a.go:1] start to run hook(a) on host([10.0.0.21])",
      "2026-11-22 20:43:39 [INFO] [a.go:1] start to init master0...",
      "+ export A=b",
      "2026-11-22 20:43:39 [INFO] [a.go:1] start to run hook(b) on host([10.0.0.21])",
      "2026-11-22 20:43:39 [INFO] [a.go:1] start to join 10.0.0.21 as worker",
      "2026-11-22 20:43:39 [INFO] [a.go:1] succeeded in joining 10.0.0.21 as worker",
      "2026-11-22 20:43:39 [WARNING] [a.go:1] try to get clusterfile from cluster: x",
      "2026-11-22 20:43:39 [INFO] [a.go:1] succeeded in creating new cluster with image x",
    ]
    let events = output.compactMap { progress.take($0) }
    #expect(
      events == [
        .stage(.prepare), .progress("copying files to 10.0.0.21: 4%"),
        .progress("copying files to 10.0.0.21: 94%"), .stage(.hooks), .stage(.controlPlane),
        .stage(.nodes), .progress("succeeded in joining 10.0.0.21 as worker"),
        .warning("try to get clusterfile from cluster: x"), .stage(.finished),
      ])
  }

  @Test("loses its credentials before anybody sees it")
  func redaction() {
    let redaction = Redaction(secrets: ["planted-password"])
    let lines = [
      "join command is: kubeadm join apiserver:6443 --token abcdef.0123456789abcdef --discovery-token-ca-cert-hash sha256:00 --certificate-key 9a8b7c",
      "failed to execute command(export Password=\"s3cret value\";export B=\"x\";bash a.sh)",
      "passwd: hunter22, user: root", "  passwd: \"hunter 22\"", "with planted-password inside",
      "client-key-data: c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==",
    ].map(redaction.line)
    let all = lines.joined(separator: "\n")
    for secret in [
      "0123456789abcdef", "9a8b7c", "s3cret", "hunter", "planted-password", "c2VjcmV0LXNlY3",
    ] {
      #expect(!all.contains(secret), "\(all)")
    }
    #expect(lines[0].hasPrefix("join command is: kubeadm join apiserver:6443 --token ***"))
    #expect(
      lines[1] == "failed to execute command(export Password=\"***\";export B=\"***\";bash a.sh)")
  }
}
