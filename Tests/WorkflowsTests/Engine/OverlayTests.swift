import Documents
import Testing

@testable import Workflows

@Suite struct OverlayTests {
  @Test func keepsDefaultsOfTheServer() throws {
    let wanted = try YAML.decode(
      """
      spec:
        replicas: 1
        template:
          spec:
            containers:
            - name: main
              image: a:1
              env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
      """)
    let present = try YAML.decode(
      """
      spec:
        replicas: 1
        revisionHistoryLimit: 10
        template:
          spec:
            restartPolicy: Always
            containers:
            - name: sidecar
              image: injected
            - name: main
              image: a:1
              imagePullPolicy: IfNotPresent
              env: [{name: POD, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: metadata.name}}}]
      """)
    #expect(Overlay.laying(wanted, over: present) == present)
  }

  @Test(arguments: [
    ("{a: 1}", "{a: 2, b: 3}", "{a: 1, b: 3}"),
    ("{a: {b: 1}}", "{}", "{a: {b: 1}}"),
    ("{list: [1, 2]}", "{list: [1, 2, 3]}", "{list: [1, 2]}"),
    ("{rules: [{verbs: [get]}]}", "{rules: [{verbs: [get, list]}]}", "{rules: [{verbs: [get]}]}"),
    ("{subjects: [{name: a}]}", "{subjects: [{name: a}, {name: b}]}", "{subjects: [{name: a}]}"),
    ("{labels: {}, args: []}", "{x: 1}", "{x: 1}"),
    ("{a: null}", "{a: 1}", "{a: 1}"),
    ("{finalizers: [ours]}", "{finalizers: [theirs]}", "{finalizers: [theirs, ours]}"),
    ("{finalizers: [ours]}", "{finalizers: [ours, theirs]}", "{finalizers: [ours, theirs]}"),
  ])
  func predicts(wanted: String, present: String, expected: String) throws {
    let result = Overlay.laying(try YAML.decode(wanted), over: try YAML.decode(present))
    #expect(result == (try YAML.decode(expected)))
  }

  @Test func changesAnElementOfAKeyedList() throws {
    let wanted = try YAML.decode("{containers: [{name: main, image: b}]}")
    let present = try YAML.decode("{containers: [{name: main, image: a, tty: true}]}")
    let expected = try YAML.decode("{containers: [{name: main, image: b, tty: true}]}")
    #expect(Overlay.laying(wanted, over: present) == expected)
  }
}

@Suite struct OwnedFieldsTests {
  private let object: Value = [
    "metadata": [
      "labels": ["a": "1", "b": "2", "other": "3"],
      "managedFields": [
        ["manager": "kubectl", "operation": "Apply", "fieldsV1": ["f:data": ["f:z": [:]]]],
        [
          "manager": "mcctl", "operation": "Apply",
          "fieldsV1": [
            "f:metadata": ["f:labels": ["f:a": [:], "f:b": [:]]],
            "f:spec": ["f:gone": ["f:x": [:]], "f:kept": [:]],
          ],
        ],
      ],
    ],
    "spec": ["gone": ["x": 1], "kept": 2],
    "data": ["z": "theirs"],
  ]

  @Test func removesWhatWasAppliedAndIsNotWanted() throws {
    let wanted: Value = ["metadata": ["labels": ["a": "1"]], "spec": ["kept": 2]]
    let owned = try #require(OwnedFields(of: object, manager: "mcctl"))
    let result = owned.pruning(object, wanted: wanted)
    #expect(result.at("metadata", "labels") == ["a": "1", "other": "3"])
    #expect(result["spec"] == ["kept": 2])
    #expect(result["data"] == ["z": "theirs"])
  }

  @Test func knowsNothingOfObjectsNeverApplied() {
    #expect(OwnedFields(of: object, manager: "helm") == nil)
    #expect(OwnedFields(of: ["metadata": [:]], manager: "mcctl") == nil)
  }
}
