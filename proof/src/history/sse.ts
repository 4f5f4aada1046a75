export interface Message {
  event: string;
  id: string;
  data: string;
}

/** Takes server-sent events apart as they come. */
export function createParser(tell: (message: Message) => void): (text: string) => void {
  let rest = '';
  const field = (block: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks)
      tell({ event: field(block, 'event'), id: field(block, 'id'), data: field(block, 'data') });
  };
}
