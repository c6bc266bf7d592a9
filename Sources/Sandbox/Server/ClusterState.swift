import Documents
import Synchronization

/// Everything that one simulated cluster remembers.
final class ClusterState: Sendable {
  let store: ObjectStore
  let catalog: ResourceCatalog
  let customResources: CustomResources
  let authority: CertificateAuthority
  let tokens: TokenIssuer
  let openAPI: OpenAPIHandler
  let faults = FaultInjector()
  let bindings: BindingIndex

  private let plugins = Mutex<[any AdmissionPlugin]>([])
  private let currentSettings: Mutex<ClusterSettings>
  private let currentGateway = Mutex<ClusterGateway?>(nil)

  init(authority: CertificateAuthority, settings: ClusterSettings = ClusterSettings()) {
    store = ObjectStore()
    bindings = BindingIndex(store: store)
    catalog = ResourceCatalog()
    customResources = CustomResources(catalog: catalog)
    openAPI = OpenAPIHandler(catalog: catalog)
    self.authority = authority
    tokens = TokenIssuer()
    currentSettings = Mutex(settings)
  }

  /// The admission plugins in the order in which they were registered.
  var admissionPlugins: [any AdmissionPlugin] { plugins.withLock { $0 } }

  /// Adds an admission plugin after those that are there.
  func register(_ plugin: any AdmissionPlugin) { plugins.withLock { $0.append(plugin) } }

  /// cluster-gateway, where the cluster serves it.
  var gateway: ClusterGateway? { currentGateway.withLock { $0 } }

  /// Serves cluster-gateway, with the Secrets of a namespace.
  func serveGateway(secrets namespace: String) {
    currentGateway.withLock { $0 = ClusterGateway(cluster: self, secrets: namespace) }
    catalog.add(ClusterGateway.definition)
  }

  var settings: ClusterSettings {
    get { currentSettings.withLock { $0 } }
    set { currentSettings.withLock { $0 = newValue } }
  }

  /// The current state of an object of a built-in kind.
  func object(_ kind: Kind, _ name: String, namespace: String = "") -> Value? {
    storedObject(kind, name, namespace: namespace)?.value
  }

  /// An object of a built-in kind as it lies in the storage.
  func storedObject(_ kind: Kind, _ name: String, namespace: String = "") -> StoredObject? {
    let key = ObjectKey(namespace: namespace, name: name)
    return store.object(ResourceKey(group: kind.group, plural: kind.plural), key)
  }

  /// The objects of a built-in kind.
  func objects(_ kind: Kind, namespace: String? = nil) -> [Value] {
    store.list(ResourceKey(group: kind.group, plural: kind.plural), namespace: namespace)
      .objects.map(\.value)
  }
}
