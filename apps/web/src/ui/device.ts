const programs: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Headless)?Chrome\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];

const systems: [RegExp, string][] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (names: [RegExp, string][], text: string) => names.find(([form]) => form.test(text))?.[1];

/** What a person would call the program and the device that a user agent names. */
export function deviceOf(userAgent: string): string {
  const [program, system] = [first(programs, userAgent), first(systems, userAgent)];
  if (program && system) return `${program} on ${system}`;
  return program ?? system ?? (userAgent.trim().slice(0, 60) || 'Unknown program');
}
