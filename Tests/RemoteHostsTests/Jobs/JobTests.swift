import Foundation
import LoopbackHosts
import Synchronization
import Testing

@testable import RemoteHosts

@Suite("Detached jobs", .enabled(if: LoopbackHosts.isPossible), .timeLimit(.minutes(2)))
struct JobTests {
  private static let counting =
    "for i in 1 2 3 4 5 6 7 8 9; do echo \"$W $i\"; sleep 0.3; done; exit 3"
  private static let counted = (1...9).map { "line \($0)\n" }.joined()

  @Test(
    "A job goes on without its connection, and its output is whole and once",
    arguments: ["root", "operator"])
  func following(user: String) async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      let host = try user == "root" ? hosts.host("m1") : hosts.byPassword("m1", user: user)
      try await hosts.session(host) { session in
        let job = DetachedJob(id: "create-edge", on: session)
        #expect(try await job.state() == .absent)
        #expect(try await job.start(Self.counting, environment: ["W": "line"]) == .started)
        guard case .existing(.running) = try await job.start(Self.counting) else {
          Issue.record("it was started twice")
          return
        }
        var text = ""
        var events: [String] = []
        var state: JobState?
        for try await event in job.follow() {
          switch event {
          case .output(let bytes, let next):
            text += String(decoding: bytes, as: UTF8.self)
            #expect(next == text.utf8.count)
            if events.isEmpty, text.contains("line 3") {
              events.append("cut")
              machine.cut()
            }
          case .disconnected: events.append("disconnected")
          case .reconnected: events.append("reconnected")
          case .ended(let end): state = end
          }
        }
        #expect(text == Self.counted)
        #expect(events == ["cut", "disconnected", "reconnected"])
        #expect(state == .finished(exitCode: 3))
        #expect(try machine.mode(job.directory) == 0o700)
        for name in ["command", "output", "exit", "pid"] {
          #expect(try machine.mode("\(job.directory)/\(name)") == 0o600)
        }
        #expect(try await job.start(Self.counting) == .existing(.finished(exitCode: 3)))
        #expect(try await job.start("echo again", again: true) == .started)
        for try await _ in job.follow() {}
        #expect(String(decoding: try await job.output(), as: UTF8.self) == "again\n")
        #expect(machine.text("\(job.directory)/output.1") == Self.counted)
        try await job.remove()
        #expect(try await job.state() == .absent)
      }
    }
  }

  @Test("Another run of mcctl finds the job and goes on from an offset")
  func reattaching() async throws {
    try await Hosts.with("m1") { hosts in
      let host = try hosts.host("m1")
      try await hosts.session(host) { session in
        _ = try await DetachedJob(id: "j", on: session)
          .start(Self.counting, environment: ["W": "line"])
      }
      try await hosts.session(host) { session in
        let job = DetachedJob(id: "j", on: session)
        guard case .running = try await job.state() else {
          Issue.record("it ended with its connection")
          return
        }
        var text = ""
        for try await case .output(let bytes, _) in job.follow(from: 7) {
          text += String(decoding: bytes, as: UTF8.self)
        }
        #expect(text == String(Self.counted.dropFirst(7)))
      }
    }
  }

  @Test("Started by many at once, it runs once")
  func once() async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      try await hosts.session(try hosts.host("m1")) { session in
        let starts = try await withThrowingTaskGroup(of: JobStart.self) { group in
          for _ in 0..<8 {
            group.addTask {
              try await DetachedJob(id: "j", on: session)
                .start("echo x >>/root/ran; sleep 1")
            }
          }
          var starts: [JobStart] = []
          for try await start in group { starts.append(start) }
          return starts
        }
        #expect(starts.count { $0 == .started } == 1)
        for try await _ in DetachedJob(id: "j", on: session).follow() {}
        #expect(machine.text("/root/ran") == "x\n")
      }
    }
  }

  @Test("Cancelling ends all that a job started, also what does not want to")
  func cancelling() async throws {
    try await Hosts.with("m1") { hosts in
      let machine = try hosts.loopback["m1"]
      try await hosts.session(try hosts.host("m1")) { session in
        let job = DetachedJob(id: "j", on: session)
        _ = try await job.start("trap '' TERM; sleep 4711 & sleep 4712; sleep 4713")
        try await eventually {
          try machine.commandLines().contains { $0.hasPrefix("sleep 4712") }
        }
        await #expect(throws: RemoteHostError.self) { try await job.remove() }
        guard case .finished(let code) = try await job.cancel(grace: .seconds(1)) else {
          Issue.record("it still runs")
          return
        }
        #expect(code > 128)
        let left = try machine.commandLines()
        #expect(!left.contains { $0.hasPrefix("sleep 47") })
        guard case .existing(.finished) = try await job.start("true") else {
          Issue.record("what was cancelled began anew")
          return
        }
      }
    }
  }

  @Test("A job that was killed whole is lost, and can be started again")
  func lost() async throws {
    try await Hosts.with("m1") { hosts in
      try await hosts.session(try hosts.host("m1")) { session in
        let job = DetachedJob(id: "j", on: session)
        _ = try await job.start("sleep 4711; true")
        guard case .running(let supervisor) = try await job.state() else {
          Issue.record("it does not run")
          return
        }
        try await session.check("kill it", "kill -KILL -\(supervisor)")
        #expect(try await job.state() == .lost(rebooted: false))
        #expect(try await job.start("true") == .existing(.lost(rebooted: false)))
        // As after a restart of the machine.
        try await session.writeFile(Array("another\n".utf8), to: "\(job.directory)/boot")
        #expect(try await job.state() == .lost(rebooted: true))
        #expect(try await job.start("true", again: true) == .started)
        for try await _ in job.follow() {}
        #expect(try await job.state() == .finished(exitCode: 0))
      }
    }
  }
}
