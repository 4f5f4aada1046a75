import { entriesTotalHeader } from '@monkey-tracker/contract/export';
import type { Arguments, FileEndpoint } from '@monkey-tracker/contract/endpoint';
import { problemOf, Unreachable } from './problem-error.ts';
import { requestOf } from './request.ts';
import type { Session } from './session.ts';

/** How far a download is. The server makes the file on the way: its size is not known, only how many entries it has. */
export interface Progress {
  bytes: number;
  entries: number | null;
}

interface Options {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** What to do with the file; offered to be kept, unless told otherwise. */
  save?: (file: File) => void;
}

/**
 * Fetches a file as whoever is signed in and offers it to be kept, under the server's name for it.
 * @throws ProblemError where the server refuses; Unreachable where it breaks off, and nothing is kept.
 */
export async function download<E extends FileEndpoint>(
  session: Session,
  endpoint: E,
  args: Arguments<E>,
  { signal, onProgress, save = offer }: Options = {},
): Promise<void> {
  const { url } = requestOf(endpoint, args);
  const lost = (error: unknown): never => {
    throw signal?.aborted ? error : new Unreachable();
  };
  const answer = await session.ask(async (headers) => {
    const answer = await fetch(url, { headers, signal }).catch(lost);
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  });
  const [, name = 'export'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const parts = await receive(answer, onProgress).catch(lost);
  save(new File(parts, name, { type: answer.headers.get('content-type') ?? '' }));
}

async function receive(answer: Response, onProgress: Options['onProgress']): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  const total = answer.headers.get(entriesTotalHeader);
  const reader = answer.body?.getReader();
  if (!reader) return parts;
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    // A blob may go to the disk; a list of arrays stays in memory.
    parts.push(new Blob([next.value]));
    bytes += next.value.length;
    onProgress?.({ bytes, entries: total === null ? null : Number(total) });
  }
  return parts;
}

function offer(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
