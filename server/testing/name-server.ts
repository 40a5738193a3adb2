import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';

/** A DNS server of the test: answers what it is told, and that there is nothing else. */
export interface NameServer {
  address: string;
  cname: Map<string, string>;
  txt: Map<string, string[]>;
  /** IPv4 and IPv6 addresses; asked anew with every question, so that an answer may change its mind. */
  addresses: Map<string, () => readonly string[]>;
  close(): Promise<void>;
}

const [A, CNAME, TXT, AAAA, IN] = [1, 5, 16, 28, 1];
const NO_SUCH_NAME = 3;
const LONGEST_PIECE = 255;

export async function openNameServer(port = 0): Promise<NameServer> {
  const socket = createSocket('udp4');
  const [cname, txt] = [new Map<string, string>(), new Map<string, string[]>()];
  const addresses: NameServer['addresses'] = new Map();
  socket.on('message', (asked, from) => {
    const { name, type, end } = questionIn(asked);
    const known = cname.has(name) || txt.has(name) || addresses.has(name);
    const target = cname.get(name);
    const answers = type === CNAME && target ? [nameAsBytes(target)] : [];
    if (type === TXT) answers.push(...(txt.get(name) ?? []).map(textAsBytes));
    if (type === A || type === AAAA)
      answers.push(...(addresses.get(name)?.() ?? []).filter(isOf(type)).map(addressAsBytes));
    socket.send(
      answerTo(asked.subarray(0, end), { type, answers, code: known ? 0 : NO_SUCH_NAME }),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    cname,
    txt,
    addresses,
    close: () => new Promise((resolve) => void socket.close(() => resolve())),
  };
}

/** The one question of a message (RFC 1035 §4.1.2). */
function questionIn(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at]!; length > 0; length = message[at]!) {
    labels.push(message.subarray(at + 1, at + 1 + length).toString());
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

interface Answered {
  type: number;
  answers: Buffer[];
  code: number;
}

function answerTo(asked: Buffer, { type, answers, code }: Answered): Buffer {
  const head = Buffer.from(asked);
  head.writeUInt16BE(0x8580 | code, 2);
  head.writeUInt16BE(answers.length, 6);
  head.writeUInt32BE(0, 8);
  const records = answers.map((data) => {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(IN, 4);
    record.writeUInt32BE(0, 6);
    record.writeUInt16BE(data.length, 10);
    return Buffer.concat([record, data]);
  });
  return Buffer.concat([head, ...records]);
}

const nameAsBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);

function textAsBytes(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LONGEST_PIECE) {
    const piece = bytes.subarray(at, at + LONGEST_PIECE);
    pieces.push(Buffer.from([piece.length]), piece);
  }
  return Buffer.concat(pieces);
}

const isOf = (type: number) => (address: string) => isIPv4(address) === (type === A);

function addressAsBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [left = '', right] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join(''), 'hex');
}
