import Testing

@testable import Workflows

@Suite("What the look at the machines says before a creation")
struct MachineInspectionTests {
  private func result(
    _ id: String, _ address: String, _ verdict: CheckVerdict
  ) throws -> CheckResult {
    CheckResult(try #require(CheckCatalogue.article(id)), subject: address, verdict)
  }

  @Test("The same finding of many machines is one warning")
  func warnings() throws {
    let many = try (1...9).map {
      try result("host.swap", "10.0.0.\($0)", .warn("/dev/dm-1"))
    }
    let one = try result("host.firewall", "10.0.0.2", .warn("ufw"))
    let inspection = MachineInspection(report: CheckReport(results: many + [one]), hosts: [])
    #expect(
      inspection.warnings == [
        "host.swap: /dev/dm-1 (10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5 and 4 more)",
        "host.firewall: ufw (10.0.0.2)",
      ])
    #expect(inspection.refusal(.createMachinesUnfit) == nil)
  }

  @Test("What fails is named with its id, its machine and what to do")
  func refusal() throws {
    let inspection = MachineInspection(
      report: CheckReport(results: [
        try result("host.cpu", "10.0.0.1", .fail("1 of 2 that are needed")),
        try result("host.name", "10.0.0.1", .pass("m1")),
        try result(
          "host.ports", "10.0.0.2",
          .fail("a port is in use", details: ["6443, for the API server, is in use by nginx"])),
        try result("host.memory", "10.0.0.2", .skip("ignored: 1.0 GiB of 4.0 GiB")),
      ]), hosts: [])
    let refusal = try #require(inspection.refusal(.createMachinesUnfit))
    #expect(refusal.id.rawValue == "create.machines-unfit" && refusal.category == .refused)
    #expect(refusal.what == "2 checks of the machines failed")
    #expect(
      refusal.why == """
        10.0.0.1: host.cpu: 1 of 2 that are needed
        10.0.0.2: host.ports: a port is in use (6443, for the API server, is in use by nginx)
        """)
    #expect(
      refusal.next == [
        "give the machine more processors", "stop what listens there: ss -ltnp 'sport = :PORT'",
        "mcctl explain host.cpu",
        "or leave out what does not matter: the same command with --ignore host.cpu,host.ports",
      ])
  }
}
