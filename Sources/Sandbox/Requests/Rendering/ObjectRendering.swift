import Documents
import Foundation

/// Writes objects and lists of one resource in the form that a client wants, from the encodings
/// that the storage keeps.
struct ObjectRendering: Sendable {
  let definition: ResourceDefinition
  let representation: Representation
  /// Whether rows of tables carry objects: `None`, `Metadata` or `Object`.
  var includeObject = "Metadata"

  /// The present, for ages.
  let now = Date()

  /// One stored object as JSON.
  func bytes(of object: StoredObject) -> [UInt8] {
    switch representation.shape {
    case .metadata: return object.bytes(.metadata)
    case .table: return JSON.encode(table([object], revision: object.revision))
    case .object:
      if definition.isCustom { return object.bytes(.sorted(apiVersion: apiVersion)) }
      return Self.join(head, object.bytes(.item))
    }
  }

  /// One object that is not stored as it is, such as the outcome of a dry run.
  func value(of object: Value) -> Value {
    switch representation.shape {
    case .object: return object
    case .metadata:
      return [
        "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
        "metadata": object["metadata"] ?? [:],
      ]
    case .table:
      let key = ObjectKey(namespace: "", name: "")
      let revision = UInt64(object.at("metadata", "resourceVersion")?.string ?? "") ?? 0
      return table([StoredObject(key: key, value: object, revision: revision)], revision: revision)
    }
  }

  /// A page of a list as JSON.
  func bytes(of page: ListPage) -> [UInt8] {
    switch representation.shape {
    case .table:
      var table = table(page.objects, revision: page.revision)
      if let next = page.next {
        table.set(.string(next.text), at: "metadata", "continue")
        table.set(page.remaining.map(Value.integer), at: "metadata", "remainingItemCount")
      }
      return JSON.encode(table)
    case .metadata:
      return list(
        kind: "PartialObjectMetadataList", apiVersion: "meta.k8s.io/v1", page,
        items: page.objects.map { $0.bytes(.metadata) }, tail: false)
    case .object:
      let items = page.objects.map {
        definition.isCustom ? $0.bytes(.sorted(apiVersion: apiVersion)) : $0.bytes(.item)
      }
      return list(
        kind: definition.listKind, apiVersion: apiVersion, page, items: items,
        tail: definition.isCustom)
    }
  }

  private var apiVersion: String { definition.kind.apiVersion }

  /// `{"kind":"Pod","apiVersion":"v1"`: what a built-in object's encoding goes behind.
  private var head: [UInt8] {
    var bytes = JSON.encode([
      "kind": .string(definition.kind.kind), "apiVersion": .string(apiVersion),
    ])
    bytes.removeLast()
    return bytes
  }

  private static func join(_ head: [UInt8], _ item: [UInt8]) -> [UInt8] {
    var bytes = head
    bytes.reserveCapacity(head.count + item.count)
    if item.count > 2 { bytes.append(UInt8(ascii: ",")) }
    bytes += item.dropFirst()
    return bytes
  }

  /// Puts a list together from encoded items; custom resources have `kind` and `metadata` behind
  /// them, as maps in Go are written in order of the alphabet.
  private func list(
    kind: String, apiVersion: String, _ page: ListPage, items: [[UInt8]], tail: Bool
  ) -> [UInt8] {
    var metadata: Value = [:]
    if let next = page.next {
      metadata["continue"] = .string(next.text)
    } else if tail {
      metadata["continue"] = ""
    }
    if let remaining = page.remaining { metadata["remainingItemCount"] = .integer(remaining) }
    metadata["resourceVersion"] = .string(String(page.revision))
    let names = "\"kind\":\(JSON.text(.string(kind))),"
    let version = "\"apiVersion\":\(JSON.text(.string(apiVersion))),"
    let metadataText = "\"metadata\":\(JSON.text(metadata))"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.reduce(256) { $0 + $1.count + 1 })
    bytes +=
      tail ? "{\(version)\"items\":[".utf8 : "{\(names)\(version)\(metadataText),\"items\":[".utf8
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += item
    }
    bytes += tail ? "],\(names)\(metadataText)}".utf8 : "]}".utf8
    return bytes
  }

  /// A `Table` of objects.
  func table(_ objects: [StoredObject], revision: UInt64, hasColumns: Bool = true) -> Value {
    let rows = objects.map { object -> Value in
      [
        "cells": .array(definition.columns.map { $0.cell(object.value, now) }),
        "object": shown(object),
      ]
    }
    return [
      "kind": "Table", "apiVersion": "meta.k8s.io/v1",
      "metadata": ["resourceVersion": .string(String(revision))],
      "columnDefinitions": hasColumns ? .array(definition.columns.map(\.definition)) : .null,
      "rows": .array(rows),
    ]
  }

  private func shown(_ object: StoredObject) -> Value {
    switch includeObject {
    case "None": return .null
    case "Object": return object.value
    default:
      return [
        "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
        "metadata": object.value["metadata"] ?? [:],
      ]
    }
  }
}
