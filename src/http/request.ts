/** An HTTP request exactly as a client sent it, before any gateway has changed it. */
export interface HttpRequest {
  /** The method, as on the request line: `GET`. */
  method: string;
  /** Path and query exactly as on the request line, still percent-encoded: `/users/1?full=true`. */
  target: string;
  /** Headers in the order they were sent, spelled as sent. A repeated header is a repeated pair. */
  headers: readonly HttpField[];
  /** The bytes of the body. Absent without a body. */
  body?: Uint8Array;
  /** The IP address of the client. Default: `203.0.113.1`. */
  sourceIp?: string;
  /** The HTTP version that the client used. It determines how gateways spell header names. Default: `'1.1'`. */
  httpVersion?: '1.1' | '2';
  /** The client's certificate on a mutual TLS connection. Absent without one. */
  clientCert?: Readonly<ClientCertificate>;
}

/** The certificate of a client, as a server with mutual TLS describes it. */
export interface ClientCertificate {
  /** The certificate itself, PEM-encoded, with its BEGIN and END lines. */
  clientCertPem: string;
  /** Distinguished name of the certificate's subject, for example `CN=client.example,O=Example`. */
  subjectDN: string;
  /** Distinguished name of the issuer. */
  issuerDN: string;
  /** Serial number as hexadecimal octets, separated by colons. */
  serialNumber: string;
  /** Start and end of the validity: `May 28 12:30:02 2019 GMT`. A day of one digit is padded with a space. */
  validity: { notBefore: string; notAfter: string };
}

/** A header: its name, spelled as on the wire, and its value. */
export type HttpField = readonly [name: string, value: string];
