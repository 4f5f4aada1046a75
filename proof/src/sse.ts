/** A server-sent event; its fields are looked up when they are asked for, since thousands of streams ask for two of them. */
export class Message {
  readonly #block: string;

  constructor(block: string) {
    this.#block = block;
  }

  get event(): string {
    return /^event: (.*)$/m.exec(this.#block)?.[1] ?? '';
  }

  get id(): string {
    return /^id: (.*)$/m.exec(this.#block)?.[1] ?? '';
  }

  get data(): string {
    return /^data: (.*)$/m.exec(this.#block)?.[1] ?? '';
  }
}

/** Takes server-sent events apart as they come. */
export function createParser(tell: (message: Message) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) tell(new Message(block));
  };
}
