/** One combination of a platform and a version. */
export interface Row {
  readonly platform: string;
  readonly version: string;
  /** What to install beside the library: name → version. */
  readonly packages: Readonly<Record<string, string>>;
  /** Whether npm may run the install scripts of these packages. Default: false. */
  readonly scripts?: boolean;
  /** Runs the journey. `home` is the project in which everything is installed. Throws an error that says what differs. */
  readonly check: (home: string) => Promise<Held> | Held;
}

/** What a row measured, if it measured anything. */
export interface Held {
  /** Shown in the last column. */
  readonly remark?: string;
}

/** A row after its run. `difference` is absent if it held. */
export interface Outcome {
  readonly platform: string;
  readonly version: string;
  readonly remark?: string;
  readonly difference?: string;
}
