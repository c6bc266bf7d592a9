import Workflows

extension ErrorCatalogue {
  /// Reaching an API server.
  static let cluster: [ErrorArticle] = [
    ErrorArticle(
      .unreachable, .failed, "the server cannot be reached",
      meaning: "No TCP connection to the API server came about. Nothing was sent to it.",
      causes: [
        "The address in the kubeconfig is wrong, or only valid on another machine (127.0.0.1, a container's name).",
        "The server is down, or a firewall refuses or drops the connection.",
        "A proxy is needed on the way: proxy-url in the kubeconfig, HTTPS_PROXY in the environment.",
      ],
      remedies: [
        "Look at the server that the message names; choose another context with --context.",
        "Try the address by itself: kubectl --context NAME get --raw /version",
      ]),
    ErrorArticle(
      .nameNotResolved, .failed, "the server's name does not resolve",
      meaning: "The host name in the kubeconfig has no address in this machine's DNS.",
      causes: [
        "A typing mistake in the server's URL.",
        "A name that only another network knows; a VPN is off.",
      ],
      remedies: ["Correct the URL in the kubeconfig, or get into the network that knows the name."]),
    ErrorArticle(
      .certificateRefused, .failed, "the server's certificate is not trusted",
      meaning: """
        The server was reached, but its certificate does not pass: signed by an unknown authority, for another name, or \
        out of its time. mcctl never goes on without verification unless the kubeconfig itself says \
        insecure-skip-tls-verify. No credentials were sent.
        """,
      causes: [
        "certificate-authority-data belongs to another cluster, or the cluster was set up anew.",
        "The URL's host is not among the names in the certificate; the message lists those.",
        "A proxy that ends TLS stands between.",
        "The certificate has expired, or this machine's clock is wrong.",
      ],
      remedies: [
        "Get the kubeconfig of the cluster anew.",
        "Use a URL whose host the certificate has, or set tls-server-name in the kubeconfig.",
      ]),
    ErrorArticle(
      .connectionLost, .failed, "the connection broke",
      meaning: """
        The server answered, and the connection ended in the middle. Requests that change something are not repeated by \
        themselves, because the server may have carried them out.
        """,
      causes: ["The API server restarted, or a load balancer in front of it cut the connection."],
      remedies: ["Run the same command again; it goes on where it stopped."]),
    ErrorArticle(
      .proxyFailed, .failed, "the proxy does not connect",
      meaning: "The proxy on the way to the server could not be used, or refused the tunnel.",
      causes: [
        "proxy-url or HTTPS_PROXY names a proxy that is down or wants other credentials.",
        "The server should be reached directly and is missing in NO_PROXY.",
      ],
      remedies: ["Correct proxy-url, HTTPS_PROXY or NO_PROXY."]),
    ErrorArticle(
      .notKubernetes, .failed, "what answers is no Kubernetes API server",
      meaning:
        "An answer came that no Kubernetes API server gives; the message shows how it begins.",
      causes: [
        "The URL leads to another service, to a login page, or lacks a path.",
        "An http:// URL for a port that speaks HTTPS, or an https:// URL for one that does not.",
      ],
      remedies: ["Correct the server's URL in the kubeconfig.", "Look at any proxy on the way."]),
    ErrorArticle(
      .notReady, .failed, "the server is not ready",
      meaning: "The API server answers, and says by /readyz that it is not ready to work.",
      causes: [
        "It is starting or stopping.", "etcd, or a part that the message names, is in trouble.",
      ],
      remedies: ["Wait and run it again.", "See kubectl get --raw '/readyz?verbose'."]),
    ErrorArticle(
      .serverError, .failed, "the server failed",
      meaning:
        "The API server answered with an error of its own (5xx), or kept asking to come back later (429).",
      causes: ["The server is overloaded, or its storage is in trouble."],
      remedies: ["Run it again later.", "Look at the API server's own log."]),
    ErrorArticle(
      .requestTimedOut, .timedOut, "the server does not answer in time",
      meaning:
        "One request took longer than it may. The message says in which phase: connecting, TLS, or the answer.",
      causes: [
        "A firewall that drops packets.", "An overloaded server.", "--request-timeout is short.",
      ],
      remedies: ["Look at the network on the way.", "Give more time with --request-timeout."]),
  ]
}
