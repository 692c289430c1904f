/**
 * The looks of cells: inputs blue and formulas black as finance does, overrides on yellow, links to
 * facts green. `styles.of({ … })` gives the same format for the same look.
 */
import { Color, Format, FormatAlign, FormatBorder } from 'wasm-xlsxwriter';

export const INPUT_COLOUR = 0x0000ff;
export const FORMULA_COLOUR = 0x000000;
/** Links to facts. */
export const FACT_COLOUR = 0x00803c;
export const QUIET_COLOUR = 0x6b7280;
const OVERRIDE_FILL = 0xfff2cc;
const HEADER_FILL = 0xe8ecf1;
const RULE_COLOUR = 0xb8c0cc;

export type Look = {
  colour?: number;
  override?: boolean;
  header?: boolean;
  bold?: boolean;
  size?: number;
  wrap?: boolean;
  right?: boolean;
  indent?: boolean;
  numberFormat?: string;
};

export class Styles {
  private readonly formats = new Map<string, Format>();

  of(look: Look): Format {
    const key = JSON.stringify(look);
    let format = this.formats.get(key);
    if (format === undefined) {
      format = make(look);
      this.formats.set(key, format);
    }
    return format;
  }
}

function make({ colour, override, header, bold, size, wrap, right, indent, numberFormat }: Look): Format {
  let format = new Format().setAlign(FormatAlign.Top);
  if (colour !== undefined) format = format.setFontColor(Color.rgb(colour));
  if (override) format = format.setBackgroundColor(Color.rgb(OVERRIDE_FILL));
  if (header) {
    format = format
      .setBackgroundColor(Color.rgb(HEADER_FILL))
      .setBorderBottom(FormatBorder.Thin)
      .setBorderBottomColor(Color.rgb(RULE_COLOUR));
  }
  if (bold || header) format = format.setBold();
  if (size !== undefined) format = format.setFontSize(size);
  if (wrap || header) format = format.setTextWrap();
  if (right) format = format.setAlign(FormatAlign.Right);
  if (indent) format = format.setAlign(FormatAlign.Left).setIndent(1);
  if (numberFormat !== undefined) format = format.setNumFormat(numberFormat);
  return format;
}
