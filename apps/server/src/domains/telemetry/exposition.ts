/** One number with its labels. */
export interface Sample {
  labels?: Record<string, string>;
  value: number;
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const labelled = (labels: Record<string, string> = {}) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};

export const lineOf = (name: string, { labels, value }: Sample): string =>
  `${name}${labelled(labels)} ${value}\n`;

/** The head of a metric in Prometheus' text format. */
export const headOf = (name: string, help: string, type: 'gauge' | 'counter' | 'histogram'): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

export const contentType = 'text/plain; version=0.0.4; charset=utf-8';
