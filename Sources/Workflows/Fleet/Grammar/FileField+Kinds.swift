import Documents

extension FileField.Kind {
  /// As `90s`, `5m`, `1h30m`.
  static let duration = FileField.Kind.special(
    complaint: "must be a duration such as 30m or 24h",
    schema: ["type": "string", "pattern": "^(0|([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$"]
  ) { $0.string.flatMap(Duration.init(spoken:)) != nil }

  /// What must not stand in the file itself: `${NAME}`, `{env: NAME}` or `{file: PATH}`.
  static let secret = FileField.Kind.special(
    complaint: """
      is a secret and must not stand here: write ${NAME}, {env: NAME} or {file: PATH}
      """,
    schema: [
      "oneOf": [
        ["type": "string", "pattern": "^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$"],
        [
          "type": "object", "additionalProperties": false, "required": ["env"],
          "properties": ["env": ["type": "string"]],
        ],
        [
          "type": "object", "additionalProperties": false, "required": ["file"],
          "properties": ["file": ["type": "string"]],
        ],
      ]
    ]
  ) { FleetSecret($0) != nil }
}
