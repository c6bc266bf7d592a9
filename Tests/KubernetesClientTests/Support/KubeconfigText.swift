import Foundation

@testable import KubernetesClient

/// A kubeconfig with one cluster, user and context, `c`, `u` and `x`, whose fields a test gives as YAML
/// flow mappings.
func kubeconfig(
  cluster: String = "{server: \"https://hub.example.com:6443\"}", user: String = "{}",
  context: String = "{cluster: c, user: u}"
) -> String {
  """
  apiVersion: v1
  kind: Config
  current-context: x
  clusters:
  - name: c
    cluster: \(cluster)
  users:
  - name: u
    user: \(user)
  contexts:
  - name: x
    context: \(context)
  """
}

/// Bytes as kubeconfigs hold them.
func base64(_ bytes: [UInt8]) -> String {
  Data(bytes).base64EncodedString()
}

/// The text of the ``KubeconfigError`` that `body` throws.
func kubeconfigError(_ body: () throws -> some Any) -> String {
  do {
    _ = try body()
    return "no error"
  } catch let error as KubeconfigError {
    return error.description
  } catch {
    return "unexpected \(error)"
  }
}
