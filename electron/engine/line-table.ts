/**
 * The lines of a sheet as the engine counts them: each has a slot for good, a place in the sheet's
 * order, and a name that formulas find it by.
 *
 * A name exists as soon as a formula mentions it, with or without a line: so a line that comes,
 * goes or is renamed changes one `LineName`, and no formula has to be bound anew.
 */
import { nameKey } from '../../shared/formula/names.ts';
import { byPosition, type Line } from '../../shared/sheet.ts';
import type { LineName } from './graph.ts';

export const NO_SLOT = -1;

/** What of a line the calculation depends on. */
type Entry = Pick<Line, 'id' | 'kind' | 'position' | 'unit'> & { name: LineName | null; present: boolean };

export type LineEffect = { slot: number; isNew: boolean; unitChanged: boolean; orderChanged: boolean };

export class LineTable {
  readonly entries: Entry[] = [];
  private readonly slotById = new Map<number, number>();
  /** By key, and as they were written as well, which spares most mentions the making of the key. */
  private readonly names = new Map<string, LineName>();
  /** How many lines declare a unit. */
  unitCount = 0;
  private order: number[] | null = null;
  private ranks = new Int32Array(0);

  get slotCount(): number {
    return this.entries.length;
  }

  slotOf(lineId: number): number {
    return this.slotById.get(lineId) ?? NO_SLOT;
  }

  idOf(slot: number): number {
    return this.entries[slot].id;
  }

  isCalculated(slot: number): boolean {
    const entry = this.entries[slot];
    return entry.present && entry.kind === 'line';
  }

  nameOf(slot: number): LineName | null {
    return this.entries[slot].name;
  }

  /** The name as formulas mention it; made if nobody did before. */
  mention(text: string): LineName {
    const asWritten = this.names.get(text);
    if (asWritten !== undefined) return asWritten;
    const key = nameKey(text);
    let name = key === text ? undefined : this.names.get(key);
    if (name === undefined) {
      name = { key, text, slot: NO_SLOT, lineId: null, rivals: null, uses: [], outOfUse: 0 };
      this.names.set(key, name);
    }
    if (text !== key) this.names.set(text, name);
    return name;
  }

  /** Adds a line or replaces the one of its id; `onRebound` is told of every name that now means another line. */
  put(line: Line, onRebound: (name: LineName) => void): LineEffect {
    let slot = this.slotOf(line.id);
    const isFirst = slot === NO_SLOT;
    if (isFirst) {
      slot = this.entries.length;
      this.slotById.set(line.id, slot);
      this.entries.push({
        id: line.id,
        kind: line.kind,
        position: line.position,
        unit: line.unit,
        name: null,
        present: false,
      });
    }
    const entry = this.entries[slot];
    const isNew = !entry.present;
    const effect = {
      slot,
      isNew,
      unitChanged: isNew || entry.unit !== line.unit,
      orderChanged: isNew || entry.position !== line.position || entry.kind !== line.kind,
    };
    this.unitCount += Number(line.unit !== '') - Number(!isNew && entry.unit !== '');
    entry.present = true;
    entry.kind = line.kind;
    entry.position = line.position;
    entry.unit = line.unit;
    this.setName(slot, line.kind === 'line' && line.name !== '' ? this.mention(line.name) : null, onRebound);
    if (effect.orderChanged) this.order = null;
    return effect;
  }

  drop(lineId: number, onRebound: (name: LineName) => void): void {
    const slot = this.slotOf(lineId);
    if (slot === NO_SLOT || !this.entries[slot].present) return;
    this.entries[slot].present = false;
    if (this.entries[slot].unit !== '') this.unitCount--;
    this.setName(slot, null, onRebound);
    this.order = null;
  }

  /** Slots of the lines, headings left out, in the sheet's order. */
  inOrder(): readonly number[] {
    if (this.order === null) this.sort();
    return this.order ?? [];
  }

  /** Place of a line in `inOrder`, or -1. */
  rankOf(slot: number): number {
    if (this.order === null) this.sort();
    return slot === NO_SLOT ? NO_SLOT : this.ranks[slot];
  }

  get isOrderKnown(): boolean {
    return this.order !== null;
  }

  private sort(): void {
    const { entries } = this;
    const order: number[] = [];
    for (let slot = 0; slot < entries.length; slot++) if (this.isCalculated(slot)) order.push(slot);
    order.sort((a, b) => byPosition(entries[a], entries[b]));
    if (this.ranks.length < entries.length) this.ranks = new Int32Array(entries.length * 2);
    this.ranks.fill(NO_SLOT);
    for (let rank = 0; rank < order.length; rank++) this.ranks[order[rank]] = rank;
    this.order = order;
  }

  private setName(slot: number, next: LineName | null, onRebound: (name: LineName) => void): void {
    const entry = this.entries[slot];
    const last = entry.name;
    if (last === next) return;
    entry.name = next;
    if (last !== null) this.unbind(last, slot, onRebound);
    if (next === null) return;
    if (next.slot === NO_SLOT) this.bindTo(next, slot, onRebound);
    else {
      next.rivals = [...(next.rivals ?? []), slot];
      if (entry.id < this.entries[next.slot].id) this.swapRival(next, slot, onRebound);
    }
  }

  private unbind(name: LineName, slot: number, onRebound: (name: LineName) => void): void {
    if (name.slot !== slot) {
      name.rivals = name.rivals?.filter((rival) => rival !== slot) ?? null;
      return;
    }
    const [heir, ...others] = (name.rivals ?? []).toSorted((a, b) => this.entries[a].id - this.entries[b].id);
    name.rivals = others.length === 0 ? null : others;
    this.bindTo(name, heir ?? NO_SLOT, onRebound);
  }

  /** Of several lines with one name, the one that was there first has it. */
  private swapRival(name: LineName, slot: number, onRebound: (name: LineName) => void): void {
    name.rivals = (name.rivals ?? []).map((rival) => (rival === slot ? name.slot : rival));
    this.bindTo(name, slot, onRebound);
  }

  private bindTo(name: LineName, slot: number, onRebound: (name: LineName) => void): void {
    name.slot = slot;
    name.lineId = slot === NO_SLOT ? null : this.entries[slot].id;
    onRebound(name);
  }
}
