/** The one-time token of a link: it stands behind the `#`, which browsers never send to a server. */
export const tokenIn = (hash: string): string =>
  new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
