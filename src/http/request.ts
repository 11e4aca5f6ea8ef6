/** An HTTP request as it stands on the wire: what a client sent, before any gateway has read it. */
export interface HttpRequest {
  /** The method, as on the request line: `GET`. */
  method: string;
  /** Path and query exactly as on the request line: `/users/1?full=true`, percent-encoding and all. */
  target: string;
  /** Header fields in the order sent, names spelled as sent. A repeated name is a repeated pair. */
  headers: readonly HttpField[];
  /** The body's bytes. Absent: no body. */
  body?: Uint8Array;
  /** The address that the connection came from. Default: `203.0.113.1`. */
  sourceIp?: string;
  /** The HTTP version that the client spoke; it decides how gateways spell header names. Default: `'1.1'`. */
  httpVersion?: '1.1' | '2';
  /** The certificate with which the client opened a connection of mutual TLS. Absent: none. */
  clientCert?: Readonly<ClientCertificate>;
}

/** A client's certificate, as a server of mutual TLS tells of it. */
export interface ClientCertificate {
  /** The certificate itself, PEM-encoded, with its BEGIN and END lines. */
  clientCertPem: string;
  /** Distinguished name of the certificate's subject, for example `CN=client.example,O=Example`. */
  subjectDN: string;
  /** Distinguished name of the issuer. */
  issuerDN: string;
  /** Serial number as colon-separated hexadecimal octets. */
  serialNumber: string;
  /** First and last moment of validity, as `May 28 12:30:02 2019 GMT`; a one-digit day is padded with a space. */
  validity: { notBefore: string; notAfter: string };
}

/** One header field: its name as spelled and its value. */
export type HttpField = readonly [name: string, value: string];
