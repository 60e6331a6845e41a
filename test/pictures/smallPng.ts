import * as assert from 'node:assert/strict';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const largestPalette = 256;

/**
 * The picture with a palette of its most common colours, in a third of the bytes: the pictures of a window are areas of
 * one colour each, which stay as they are; only the edges of letters change, by less than one can see. With 16 colours or
 * fewer two points share a byte.
 */
export function smallPng(png: Buffer, mostColours = largestPalette): Buffer {
  const { width, height, channels, data } = read(png);
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) colours[at] = data.readUIntBE(at * channels, 3);
  const palette = paletteOf(colours, mostColours);
  const indexOf = nearestIn(palette);
  const depth = palette.length <= 16 ? 4 : 8;
  const rowBytes = 1 + Math.ceil((width * depth) / 8);
  const rows = Buffer.alloc(rowBytes * height);
  for (let at = 0; at < colours.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const shift = depth === 4 && x % 2 === 0 ? 4 : 0;
    const place = y * rowBytes + 1 + Math.floor((x * depth) / 8);
    rows[place] = (rows[place] ?? 0) | (indexOf(colours[at] ?? 0) << shift);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 3], 8);
  const colourTable = Buffer.from(palette.flatMap((colour) => [...channelsOf(colour)]));
  const parts = [chunk('IHDR', header), chunk('PLTE', colourTable), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

interface ColourGroup {
  /** The most common of them. */
  colour: number;
  most: number;
  all: number;
}

/** Of colours that look alike, the most common one stands for all. */
function paletteOf(colours: Uint32Array, most: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const groups = new Map<number, ColourGroup>();
  for (const [colour, count] of counts) {
    const group = groups.get(colour & 0xf8f8f8) ?? { colour, most: 0, all: 0 };
    group.all += count;
    if (count > group.most) Object.assign(group, { colour, most: count });
    groups.set(colour & 0xf8f8f8, group);
  }
  const common = [...groups.values()].sort((one, other) => other.all - one.all).slice(0, largestPalette);
  while (common.length > most) joinNearest(common);
  return common.map(({ colour }) => colour);
}

/** Joins the two groups of which one sees the least when they are one: of few points, or of much the same colour. */
function joinNearest(groups: ColourGroup[]): void {
  let [least, kept, gone] = [Number.POSITIVE_INFINITY, 0, 0];
  groups.forEach((one, first) => {
    for (let second = first + 1; second < groups.length; second++) {
      const other = groups[second] ?? one;
      const cost = (distance(one.colour, other.colour) * one.all * other.all) / (one.all + other.all);
      if (cost < least) [least, kept, gone] = [cost, first, second];
    }
  });
  const [joined] = groups.splice(gone, 1);
  const group = groups[kept];
  if (joined === undefined || group === undefined) return;
  if (joined.most > group.most) Object.assign(group, { colour: joined.colour, most: joined.most });
  group.all += joined.all;
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map<number, number>();
  return (colour) => {
    const index = known.get(colour) ?? nearest(colour, palette);
    known.set(colour, index);
    return index;
  };
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((candidate) => distance(colour, candidate));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const [a, b] = [channelsOf(one), channelsOf(other)];
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function channelsOf(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/** Reads what the browser writes: 8 bits a channel, three or four channels, not interlaced. */
function read(png: Buffer) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  assert.deepEqual([header[8], header[12]], [8, 0], 'the browser writes another kind of PNG');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  return { width, height, channels, data: unfiltered(inflateSync(packed), width * channels, channels) };
}

function chunksOf(png: Buffer): readonly { type: string; data: Buffer }[] {
  const found: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const start = at + 8;
    found.push({
      type: png.toString('latin1', at + 4, start),
      data: png.subarray(start, start + png.readUInt32BE(at)),
    });
  }
  return found;
}

/** Takes back the filters of PNG's rows (https://www.w3.org/TR/png-3/#9Filters). */
function unfiltered(rows: Buffer, rowBytes: number, step: number): Buffer {
  const height = rows.length / (rowBytes + 1);
  const out = Buffer.alloc(rowBytes * height);
  const byteAt = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (out[y * rowBytes + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const [filter, ...bytes] = rows.subarray(y * (rowBytes + 1), (y + 1) * (rowBytes + 1));
    bytes.forEach((byte, x) => {
      out[y * rowBytes + x] = byte + predicted(filter, byteAt(x - step, y), byteAt(x, y - 1), byteAt(x - step, y - 1));
    });
  }
  return out;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
