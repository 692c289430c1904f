/** The look of a cell, read from the parts of a workbook's package. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export type Parts = Record<string, string>;

export function readParts(path: string): Parts {
  const parts = unzipSync(readFileSync(path));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Font colour, fill and number format of a cell of the first worksheet. */
export function lookIn(parts: Parts, address: string) {
  const styles = parts['xl/styles.xml'];
  const list = (tag: string, item: string) => {
    const inside = new RegExp(`<${tag}[ >].*?</${tag}>`, 's').exec(styles)?.[0] ?? '';
    return inside.match(new RegExp(`<${item}[ />].*?(?:</${item}>|/>(?=<${item}|</${tag}))`, 'gs')) ?? [];
  };
  const style = Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(parts['xl/worksheets/sheet1.xml'])?.[1]);
  const format = list('cellXfs', 'xf')[style];
  const id = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(format)?.[1]);
  const code = new RegExp(`numFmtId="${id('numFmtId')}" formatCode="([^"]*)"`).exec(styles)?.[1];
  return {
    colour: /rgb="FF(\w+)"/.exec(list('fonts', 'font')[id('fontId')])?.[1],
    fill: /fgColor rgb="FF(\w+)"/.exec(list('fills', 'fill')[id('fillId')])?.[1],
    format: code?.replaceAll('&quot;', '"'),
  };
}
