import FoundationEssentials

/// Decides whether a certificate request may be approved for a cluster.
///
/// The rules are those by which OCM's own approver tells registration requests (OCM,
/// registration/register/csr, validateCSR) and more: labels and subject are chosen by whoever
/// writes the request, so what the API server vouches for (user, groups, token id, time) must fit
/// too.
public struct RegistrationRequestVerifier: Sendable {
  /// What requests are held against.
  public let expectation: RegistrationExpectation

  /// A verifier for one cluster.
  public init(_ expectation: RegistrationExpectation) {
    self.expectation = expectation
  }

  /// Looks at everything in a request; never stops at the first fault, so that the message is
  /// whole.
  public func verify(_ request: CertificateSigningRequest) -> RegistrationVerdict {
    let names = SubjectCheck(cluster: expectation.clusterName)
    var checks = checksOfObject(request)
    var commonName: String?
    switch read(request) {
    case .contents(let contents):
      commonName = contents.commonNames.first
      checks.append(check(.request, passed: "PKCS#10"))
      checks += names.checks(contents)
    case .weakKey(let key):
      checks.append(check(.request, passed: "PKCS#10"))
      checks += names.checks(weakKey: key)
    case .unreadable(let reason):
      checks.append(check(.request, failed: reason))
      checks += names.checksSkipped(because: "the request cannot be read")
    }
    checks.append(checkUsages(request))
    checks.append(checkRequester(request, commonName: commonName))
    checks.append(checkCredential(request))
    checks.append(checkFreshness(request))
    return RegistrationVerdict(
      requestName: request.name, clusterName: expectation.clusterName, checks: checks,
      agentName: commonName.flatMap(names.agentName), keyFingerprint: request.requestedKey)
  }

  /// Verifies the requests of a cluster and gives the verdicts, newest request first. An agent that
  /// was restarted asks again with a new key, so several may be acceptable.
  public func verify(_ requests: [CertificateSigningRequest]) -> [RegistrationVerdict] {
    requests
      .sorted { left, right in
        let times = [left, right].map { $0.creationTimestamp ?? .distantPast }
        return times[0] == times[1] ? left.name < right.name : times[0] > times[1]
      }
      .map(verify)
  }
}

extension RegistrationRequestVerifier {
  /// What reading a request came to.
  private enum Reading {
    case contents(CertificateRequestContents)
    case weakKey(RequestedKey)
    case unreadable(String)
  }

  private func read(_ request: CertificateSigningRequest) -> Reading {
    guard let pem = request.requestPEM, !pem.isEmpty else {
      return .unreadable("spec.request is missing or not base64")
    }
    do {
      return .contents(try CertificateRequestContents(pem: pem))
    } catch UnreadableRequest.weakKey(let key) {
      return .weakKey(key)
    } catch {
      return .unreadable("not a readable PKCS#10 request: \(error)")
    }
  }

  private func checksOfObject(_ request: CertificateSigningRequest) -> [RegistrationCheck] {
    [checkLabel(request), checkPurpose(request), checkSigner(request), checkState(request)]
  }

  private func checkLabel(_ request: CertificateSigningRequest) -> RegistrationCheck {
    guard let name = request.clusterName else {
      return check(.label, failed: "label \(Names.Label.clusterName) is missing")
    }
    guard name.isIdentical(to: expectation.clusterName) else {
      return check(.label, failed: "label names cluster \"\(name)\"")
    }
    return check(.label, passed: "names cluster \(name)")
  }

  private func checkPurpose(_ request: CertificateSigningRequest) -> RegistrationCheck {
    if let addOn = request.addOn { return check(.purpose, failed: "is for addon \"\(addOn)\"") }
    return check(.purpose, passed: "is for the cluster's agent")
  }

  private func checkSigner(_ request: CertificateSigningRequest) -> RegistrationCheck {
    guard request.signerName.isIdentical(to: Names.Signer.kubeAPIServerClient) else {
      return check(
        .signer,
        failed: "goes to signer \"\(request.signerName)\", not \(Names.Signer.kubeAPIServerClient)")
    }
    return check(.signer, passed: request.signerName)
  }

