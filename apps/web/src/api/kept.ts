/** For how long a device can do without its server. */
export const keptForMs = 7 * 86_400_000;

/** Marks a query whose answer is kept on this device, to be read with the network gone. */
export const keptOnDevice = { gcTime: keptForMs, meta: { kept: true } } as const;
