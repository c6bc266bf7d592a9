/// The checks of what stands in the PKCS#10 request itself.
struct SubjectCheck {
  let cluster: String

  /// What is looked at here, in order.
  static let kinds: [RegistrationCheck.Kind] = [
    .signature, .commonName, .organization, .extras, .key,
  ]

  /// One outcome for each of `kinds`.
  func checks(_ contents: CertificateRequestContents) -> [RegistrationCheck] {
    let outcomes = [
      signature(contents), commonName(contents), organization(contents), extras(contents),
      keyOutcome(contents.key),
    ]
    return zip(Self.kinds, outcomes).map { RegistrationCheck(kind: $0, outcome: $1) }
  }

  /// Outcomes for a request that was not read further because of its key.
  func checks(weakKey key: RequestedKey) -> [RegistrationCheck] {
    let others = checksSkipped(because: "the key is not acceptable").filter { $0.kind != .key }
    return others + [RegistrationCheck(kind: .key, outcome: keyOutcome(key))]
  }

  /// Outcomes for a request whose contents are not known.
  func checksSkipped(because reason: String) -> [RegistrationCheck] {
    Self.kinds.map { RegistrationCheck(kind: $0, outcome: .skipped(reason)) }
  }

  /// The agent's id in a common name; nil when it is not one of this cluster's agents. It must be
  /// printable and without a colon, or OCM could not take the name apart again.
  func agentName(in commonName: String) -> String? {
    let prefix = Names.User.agent("", of: cluster)
    guard commonName.utf8.starts(with: prefix.utf8) else { return nil }
    let agent = commonName.utf8.dropFirst(prefix.utf8.count)
    guard !agent.isEmpty, agent.count <= 253,
      agent.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") })
    else { return nil }
    return String(agent)
  }

  private func signature(_ contents: CertificateRequestContents) -> RegistrationCheck.Outcome {
    contents.isSignatureValid
      ? .passed("made with the key in the request")
      : .failed("was not made with the key in the request")
  }

  private func commonName(_ contents: CertificateRequestContents) -> RegistrationCheck.Outcome {
    guard contents.commonNames.count == 1, let name = contents.commonNames.first else {
      return .failed(
        "there are \(contents.commonNames.count) common names: \(contents.commonNames)")
    }
    guard agentName(in: name) != nil else {
      return .failed("is \"\(name)\", not \(Names.User.agent("<agent>", of: cluster))")
    }
    return .passed(name)
  }

  private func organization(_ contents: CertificateRequestContents) -> RegistrationCheck.Outcome {
    let own = Names.Group.agents(of: cluster)
    let found = contents.organizations
    let others = found.filter {
      !$0.isIdentical(to: own) && !$0.isIdentical(to: Names.Group.managedClusters)
    }
    guard found.count(where: { $0.isIdentical(to: own) }) == 1,
      found.count(where: { $0.isIdentical(to: Names.Group.managedClusters) }) <= 1, others.isEmpty
    else {
      return .failed("are \(found); \(own) and at most \(Names.Group.managedClusters) may be")
    }
    return .passed(found.joined(separator: ", "))
  }

  private func extras(_ contents: CertificateRequestContents) -> RegistrationCheck.Outcome {
    let extras = contents.otherSubjectParts + contents.extensions
    guard extras.isEmpty else {
      return .failed("asks for \(extras.joined(separator: "; ")) besides")
    }
    return .passed("asks for nothing besides")
  }

  private func keyOutcome(_ key: RequestedKey) -> RegistrationCheck.Outcome {
    guard key.isAcceptable else {
      return .failed("is \(key); EC P-256 or stronger, Ed25519 or RSA of 2048 bits may be")
    }
    return .passed(key.description)
  }
}
