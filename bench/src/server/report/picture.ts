import { type Figure, isMet } from '../figure.ts';
import { numeral } from './words.ts';

const width = 960;
const rowHeight = 34;
const top = 46;
const left = 460;
const right = 120;
const space = width - left - right;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The ratios as bars, each with its quartiles and its goal; readable on light and on dark. */
export function pictureOf(figures: readonly Figure[]): string {
  const rows = figures.flatMap((figure) => (figure.beside ? [{ figure, ratio: figure.beside.ratio }] : []));
  const longest = Math.max(
    1.2,
    ...rows.map(({ ratio, figure }) => Math.max(ratio.q3, figure.goal?.limit ?? 0)),
  );
  const at = (value: number) => left + (Math.min(value, longest) / longest) * space;
  const height = top + rows.length * rowHeight + 16;
  const bars = rows.map(({ figure, ratio }, index) => {
    const y = top + index * rowHeight;
    const { goal } = figure;
    const limit = goal?.of === 'ratio' ? goal.limit : undefined;
    const met = isMet(figure);
    return `<g>
  <text class="name" x="${left - 12}" y="${y + 10}" text-anchor="end">${escape(figure.name)}</text>
  <text class="quiet" x="${left - 12}" y="${y + 24}" text-anchor="end">${escape((figure.beside?.name ?? '').replace(/^(?!with )/, 'beside '))}</text>
  <rect class="${met === false ? 'missed' : 'bar'}" x="${left}" y="${y + 4}" width="${(at(ratio.median) - left).toFixed(1)}" height="16" rx="2"/>
  <path class="spread" d="M${at(ratio.q1).toFixed(1)} ${y + 12}H${at(ratio.q3).toFixed(1)}"/>
${limit === undefined ? '' : `  <path class="goal" d="M${at(limit).toFixed(1)} ${y}v24"/>\n`}\
  <text class="name" x="${width - right + 12}" y="${y + 17}">${numeral(ratio.median)}${met === undefined ? '' : met ? ' met' : ' missed'}</text>
</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Ratios of the benchmark">
<style>
  text { font: 13px system-ui, sans-serif; }
  .name { fill: #1f2328; } .quiet { fill: #59636e; font-size: 11px; }
  .bar { fill: #2f6fdb; } .missed { fill: #c4531d; }
  .spread { stroke: #1f2328; stroke-width: 2; } .goal { stroke: #59636e; stroke-width: 2; stroke-dasharray: 3 2; } .one { stroke: #d1d9e0; }
  .paper { fill: #fff; }
  @media (prefers-color-scheme: dark) {
    .name { fill: #f0f6fc; } .quiet { fill: #9198a1; } .bar { fill: #4c8dff; } .missed { fill: #f0883e; }
    .spread { stroke: #f0f6fc; } .goal { stroke: #9198a1; } .one { stroke: #3d444d; } .paper { fill: #0d1117; }
  }
</style>
<rect class="paper" width="${width}" height="${height}" rx="6"/>
<text class="quiet" x="16" y="24">Ours divided by what stands beside it. Line on the bar: quartiles. Dashed: the goal. More is better, but for the sign-in, which is a time.</text>
<path class="one" d="M${at(1).toFixed(1)} ${top - 8}V${height - 12}"/>
<text class="quiet" x="${at(1).toFixed(1)}" y="${top - 12}" text-anchor="middle">1</text>
${bars.join('\n')}
</svg>
`;
}
