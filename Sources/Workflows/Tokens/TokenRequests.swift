public import Documents
public import FoundationEssentials
import OpenClusterManagement

/// A credential to make with which one cluster alone can join.
public struct CreateTokenRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var cluster: String
  /// How long the credential is valid; a hub may shorten it.
  public var validity: Duration = .seconds(3600)
  /// What kind of credential it is.
  public var kind = JoinCredentialKind.serviceAccount

  /// Makes a credential that is valid for an hour.
  public init(cluster: String) { self.cluster = cluster }
}

/// Which cluster's credentials to revoke.
public struct RevokeTokenRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var cluster: String
  /// Treat a cluster without credentials as done.
  public var ignoresNotFound = false

  /// Revokes every join credential of a cluster.
  public init(cluster: String) { self.cluster = cluster }
}

/// A new join credential. Its token is the result of the command and is in no event or log.
public struct CreateTokenReport: WorkflowReport, Hashable {
  /// The cluster it is for.
  public let cluster: String
  /// What kind of credential it is.
  public let kind: JoinCredentialKind
  /// The user the hub sees when it is used.
  public let user: String
  /// The bearer token: a secret. Empty after a server-side dry run.
  public let token: String
  /// When it stops being valid.
  public let expires: Date?
  /// The hub's URL, from its kubeconfig.
  public let hubURL: String

  /// The machine form with the token in it, for the result that the caller asked for.
  public var documentWithToken: Value {
    var value = document
    value["token"] = .string(token)
    return value
  }

  /// The machine form without the token, as it goes into events.
  public var document: Value {
    var value: Value = [
      "cluster": .string(cluster), "type": .string(kind.rawValue), "user": .string(user),
      "hubURL": .string(hubURL),
    ]
    value["expires"] = expires.map { .string(Timestamp.text($0)) }
    return value
  }
}

/// What revoking came to.
public struct RevokeTokenReport: WorkflowReport, Hashable {
  /// The cluster whose credentials were revoked.
  public let cluster: String
  /// True when there was one.
  public let isRevoked: Bool

  /// The machine form; its field names are API.
  public var document: Value { ["cluster": .string(cluster), "revoked": .bool(isRevoked)] }
}

/// A join credential as it is listed: never with its token.
public struct TokenRow: Sendable, Hashable {
  /// The cluster it is for.
  public let cluster: String
  /// What kind of credential it is.
  public let kind: JoinCredentialKind
  /// The user the hub sees when it is used.
  public let user: String
  /// When it was made.
  public let created: Date?
  /// When the latest token made for it stops being valid; nil when that is not recorded.
  public let expires: Date?
  /// When a certificate was last asked for with it, as far as the hub still knows: it forgets requests
  /// within a day. nil does not mean that it was never used.
  public let lastUsed: Date?
  /// The name of that request.
  public let lastRequest: String?

  /// The machine form: `{"cluster", "type", "user", "created", "expires", "lastUsed", "lastRequest"}`.
  public var document: Value {
    var value: Value = [
      "cluster": .string(cluster), "type": .string(kind.rawValue), "user": .string(user),
    ]
    value["lastUsed"] = lastUsed.map { .string(Timestamp.text($0)) }
    value["lastRequest"] = lastRequest.map(Value.string)
    value["created"] = created.map { .string(Timestamp.text($0)) }
    value["expires"] = expires.map { .string(Timestamp.text($0)) }
    return value
  }
}
