export { invitationLetter, resetLetter } from './letters.ts';
export { readMailBacklog } from './mail.queries.ts';
export type { Post } from './mail.service.ts';
