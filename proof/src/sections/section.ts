/** What a part of the proof found out. */
export interface Finding {
  /** Markdown for docs/reliability.md. */
  text: string;
  /** Promises that were broken; none where all is well. */
  broken: string[];
}

export interface Setting {
  seed: number;
  /** The share of its full length for which a part runs: 1, or less to try it. */
  share: number;
  /** Minutes of the soak. */
  minutes: number;
  /** Tells how far it is; replaced by the next one. */
  progress(words: string): void;
}

export const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
