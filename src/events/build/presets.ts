import type { Gateway } from '../../gateway/gateway.js';

/** Settings that are tedious to write. `true` means an example. */
export type Presets = Required<Pick<Gateway, 'apiKey' | 'clientCert' | 'vpc'>>;

const EXAMPLES: Presets = {
  apiKey: { id: 'k1e2y3i4d5', value: 'd41d8cd98f00b204e9800998ecf8427e00000000' },
  clientCert: {
    clientCertPem: '-----BEGIN CERTIFICATE-----\nMIIB…\n-----END CERTIFICATE-----\n',
    subjectDN: 'CN=client.example,O=Example',
    issuerDN: 'CN=issuer.example,O=Example',
    serialNumber: 'a1:b2:c3:d4:e5:f6:07:18',
    validity: { notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' },
  },
  vpc: { vpcId: 'vpc-0a1b2c3d4e5f60718', vpceId: 'vpce-0a1b2c3d4e5f60718' },
};

/** Returns these settings, with examples in place of `true`. */
export function presetsOf(init: { [Name in keyof Presets]?: Presets[Name] | true | undefined }): Partial<Presets> {
  const { apiKey, clientCert, vpc } = init;
  return {
    ...(apiKey && { apiKey: apiKey === true ? EXAMPLES.apiKey : apiKey }),
    ...(clientCert && { clientCert: clientCert === true ? EXAMPLES.clientCert : clientCert }),
    ...(vpc && { vpc: vpc === true ? EXAMPLES.vpc : vpc }),
  };
}
