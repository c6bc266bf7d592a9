import Documents
import OpenClusterManagement

/// A certificate request as OCM's agent made it on a real hub (OCM 1.3.1, Kubernetes 1.36).
func signingRequest(
  _ name: String = "c1-wr5g7",
  username: String = "system:serviceaccount:open-cluster-management:agent-registration-bootstrap",
  token: String = "26bf7b3d-a8e9-489b-8e6b-439e6cc97ccd", condition: String? = nil
) -> Value {
  var request: Value = [
    "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
    "metadata": [
      "name": .string(name), "uid": "request-uid", "creationTimestamp": "2026-11-22T20:02:53Z",
      "labels": [Names.Label.clusterName: "c1"],
    ],
    "spec": [
      "request": .string(recordedRequest), "signerName": "kubernetes.io/kube-apiserver-client",
      "usages": ["digital signature", "key encipherment", "client auth"],
      "username": .string(username),
      "groups": ["system:serviceaccounts", "system:authenticated"],
      "extra": [
        "authentication.kubernetes.io/credential-id": [.string("JTI=\(token)")]
      ],
    ],
  ]
  if let condition {
    request.set(
      [["type": .string(condition), "status": "True", "reason": "Test"]],
      at: "status", "conditions")
  }
  return request
}

private let recordedRequest = """
  LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlJQlVqQ0IrUUlCQURDQmxqRmlNQ2dHQTFVRUNoTW\
  hjM2x6ZEdWdE9tOXdaVzR0WTJ4MWMzUmxjaTF0WVc1aApaMlZ0Wlc1ME9tTXhNRFlHQTFVRUNoTXZjM2x6ZEdWdE9t\
  OXdaVzR0WTJ4MWMzUmxjaTF0WVc1aFoyVnRaVzUwCk9tMWhibUZuWldRdFkyeDFjM1JsY25NeE1EQXVCZ05WQkFNVE\
  ozTjVjM1JsYlRwdmNHVnVMV05zZFhOMFpYSXQKYldGdVlXZGxiV1Z1ZERwak1UcHpZM2RxTnpCWk1CTUdCeXFHU000\
  OUFnRUdDQ3FHU000OUF3RUhBMElBQk5sSgpHdUtsTE8welRZQlFJTXB0eStYTUFDRVNaVS9xL0xsem5XWTY2S3ZyZD\
  k1WHljSjlDQUVqNHBSUW5lVUJPMGtSClJ5NEpUQTB6Y0V6UVJCUHlkSnVnQURBS0JnZ3Foa2pPUFFRREFnTklBREJG\
  QWlCVjd5eXI2cmNQeXRKODJibFEKQkdwZ0ZmOGFJZTFZK0Uya1V0SklUcnhvdVFJaEFNVUZlTlR6Um9OZ3pOa1l1Tm\
  1CeWpTblR5cGh3dkJ4UDA3VApIdlV2R2lSZQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K
  """
