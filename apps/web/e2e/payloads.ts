/** Calls that would leave a trace in the page if one of them ever ran. */
const call = 'window.ran=1';

const vectors = [
  `<script>${call}</script>`,
  `<img src=x onerror="${call}">`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<body onload=${call}>`,
  `<iframe srcdoc="<script>parent.${call}</script>">`,
  `<iframe src="javascript:parent.${call}">`,
  `<a href="javascript:${call}">x</a>`,
  `<details open ontoggle=${call}>x</details>`,
  `<input autofocus onfocus=${call}>`,
  `<video><source onerror=${call}></video>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`,
  `<object data="javascript:${call}">`,
  `<form><button formaction="javascript:${call}">x`,
  `<style>@import'javascript:${call}'</style>`,
  `<link rel=stylesheet href=javascript:${call}>`,
  `<meta http-equiv=refresh content="0;javascript:${call}">`,
  `<template><script>${call}</script></template>`,
  `javascript:${call}`,
  `{{constructor.constructor('${call}')()}}`,
];

/** Ways out of where the text might have been put. */
const escapes: ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `</script>${vector}`,
  (vector) => `</title></textarea></style>${vector}`,
  (vector) => `--><!-- -->${vector}`,
  (vector) => `\\";${call};//${vector}`,
  (vector) => `\${${call}}\`${vector}`,
  (vector) => `]]>${vector}`,
  (vector) => `&lt;b&gt;${vector.toUpperCase().replace('WINDOW.RAN', 'window.ran')}`,
];

/** Two hundred texts, each of which runs a script wherever text is taken for markup or code. */
export const payloads: string[] = escapes.flatMap((escape) => vectors.map((vector) => escape(vector)));
