import { refresh, type SignedIn } from '@monkey-tracker/contract/auth';
import { newId } from './ids.ts';
import { isProblem, ProblemError } from './problem-error.ts';
import { requestOf, send } from './request.ts';
import { exclusively } from './tab-lock.ts';

/** `ended` is a session that was open in this page: what people were typing is still on the screen. */
export type SessionState = 'unknown' | 'open' | 'ended' | 'closed';

const attemptKey = 'monkey-tracker.refresh-attempt';
const closedKey = 'monkey-tracker.signed-out';
/** A token this close to its end is renewed first, so that no request meets the end half-way. */
const marginMs = 15_000;

const signedOut = () => {
  const detail = 'Your session has ended. Sign in again.';
  return new ProblemError({ status: 401, code: 'auth.session_ended', detail, error: detail, requestId: '' });
};

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Who is signed in: the access token lives in memory alone, the refresh token in a cookie no script can read. */
export class Session {
  state: SessionState = 'unknown';
  #token = '';
  #freshUntil = 0;
  #renewing: Promise<string> | undefined;
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  readonly #openListeners = new Set<(signedIn: SignedIn) => void>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** A token that is good for a while. @throws ProblemError 401 where nobody is signed in. */
  async token(): Promise<string> {
    if (this.state === 'ended' || this.state === 'closed') throw signedOut();
    return Date.now() < this.#freshUntil ? this.#token : this.renew();
  }

  /** Asks with the access token in the headers; a refused token is renewed once. */
  async ask<T>(ask: (headers: { authorization: string }) => Promise<T>): Promise<T> {
    const token = await this.token();
    try {
      return await ask({ authorization: `Bearer ${token}` });
    } catch (error) {
      if (!isProblem(error, { status: 401 })) throw error;
      return ask({ authorization: `Bearer ${await this.renew(token)}` });
    }
  }

  /** A new token in place of a refused one; many who ask at once share one refresh. */
  async renew(refused = this.#token): Promise<string> {
    if (this.#token !== refused && Date.now() < this.#freshUntil) return this.#token;
    this.#renewing ??= exclusively('monkey-tracker.refresh', () => this.#refresh()).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** One rotation of the refresh cookie. An attempt that got no answer is repeated under its own name. */
  async #refresh(): Promise<string> {
    const attempt = this.#storage.getItem(attemptKey) ?? newId();
    this.#storage.setItem(attemptKey, attempt);
    try {
      const signedIn = await send<typeof refresh>(requestOf(refresh, { body: { attempt } }), {});
      this.#storage.removeItem(attemptKey);
      this.open(signedIn);
      return signedIn.accessToken;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.body.status >= 500) throw error;
      this.#storage.removeItem(attemptKey);
      if (error.body.status === 401) this.#shut(this.state === 'open' ? 'ended' : 'closed');
      throw error;
    }
  }

  /** Goes on as the person whose pages this device kept, until the server can say otherwise. */
  resume(): void {
    if (this.state === 'unknown') this.#become('open');
  }

  open(signedIn: SignedIn): void {
    this.#token = signedIn.accessToken;
    this.#freshUntil = Date.now() + signedIn.expiresIn * 1_000 - marginMs;
    for (const tell of this.#openListeners) tell(signedIn);
    this.#become('open');
  }

  /** Signed out on purpose; the other tabs of this browser hear of it. */
  close(): void {
    this.#storage.setItem(closedKey, String(Date.now()));
    this.#shut('closed');
  }

  /** Another tab signed out, and with it everyone who shares its cookie. */
  heardFromTab(key: string | null): void {
    if (key === closedKey && this.state === 'open') this.#shut('ended');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onOpen(listener: (signedIn: SignedIn) => void): void {
    this.#openListeners.add(listener);
  }

  #shut(state: SessionState): void {
    this.#token = '';
    this.#freshUntil = 0;
    this.#become(state);
  }

  #become(state: SessionState): void {
    this.state = state;
    for (const tell of this.#listeners) tell();
  }
}
