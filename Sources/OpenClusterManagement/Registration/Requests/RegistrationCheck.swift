/// One thing that was looked at in a certificate request.
public struct RegistrationCheck: Sendable, Hashable {
  /// What is looked at; the raw value is the stable id of the check.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The label names the cluster.
    case label
    /// It is for the cluster's agent, not for an addon's.
    case purpose
    /// It goes to the signer of API server clients.
    case signer
    /// Nobody denied it and signing did not fail.
    case state
    /// It is a readable PKCS#10 request.
    case request
    /// It was signed with the key it names: the requester has the private key.
    case signature
    /// The common name is the agent's user name for this cluster.
    case commonName = "common-name"
    /// The organisations are the cluster's groups and no others.
    case organization
    /// The subject has nothing else, and no alternative names or other extensions are asked for.
    case extras
    /// The key is of a kind and size that is not easily broken.
    case key
    /// The certificate would serve to authenticate a client and for nothing else.
    case usages
    /// Who asked is who should.
    case requester
    /// It was made with the very token that was minted for the cluster.
    case credential
    /// It is not older than the credential.
    case freshness
  }

  /// How it came out.
  public enum Outcome: Sendable, Hashable {
    /// It is as it should be; the text says what was found.
    case passed(String)
    /// It is not; the text says what was found and what was expected.
    case failed(String)
    /// It could not be looked at; the text says why. Does not count against the request.
    case skipped(String)
  }

  /// What was looked at.
  public let kind: Kind
  /// How it came out.
  public let outcome: Outcome

  /// Whether this check speaks against approving.
  public var isFailed: Bool {
    if case .failed = outcome { true } else { false }
  }

  /// What was found, in words.
  public var message: String {
    switch outcome {
    case .passed(let text), .failed(let text), .skipped(let text): text
    }
  }
}

/// What came out of verifying one certificate request.
public struct RegistrationVerdict: Sendable, Hashable {
  /// The request's name on the hub.
  public let requestName: String
  /// The cluster it was verified for.
  public let clusterName: String
  /// Every check, in a fixed order.
  public let checks: [RegistrationCheck]
  /// The agent's id, the end of the common name; nil when the name is wrong.
  public let agentName: String?
  /// The key that is asked for; nil when the request cannot be read.
  public var keyFingerprint: KeyFingerprint?

  /// The checks that speak against approving.
  public var failures: [RegistrationCheck] { checks.filter(\.isFailed) }

  /// Whether it may be approved.
  public var isAcceptable: Bool { failures.isEmpty }

  /// Passes only an acceptable request.
  public func requireAcceptable() throws(RegistrationRequestRefused) {
    guard isAcceptable else { throw RegistrationRequestRefused(verdict: self) }
  }
}

/// A certificate request was not what it should be, so it was not approved.
public struct RegistrationRequestRefused: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was found.
  public let verdict: RegistrationVerdict

  /// The reason in a sentence.
  public var description: String {
    let failures = verdict.failures.map { "\($0.kind.rawValue): \($0.message)" }
    return "certificate request \(verdict.requestName) is not a proper registration of cluster "
      + "\(verdict.clusterName): \(failures.joined(separator: "; "))"
  }
}
