/** The Cognito identity that called the function through an AWS mobile SDK. */
export interface CognitoIdentity {
  /** Id of the identity: `{region}:{uuid}`. */
  cognitoIdentityId: string;
  /** Id of the identity pool that authenticated it: `{region}:{uuid}`. */
  cognitoIdentityPoolId: string;
}

/** Information about the application that called the function, from an AWS mobile SDK. */
export interface ClientContext {
  /** The application. */
  client: ClientContextClient;
  /** Values that the application adds. Absent unless it sets them. */
  // biome-ignore lint/suspicious/noExplicitAny: @types/aws-lambda has the same type, and code that is typed with it reads on from here.
  custom?: any;
  /** The device. */
  env: ClientContextEnv;
}

/** The application that called the function. */
export interface ClientContextClient {
  /** Id of this installation of the application. */
  installationId: string;
  /** Title of the application. */
  appTitle: string;
  /** Name of the application's version: `2.1`. */
  appVersionName: string;
  /** Number of the application's version: `42`. */
  appVersionCode: string;
  /** Package name of the application: `com.example.app`. */
  appPackageName: string;
}

/** The device that the application runs on. */
export interface ClientContextEnv {
  /** Version of the operating system: `17.2`. */
  platformVersion: string;
  /** Name of the operating system: `iOS`. */
  platform: string;
  /** Manufacturer of the device. */
  make: string;
  /** Model of the device. */
  model: string;
  /** Locale of the device: `en_US`. */
  locale: string;
}
