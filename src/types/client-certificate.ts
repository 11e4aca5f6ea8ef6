/**
 * The certificate of a client that connected with mutual TLS. It is in `requestContext.identity.clientCert` of payload 1.0 and in
 * `requestContext.authentication.clientCert` of payload 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export interface APIGatewayEventClientCertificate {
  /** The certificate in PEM format, with its BEGIN and END lines. */
  clientCertPem: string;
  /** Distinguished name of the subject, for example `CN=client.example,O=Example`. */
  subjectDN: string;
  /** Distinguished name of the issuer. */
  issuerDN: string;
  /** Serial number as hexadecimal bytes with colons between them, for example `a1:a1:a1:a1:a1:a1:a1:a1`. */
  serialNumber: string;
  /** When the certificate is valid. Both times look like `May 28 12:30:02 2019 GMT`; a space pads a one-digit day. */
  validity: {
    /** Start of the validity, as `Mon dd HH:mm:ss yyyy GMT`. */
    notBefore: string;
    /** End of the validity, as `Mon dd HH:mm:ss yyyy GMT`. */
    notAfter: string;
  };
}
