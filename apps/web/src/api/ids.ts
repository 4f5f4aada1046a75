import { v7 } from 'uuid';

/** A new id, in order of time. Unlike `crypto.randomUUID` it works on plain http in a venue's network. */
export const newId = (): string => v7();
