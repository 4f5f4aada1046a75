/** What the token of a session says. `exp` is in seconds. */
export interface Claims {
  sid: string;
  exp: number;
}

const mostKept = 1_000;

/**
 * Checks the signature of a token that comes with each request of a page only once; its expiry counts all the same.
 * @param verify throws where a token is not genuine or over.
 */
export function verifiedOnce(verify: (token: string) => Claims): (token: string) => Claims {
  const known = new Map<string, Claims>();
  return (token) => {
    const before = known.get(token);
    if (before && Date.now() < before.exp * 1_000) return before;
    known.delete(token);
    const claims = verify(token);
    if (known.size === mostKept) known.clear();
    known.set(token, claims);
    return claims;
  };
}
