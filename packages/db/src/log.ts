type Write = (fields: object, message: string) => void;

/** As much of a pino logger as this package needs. */
export interface Log {
  info: Write;
  warn: Write;
  error: Write;
}

/** For commands and tests that tell nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
