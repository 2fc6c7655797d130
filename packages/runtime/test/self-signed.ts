import { createPrivateKey } from "node:crypto";
import type { TlsOptions } from "node:tls";

const certificate =
  "MIIBljCCATugAwIBAgIUGVxOB+ZHo/mjyR3A/vcmTfRhOZgwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3" +
  "N0MCAXDTI2MTEyMTE4MDIzOVoYDzIxMjYxMDI4MTgwMjM5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjO" +
  "PQIBBggqhkjOPQMBBwNCAAS6f0P+wkxwX3sRXT5fq3kvCFSRFYMi8SSeKNbz++S/JSXRkuYMYd+rD9JiEOJTZSvr0i" +
  "ITHKfp7nn2Qdor4Z40o2kwZzAdBgNVHQ4EFgQUfibVRV/MsDPdVdL0UVbBFYU0UG8wHwYDVR0jBBgwFoAUfibVRV/M" +
  "sDPdVdL0UVbBFYU0UG8wDwYDVR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwIDSQ" +
  "AwRgIhAJIMyrOKW1Bq8HUbzHPJyfx1653gdhgO//JTgWHgD7OhAiEAs09m/T28nKVOayp9ADhl6H2kbS82UO5jbKFa" +
  "VlVh1wk=";

/** What a TLS server on `localhost` that nobody trusts shows; the key is known to everybody, and good for nothing else. */
export const selfSigned: TlsOptions = {
  cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`,
  key: createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      x: "un9D_sJMcF97EV0-X6t5LwhUkRWDIvEknijW8_vkvyU",
      y: "JdGS5gxh36sP0mIQ4lNlK-vSIhMcp-nuefZB2ivhnjQ",
      crv: "P-256",
      d: "RKqJIfe7qhDdJRDokE8zVJNv0ugnkB9tNnGGO7uCG7M",
    },
  }).export({ type: "pkcs8", format: "pem" }),
};
