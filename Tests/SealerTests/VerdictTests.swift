import Testing

@testable import Sealer

@Suite("How a run of sealer ended")
struct VerdictTests {
  @Test(
    "is told from what the real one says",
    arguments: [
      ("run-image-missing", SealerFailure.imageMissing), ("run-bad-ip", .addressInvalid),
      ("clusterfile-bad-yaml", .clusterfileInvalid), ("scale-up-no-cluster", .stateMissing),
      ("unknown-flag", .usage), ("load-missing", .unknown),
    ])
  func recorded(name: String, failure: SealerFailure) throws {
    let recording = try Recording(name)
    let verdict = SealerVerdict(exitStatus: recording.status, lines: recording.lines)
    #expect(verdict.failure == failure)
    #expect(verdict.evidence?.isEmpty == false)
  }

  static let log = "2026-11-22 20:43:39 [ERROR] [root.go:75] sealer-v0.11.0: "

  @Test(
    "is told from the texts of every failure",
    arguments: [
      (
        SealerFailure.hostUnreachable,
        "failed to create ssh session for 10.0.0.2: dial tcp 10.0.0.2:22: i/o timeout"
      ),
      (
        .hostUnreachable,
        "[ssh][10.0.0.2] failed to create ssh session: dial tcp 10.0.0.2:22: connect: no route to host"
      ),
      (.hostUnreachable, "failed to connect node: [10.0.0.2], maybe you have change its sshpasswd"),
      (
        .authentication,
        "failed to create ssh session for 10.0.0.2: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none password], no supported methods remain"
      ),
      (
        .keyRefused,
        "ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no"
      ),
      (.keyExchange, "ssh: handshake failed: ssh: no common algorithm for key exchange"),
      (.alreadyMember, "failed to scale node for duplicated ip: 10.0.0.2"),
      (.clusterfileInvalid, "failed to decode Cluster[v2]: x"),
      (.imageArchitecture, "no image found in manifest list for architecture arm64"),
      (.notRoot, "cannot mount using driver overlay in rootless mode"),
      (.diskFull, "write /var/lib/x: no space left on device"),
      (.hostNameRepeated, "[Validator:HostNameDuplicate on host:10.0.0.2] fails: same"),
      (.timeSkew, "[Validator:TimeDiff on host:10.0.0.2] fails: 90 s"),
      (.timeSkew, "time of host(10.0.0.2) is not synchronized"),
      (
        .hostTooSmall,
        "[Validator:InstanceResource on host:10.0.0.2] fails: need 150 GB, but only has 20 GB"
      ),
      (.portInUse, "failed to init master0: [ERROR Port-6443]: Port 6443 is in use"),
      (.leftovers, "[ERROR DirAvailable--var-lib-etcd]: /var/lib/etcd is not empty"),
      (.kubeletUnhealthy, "failed to init master0: timed out waiting for the condition"),
      (.registryDown, "failed to pull sea.hub:5000/pause:3.6"),
      (.apiUnreachable, "failed to new k8s runtime client via adminconf: timed out waiting"),
      (.healthCheck, "failed to run hook: post_install"),
      (.scriptFailed, "failed to run hook: disk-init"),
      (.preflight, "failed to validate cluster: x"),
      (.staleCertificates, "a kubeconfig exists already but has got the wrong CA cert"),
      (.unknown, "something new"),
    ])
  func told(failure: SealerFailure, text: String) {
    let verdict = SealerVerdict(exitStatus: 1, lines: ["noise", Self.log + text])
    #expect(verdict.failure == failure)
    #expect(verdict.evidence?.contains(text) == true)
  }

  @Test("names what explains, not what follows from it")
  func firstCause() {
    let verdict = SealerVerdict(
      exitStatus: 1,
      lines: [
        "[Validator:InstanceResource on host:10.0.0.1] fails: need 4 CPU",
        Self.log + "failed to run hook: preflight",
      ])
    #expect(verdict.failure == .hostTooSmall)
    #expect(verdict.evidence == "[Validator:InstanceResource on host:10.0.0.1] fails: need 4 CPU")
  }

  @Test("is a failure though sealer ends with 0, when a file was not copied")
  func silentCopy() {
    let line = "2026-11-22 20:43:39 [ERROR] [sftp.go:1] failed to copy local file(a): x"
    #expect(SealerVerdict(exitStatus: 0, lines: [line]).failure == .copyFailed)
    #expect(
      SealerVerdict(exitStatus: 0, lines: [line + ": no space left on device"]).failure == .diskFull
    )
    #expect(SealerVerdict(exitStatus: 0, lines: ["fine"]).failure == nil)
  }

  @Test("is no failure, when only the record of applications was missing in the end")
  func missingRecord() {
    let line = Self.log + "remove /root/.sealer/application.json: no such file or directory"
    #expect(SealerVerdict(exitStatus: 1, lines: [line], isRemoval: true).failure == nil)
    #expect(SealerVerdict(exitStatus: 1, lines: [line]).failure != nil)
  }

  @Test("is not what was configured to be ignored, nor what sealer always warns of")
  func harmless() {
    let verdict = SealerVerdict(
      exitStatus: 1,
      lines: [
        "[Validator:TimeDiff on host:a] fails: x, since --ignore-errors is configured, this failure has been ignored",
        "2026-11-22 20:43:39 [WARNING] [c.go:1] try to get clusterfile from cluster: stat /root/.sealer/Clusterfile: no such file or directory",
        Self.log + "panic: runtime error: index out of range",
      ])
    #expect(verdict.failure == .crash)
    #expect(SealerVerdict(exitStatus: 2, lines: []).failure == .crash)
  }

  @Test("Every failure has a text, but the one that is not known")
  func complete() {
    #expect(
      Set(SealerFailure.texts.map(\.failure)).union([.unknown]) == Set(SealerFailure.allCases))
  }
}
