import Documents

/// What keeps a pod from running.
enum PodObstacle: Sendable, Hashable {
  /// The ServiceAccount does not exist, so no pod can be created.
  case serviceAccountMissing(String)
  /// A Secret that the pod mounts does not exist.
  case secretMissing(String)
  /// An image cannot be pulled.
  case imageUnpullable(String)

  /// The reason and message a waiting container shows.
  var waiting: (reason: String, message: String?) {
    switch self {
    case .serviceAccountMissing, .secretMissing: ("ContainerCreating", nil)
    case .imageUnpullable(let image):
      ("ImagePullBackOff", "Back-off pulling image \"\(image)\"")
    }
  }
}

/// Finds what keeps pods of a template from running.
struct PodPreconditions: Sendable {
  let client: any ResourceClient
  /// Whether an image can be pulled.
  let isPullable: @Sendable (_ image: String) -> Bool

  /// The first obstacle; nil when a pod can run.
  func obstacle(to template: PodTemplate) async throws -> PodObstacle? {
    let account = template.serviceAccount
    if try await client.find(.serviceAccounts, account, template.namespace) == nil {
      return .serviceAccountMissing(account)
    }
    for secret in template.requiredSecrets
    where try await client.find(.secrets, secret, template.namespace) == nil {
      return .secretMissing(secret)
    }
    return template.images.first { !isPullable($0) }.map(PodObstacle.imageUnpullable)
  }
}
