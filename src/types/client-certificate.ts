/**
 * The client's certificate, as mutual TLS leaves it in the event: under `requestContext.identity.clientCert` (payload 1.0) or
 * `requestContext.authentication.clientCert` (payload 2.0).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export interface APIGatewayEventClientCertificate {
  /** The certificate itself, PEM-encoded, with its BEGIN and END lines. */
  clientCertPem: string;
  /** Distinguished name of the certificate's subject, for example `CN=client.example,O=Example`. */
  subjectDN: string;
  /** Distinguished name of the issuer. */
  issuerDN: string;
  /** Serial number as colon-separated hexadecimal octets, for example `a1:a1:a1:a1:a1:a1:a1:a1`. */
  serialNumber: string;
  /** When the certificate is valid. Both ends read `May 28 12:30:02 2019 GMT`; a one-digit day is padded with a space. */
  validity: {
    /** First moment of validity, as `Mon dd HH:mm:ss yyyy GMT`. */
    notBefore: string;
    /** Last moment of validity, as `Mon dd HH:mm:ss yyyy GMT`. */
    notAfter: string;
  };
}
