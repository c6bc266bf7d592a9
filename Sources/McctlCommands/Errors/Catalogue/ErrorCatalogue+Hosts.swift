import Workflows

extension ErrorCatalogue {
  /// Getting into a machine.
  static let ssh: [ErrorArticle] = [
    ErrorArticle(
      .sshNameNotResolved, .failed, "a host's name does not resolve",
      meaning: "ssh found no address for the name.",
      causes: ["A typing mistake.", "A name that only another network knows."],
      remedies: ["Write the host's IP address, or correct the name."]),
    ErrorArticle(
      .sshUnreachable, .failed, "a host cannot be reached",
      meaning: "No connection to the host's sshd came about, directly or through the jump host.",
      causes: [
        "The machine is off, or the address is wrong.", "There is no route, or a firewall refuses.",
        "The jump host does not forward, or cannot reach the host itself.",
      ],
      remedies: ["Try it by itself: ssh -p PORT USER@HOST true", "Name the jump host."]),
    ErrorArticle(
      .sshRefused, .failed, "nothing listens on a host's SSH port",
      meaning: "The machine answers, and refuses connections on that port.",
      causes: ["sshd does not run, or listens on another port."],
      remedies: ["Correct the port, or start sshd there."]),
    ErrorArticle(
      .sshTimedOut, .timedOut, "a host does not answer in time",
      meaning: "Connecting or logging in took longer than it may.",
      causes: ["A firewall that drops packets.", "A host that is overloaded."],
      remedies: ["Look at the network on the way."]),
    ErrorArticle(
      .sshFailed, .failed, "ssh failed",
      meaning:
        "ssh, or the host's login, failed in a way that has no article of its own. The message has its words.",
      remedies: ["Try it by itself: ssh -v -p PORT USER@HOST true"]),
    ErrorArticle(
      .sshMissing, .failed, "the OpenSSH client is not installed",
      meaning: "mcctl uses the system's own ssh, and there is none on PATH.",
      remedies: ["Install the package openssh-client (Debian) or openssh-clients (Red Hat)."]),
    ErrorArticle(
      .sshAuthentication, .authentication, "a host does not accept the login",
      meaning: "The host took neither key nor password. The message says which ways it offers.",
      causes: [
        "The user is another one.", "The key is not in authorized_keys there.",
        "An RSA key of old ssh-rsa signatures, which newer servers refuse.",
        "The file of the key can be read by others, so ssh does not use it.",
      ],
      remedies: ["Try it by itself: ssh -i KEY -p PORT USER@HOST true", "Use an ed25519 key."]),
    ErrorArticle(
      .sshHostKeyUnknown, .refused, "a host's key is not known",
      meaning: """
        Nobody has vouched for the key that the host shows, so it could be anybody's. Nothing was sent: neither password \
        nor key.
        """,
      remedies: [
        "Compare the fingerprint in the message with the one on the host's console: ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub",
        "Agree when asked on a terminal, or name a file that has the key: --known-hosts FILE",
      ]),
    ErrorArticle(
      .sshHostKeyChanged, .refused, "a host shows another key than the known one",
      meaning:
        "Either the machine was installed anew, or somebody stands in between and reads along. mcctl never goes on.",
      remedies: [
        "Ask whoever runs the machine, and compare the fingerprint on its console.",
        "Only then: ssh-keygen -R HOST",
      ]),
    ErrorArticle(
      .sshConnectionLost, .failed, "the connection to a host was lost",
      meaning: """
        The connection ended in the middle. What runs detached on the host goes on; everything else is repeated by the \
        next run.
        """,
      causes: ["The network, a laptop that slept, or a host that was restarted."],
      remedies: ["Run the same command again; it goes on where it stopped."]),
    ErrorArticle(
      .sshSudo, .authentication, "the user may not become root",
      meaning:
        "The login worked, but the user is not root and sudo refuses. The message has its words.",
      causes: [
        "The user is not in sudoers.", "The password is wrong, or none was given.",
        "sudoers wants a terminal (requiretty).",
      ],
      remedies: ["Log in as root.", "Have the user allowed to run everything by sudo."]),
  ]

  /// Working on a machine.
  static let hosts: [ErrorArticle] = [
    ErrorArticle(
      .hostCommandFailed, .failed, "a command on a host failed",
      meaning:
        "The host was reached, and a command there ended badly. The message has its last lines.",
      remedies: ["Repair what the lines say, then run it again."]),
    ErrorArticle(
      .hostCommandTimedOut, .timedOut, "a command on a host takes too long",
      meaning: "It wrote nothing for longer than it may, or ran longer in all. It was ended there.",
      causes: ["A disk or a network of the host that hangs."],
      remedies: ["Look at the host.", "Run it again."]),
    ErrorArticle(
      .hostFile, .failed, "a file on a host cannot be used",
      meaning: "Reading or writing it failed. The message has the host's words.",
      causes: ["A disk that is full or read-only.", "Something else of that name is in the way."],
      remedies: ["Repair it on the host, then run it again."]),
    ErrorArticle(
      .hostNoSpace, .refused, "a host has too little room",
      meaning: "The file would not fit. No byte of it was sent.",
      remedies: ["Make room on the file system that the message names."]),
    ErrorArticle(
      .hostChecksum, .failed, "a file did not arrive unharmed",
      meaning: "Its SHA-256 on the host is another one than here. It was thrown away.",
      causes: ["The file changed here while it was sent.", "A disk that is failing."],
      remedies: ["Run it again."]),
    ErrorArticle(
      .hostLocked, .refused, "a host is being worked on already",
      meaning: "Another run of mcctl works on the same thing there. The message says whose.",
      remedies: ["Wait until it is done; a run that was killed lets go by itself."]),
    ErrorArticle(
      .hostJobConflict, .refused, "a job on a host is not as expected",
      meaning:
        "What runs detached on the host is in a state that does not fit. The message says which.",
      remedies: ["Run it again.", "Look at /var/lib/mcctl/jobs on the host."]),
    ErrorArticle(
      .localFile, .failed, "a file cannot be used",
      meaning: "A file or folder of this machine cannot be read or made.",
      remedies: ["Check the path and its permissions."]),
  ]
}
