/**
 * Decimal numbers as text, added without rounding: a sum is the same in whatever order it is made, and the same as
 * PostgreSQL's `numeric`. Doubles would give another last digit for another order.
 */
export type Decimal = string;

interface Parts {
  digits: bigint;
  scale: number;
}

function partsOf(text: Decimal): Parts {
  const found = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!found) throw new Error(`not a decimal number: ${text}`);
  const [, whole = '', fraction = '', exponent = '0'] = found;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The exact sum of decimals, such as `0.1` and `2e-7`. @throws Error where a text is no decimal number. */
export function addDecimals(texts: readonly Decimal[]): Decimal {
  const all = texts.map(partsOf);
  const scale = all.reduce((most, part) => Math.max(most, part.scale), 0);
  const digits = all.reduce((sum, part) => sum + part.digits * 10n ** BigInt(scale - part.scale), 0n);
  if (scale === 0) return `${digits}`;
  const written = `${digits < 0n ? -digits : digits}`.padStart(scale + 1, '0');
  const fraction = written.slice(-scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${written.slice(0, -scale)}${fraction && `.${fraction}`}`;
}
