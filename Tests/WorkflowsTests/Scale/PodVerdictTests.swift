import Documents
import Testing

@testable import Workflows

@Suite("Which pods are evicted")
struct PodVerdictTests {
  private func pod(_ change: (inout Value) -> Void = { _ in }) -> Value {
    var pod: Value = [
      "metadata": [
        "name": "a", "ownerReferences": [["kind": "ReplicaSet", "name": "r", "controller": true]],
      ], "spec": ["volumes": [["name": "c", "configMap": [:]]]], "status": ["phase": "Running"],
    ]
    change(&pod)
    return pod
  }

  private var forcing: DrainPolicy {
    var policy = DrainPolicy()
    policy.force = true
    policy.deletesEmptyDirData = true
    return policy
  }

  @Test(
    "A pod that its controller makes anew elsewhere is evicted; one that goes already is waited for"
  )
  func evicted() {
    #expect(PodVerdict(pod(), DrainPolicy()) == .evict)
    let going = pod { $0.set("2026-01-01T00:00:00Z", at: "metadata", "deletionTimestamp") }
    #expect(PodVerdict(going, DrainPolicy()) == .going)
  }

  @Test("Pods of DaemonSets and of files stay, whatever is forced")
  func stay() {
    let daemon = pod {
      $0.set([["kind": "DaemonSet", "controller": true]], at: "metadata", "ownerReferences")
    }
    let mirror = pod {
      $0.set("x", at: "metadata", "annotations", "kubernetes.io/config.mirror")
      $0.set(nil, at: "metadata", "ownerReferences")
    }
    for pod in [daemon, mirror] {
      guard case .stay = PodVerdict(pod, forcing) else {
        Issue.record("\(PodVerdict(pod, forcing))")
        continue
      }
    }
  }

  @Test("What would be lost is refused, unless the flag of kubectl drain gives it up")
  func refused() {
    let alone = pod { $0.set(nil, at: "metadata", "ownerReferences") }
    // An owner that is no controller makes no other one.
    let owned = pod {
      $0.set([["kind": "ConfigMap", "name": "c"]], at: "metadata", "ownerReferences")
    }
    let scratch = pod { $0.set([["name": "s", "emptyDir": [:]]], at: "spec", "volumes") }
    for (pod, flag) in [
      (alone, "--force"), (owned, "--force"), (scratch, "--delete-emptydir-data"),
    ] {
      guard case .refuse(_, flag) = PodVerdict(pod, DrainPolicy()) else {
        Issue.record("\(flag): \(PodVerdict(pod, DrainPolicy()))")
        continue
      }
      #expect(PodVerdict(pod, forcing) == .evict)
    }
  }

  @Test("A pod that has ended loses nothing")
  func ended() {
    let ended = pod {
      $0.set("Succeeded", at: "status", "phase")
      $0.set(nil, at: "metadata", "ownerReferences")
      $0.set([["name": "s", "emptyDir": [:]]], at: "spec", "volumes")
    }
    #expect(PodVerdict(ended, DrainPolicy()) == .evict)
  }
}
