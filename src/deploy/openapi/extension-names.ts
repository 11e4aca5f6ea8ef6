/** What the names of API Gateway's extensions start with. */
export const EXTENSION = 'x-amazon-apigateway-';

export const INTEGRATION = `${EXTENSION}integration` as const;
export const ANY_METHOD = `${EXTENSION}any-method` as const;
export const AUTHORIZER = `${EXTENSION}authorizer` as const;
export const ENDPOINT = `${EXTENSION}endpoint-configuration` as const;
