import Documents
import KubernetesClient
import OpenClusterManagement

/// The objects of an agent as they shall be in another release: as they are, but for images, and for
/// what the new operator cannot do without.
struct UpgradeObjects: Sendable {
  let request: UpgradeAgentRequest
  let situation: UpgradeSituation
  let version: OCMVersion

  /// The fields of a Klusterlet that name images, and which image each is.
  private static let fields: [(field: String, component: ImageSource.Component)] = [
    ("imagePullSpec", .registrationOperator), ("registrationImagePullSpec", .registration),
    ("workImagePullSpec", .work),
  ]

  /// The operator's new image.
  var operatorImage: String { image(.registrationOperator, now: situation.operatorImage) }

  /// The first image that is named by a digest and stays so.
  var imageByDigest: String? {
    let operatorNow = (ImageSource.Component.registrationOperator, situation.operatorImage)
    let others = Self.fields.compactMap { entry in
      present(entry.field).map { (entry.component, $0) }
    }
    return ([operatorNow] + others).first { component, image in
      image.digest != nil && request.images[component] == nil
        && image.version != version
    }.map { "\($0.1.repository)@\($0.1.digest ?? "")" }
  }

  /// Of the Deployments that register the cluster and hand out works: the images they will run.
  var agentImages: Set<String> {
    let components: [ImageSource.Component] =
      situation.klusterlet.mode?.isSingleton == true
      ? [.registrationOperator] : [.registration, .work]
    return Set(
      Self.fields.filter { components.contains($0.component) }.map {
        imageOf($0.field, $0.component)
      })
  }

  private func present(_ field: String) -> InstalledImage? {
    situation.klusterlet.value.at("spec", field)?.string
      .flatMap { $0.isEmpty ? nil : InstalledImage($0) }
  }

  /// What the Klusterlet says about an image; where it says nothing, OCM takes the public one without a
  /// release, so it is named beside the operator's.
  private func imageOf(_ field: String, _ component: ImageSource.Component) -> String {
    let registry = situation.operatorImage.registry ?? ImageSource.publicRegistry
    return image(
      component, now: present(field) ?? InstalledImage("\(registry)/\(component.rawValue)"))
  }

  private func image(_ component: ImageSource.Component, now: InstalledImage) -> String {
    if let given = request.images[component] { return given }
    guard let registry = request.registry else {
      let isThere = now.version == version && now.digest != nil
      return isThere
        ? "\(now.retagged(version))@\(now.digest ?? "")" : now.retagged(version)
    }
    return ImageSource(registry: registry, version: version).image(component)
  }
}

extension UpgradeObjects {
  /// The Klusterlet's type and what the operator may do; rights that somebody added stay.
  var prerequisites: [DesiredObject] {
    let definition = KlusterletUpgrade.definition
    let rules = KlusterletUpgrade.operatorRules(
      for: version, keeping: situation.operatorRole?["rules"]?.array ?? [])
    return [
      DesiredObject(type: definition.type, value: definition.value),
      DesiredObject(
        type: .clusterRoles,
        value: [
          "apiVersion": .string(ResourceType.clusterRoles.apiVersion), "kind": "ClusterRole",
          "metadata": ["name": .string(Names.ClusterRole.klusterlet)],
          "rules": .array(rules),
        ], method: .merge, exactPaths: [["rules"]]),
    ]
  }

  /// The operator's Deployment with its new image. Lists are replaced as a whole by a merge patch, so
  /// all containers are named as they are.
  var operatorDeployment: DesiredObject {
    var containers =
      situation.operatorDeployment.at("spec", "template", "spec", "containers")?.array ?? []
    if !containers.isEmpty { containers[0]["image"] = .string(operatorImage) }
    var value = skeleton(.deployments, situation.operatorDeployment)
    value.set(.array(containers), at: "spec", "template", "spec", "containers")
    return DesiredObject(
      type: .deployments, value: value, method: .merge,
      exactPaths: [["spec", "template", "spec", "containers"]])
  }

  /// The Klusterlet with its new images.
  var klusterlet: DesiredObject {
    var value = skeleton(.klusterlets, situation.klusterlet.value)
    let isSingleton = situation.klusterlet.mode?.isSingleton == true
    for (field, component) in Self.fields {
      let isUsed = isSingleton == (component == .registrationOperator)
      guard isUsed || present(field) != nil else { continue }
      value.set(.string(imageOf(field, component)), at: "spec", field)
    }
    return DesiredObject(type: .klusterlets, value: value, method: .merge)
  }

  private func skeleton(_ type: ResourceType, _ present: Value) -> Value {
    var metadata: Value = ["name": present.at("metadata", "name") ?? ""]
    metadata["namespace"] = present.at("metadata", "namespace")
    return [
      "apiVersion": .string(type.apiVersion), "kind": .string(type.kind), "metadata": metadata,
    ]
  }
}
