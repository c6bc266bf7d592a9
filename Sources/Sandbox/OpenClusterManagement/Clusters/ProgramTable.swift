/// The programs of OCM's images, by their command lines.
struct ProgramTable: Sendable {
  let environment: ClusterEnvironment

  /// The program of a container; nil for those that do nothing here, such as webhooks: what they
  /// decide is decided in the API server of the simulation.
  func program(_ commandLine: [String]) -> (any Program)? {
    guard let executable = commandLine.first?.split(separator: "/").last, commandLine.count > 1
    else { return nil }
    switch (executable, commandLine[1]) {
    case ("registration-operator", "hub"):
      return HubOperator(environment: environment)
    case ("registration-operator", "klusterlet"):
      return KlusterletOperator(environment: environment)
    case ("registration-operator", "agent"):
      return RegistrationAgent(environment: environment, companion: WorkAgent.work)
    case ("registration", "controller"):
      return RegistrationProgram(environment: environment)
    case ("registration", "agent"):
      return RegistrationAgent(environment: environment)
    case ("work", "agent"):
      return WorkAgent(environment: environment)
    default:
      return nil
    }
  }
}
