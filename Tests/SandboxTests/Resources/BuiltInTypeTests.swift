import Documents
import Testing

@testable import Sandbox

struct BuiltInTypeTests {
  @Test func everyBuiltInKindHasAType() {
    let without = BuiltInResources.definitions.filter { !$0.schema.isStruct }
    #expect(without.map(\.kind.kind) == [])
  }

  @Test func everyFieldHasAKnownType() {
    // A type that no table declares reads as one that allows anything, without any word of it.
    let definition = BuiltInTypes.standard.definitions["io.k8s.api.core.v1.PodSpec"]
    let containers = definition?.property("containers")
    #expect(
      containers?.content.items?.property("ports")?.content.listType
        == .map(keys: ["containerPort", "protocol"]))
    #expect(containers?.content.patch.mergeKey == "name")
    #expect(definition?.property("restartPolicy")?.content.defaultValue == "Always")
    #expect(definition?.content.required == ["containers"])
  }

  @Test func protobufBodiesAreRead() throws {
    // `kubectl create configmap a --from-literal=k=v` of kubectl 1.32.
    let body: [UInt8] =
      [0x6B, 0x38, 0x73, 0x00]
      + message([
        (1, message([(1, Array("v1".utf8)), (2, Array("ConfigMap".utf8))])),
        (
          2,
          message([
            (
              1,
              message([
                (1, Array("a".utf8)), (2, []), (3, Array("default".utf8)), (8, []),
                (11, message([(1, Array("l".utf8)), (2, Array("1".utf8))])),
              ])
            ), (2, message([(1, Array("k".utf8)), (2, Array("v".utf8))])),
          ])
        ), (3, []), (4, []),
      ])
    #expect(
      try ProtobufObject.decode(body) == [
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": ["name": "a", "namespace": "default", "labels": ["l": "1"]],
        "data": ["k": "v"],
      ])
  }

  @Test(arguments: [[0x6B, 0x38] as [UInt8], [0x6B, 0x38, 0x73, 0x00, 0x0A, 0x7F], []])
  func bodiesThatAreNoProtobufAreRefused(_ body: [UInt8]) {
    #expect(throws: APIFailure.self) { try ProtobufObject.decode(body) }
  }

  private func message(_ fields: [(Int, [UInt8])]) -> [UInt8] {
    fields.flatMap { number, bytes in
      [UInt8(number << 3 | 2), UInt8(bytes.count)] + bytes
    }
  }
}
