import { Problem } from '../../platform/problem.ts';

export const mailNotConfigured = () =>
  new Problem(409, 'mail.not_configured', 'There is no mail server. Set SMTP_URL on the server.');
