// The globals of an `sst.config.ts`. SST generates their full types when it is installed.
declare function $config<T>(config: T): T;

declare namespace sst.aws {
  class ApiGatewayV2 {
    constructor(name: string);
    readonly url: string;
    route(key: string, handler: string): void;
  }
}
