import fc from 'fast-check';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Words that look like what people type, now and then in scripts that break programs. */
export const words: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Alex', 'D7', 'Main 2', 'Émile Zoë', 'battery warm, -2 %', '李小龍'),
  },
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z][\w .,'-]{0,30}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '=1+1',
      '<script>alert(1)</script>',
      '\u202egnp.exe',
      'e\u0301',
      '１２',
      '%00',
    ),
  },
);

const date = fc
  .record({ year: fc.integer({ min: 2027, max: 2099 }), day: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, day }) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${twoDigits(hour)}:${twoDigits(minute)}`);
const name = fc.stringMatching(/^[a-z]{1,8}[0-9]{1,9}$/);

/** A password that is good enough, and different each time. */
const password = name.map((some) => `nine ${some} herons over the quiet fen`);

/** What a field of this name holds, where its schema does not say it. */
export const wordsOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date,
  time,
  from: fc.constantFrom('1970-01-01', '2024-02-29', '2026-06-01'),
  to: fc.constantFrom('2026-06-02', '2027-01-01', '2999-12-31'),
  thanFrom: fc.constantFrom('1970-01-01', '2024-02-29'),
  thanTo: fc.constantFrom('2026-06-02', '2027-01-01'),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'),
  email: name.map((some) => `${some}@example.org`),
  password,
  currentPassword: password,
  code: fc.constantFrom('123456', '12 34 56', 'ABCD-EFGH-IJKL-MNOP'),
  // It resolves to this machine, where nobody listens.
  url: fc.constantFrom(
    'http://hook.example:9/x',
    'http://hook.example:9/?key=1',
    'http://127.0.0.1:22/',
    'file:///x',
    '',
  ),
  secret: fc.constantFrom('eight long', 'eight-long', 'whsec_YWFhYWFhYWFhYWFhYWFhYQ=='),
  subIssue: fc.constantFrom('', '', '', 'unknown', 'calibration'),
  bom: fc.constantFrom('true', 'false', '1'),
  dryRun: fc.constantFrom('true', 'false', 'no'),
  // Of another page, or of none.
  cursor: fc.constantFrom('x', 'YmVmb3JlIDE', 'ZGVsaXZlcnkgMQ'),
};
