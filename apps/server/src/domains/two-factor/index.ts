export { isOn, takeCode } from './codes.service.ts';
export { codeRequired, codeWrong } from './two-factor.errors.ts';
export { removeTwoFactor } from './two-factor.service.ts';
