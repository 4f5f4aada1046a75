export { invitationLetter, resetLetter } from './letters.ts';
export type { Post } from './mail.service.ts';