  private func checkState(_ request: CertificateSigningRequest) -> RegistrationCheck {
    for type in ["Denied", "Failed"] {
      if let condition = request.condition(type), condition.isTrue {
        return check(.state, failed: "\(type): \(condition.reason) \(condition.message)")
      }
    }
    return check(.state, passed: request.isApproved ? "approved already" : "pending")
  }

  /// What OCM's agent asks for (OCM, registration/register/csr). Kubernetes also takes requests
  /// without key encipherment, which elliptic curve keys do not need.
  private func checkUsages(_ request: CertificateSigningRequest) -> RegistrationCheck {
    let usages = Set(request.usages)
    let needed: Set = ["digital signature", "client auth"]
    guard usages.isSuperset(of: needed), usages.isSubset(of: needed.union(["key encipherment"]))
    else {
      return check(
        .usages, failed: "are \(usages.sorted()); a client certificate needs \(needed.sorted())")
    }
    return check(.usages, passed: usages.sorted().joined(separator: ", "))
  }

  private func checkRequester(
    _ request: CertificateSigningRequest, commonName: String?
  ) -> RegistrationCheck {
    let cluster = expectation.clusterName
    let matches = expectation.requesters.contains {
      $0.matches(request, of: cluster, commonName: commonName)
    }
    guard matches else {
      let expected = expectation.requesters.map { $0.described(for: cluster) }
      return check(
        .requester,
        failed: "asked by \"\(request.username)\", not \(expected.joined(separator: " or "))")
    }
    return check(.requester, passed: request.username)
  }

  private func checkCredential(_ request: CertificateSigningRequest) -> RegistrationCheck {
    guard !expectation.tokenIdentifiers.isEmpty else {
      return check(.credential, skipped: "the token's id is not known here")
    }
    guard isMadeWithAccountToken(request) else {
      return check(.credential, skipped: "not made with a ServiceAccount's token")
    }
    guard let identifier = request.tokenIdentifier else {
      return check(.credential, skipped: "this API server does not tell which token was used")
    }
    guard expectation.tokenIdentifiers.contains(where: identifier.isIdentical(to:)) else {
      return check(.credential, failed: "made with token \(identifier), not with the one minted")
    }
    return check(.credential, passed: "made with the minted token \(identifier)")
  }

  /// Users whom the operator named, and bootstrap tokens, are told by their name alone.
  private func isMadeWithAccountToken(_ request: CertificateSigningRequest) -> Bool {
    let others = expectation.requesters.filter { requester in
      switch requester {
      case .joinCredential, .sharedServiceAccount, .agent: false
      case .bootstrapToken, .sharedBootstrapToken, .user: true
      }
    }
    return !others.contains {
      $0.matches(request, of: expectation.clusterName, commonName: nil)
    }
  }

  private func checkFreshness(_ request: CertificateSigningRequest) -> RegistrationCheck {
    guard let minted = expectation.credentialMinted else {
      return check(.freshness, skipped: "when the credential was minted is not known here")
    }
    guard let created = request.creationTimestamp else {
      return check(.freshness, failed: "has no creation time")
    }
    let times = "\(Timestamp.text(created)), the credential is of \(Timestamp.text(minted))"
    // Creation times have whole seconds.
    guard created.timeIntervalSince(minted) >= -1 - expectation.clockTolerance else {
      return check(.freshness, failed: "is of \(times)")
    }
    return check(.freshness, passed: "is of \(times)")
  }

  private func check(_ kind: RegistrationCheck.Kind, passed text: String) -> RegistrationCheck {
    RegistrationCheck(kind: kind, outcome: .passed(text))
  }

  private func check(_ kind: RegistrationCheck.Kind, failed text: String) -> RegistrationCheck {
    RegistrationCheck(kind: kind, outcome: .failed(text))
  }

  private func check(_ kind: RegistrationCheck.Kind, skipped text: String) -> RegistrationCheck {
    RegistrationCheck(kind: kind, outcome: .skipped(text))
  }
}
