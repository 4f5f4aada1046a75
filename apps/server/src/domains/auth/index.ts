export { lockAdministration } from './accounts.queries.ts';
export { addUser, translateRefusal } from './accounts.service.ts';
export { createAdmin, resetPassword } from './console.service.ts';
export { cancelLinks, issueLinkToken } from './password-reset.service.ts';
export { endSessions, listSessions } from './sessions.service.ts';
export { createFirstAdmin, ensureSetupToken } from './setup.service.ts';
