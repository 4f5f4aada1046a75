export { importInto, importLegacy } from './import.service.ts';
export { readSource } from './sources/source.ts';
export { SourceError } from './sources/source-error.ts';
