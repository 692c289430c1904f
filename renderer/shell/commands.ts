/**
 * Commands: everything a user can do by name, from the palette (Ctrl/Cmd+K) and the native menu.
 *
 * A screen registers its commands while it is mounted: `useCommands([{ id: 'sheet.undo', … }])`. Of two with
 * the same id the one registered last counts. The menu runs them by id: `runCommand(id)`.
 */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { Sentence } from '../../shared/messages.ts';

export type Command = {
  /** `area.verb`; the native menu knows commands by it. */
  id: string;
  label: Sentence;
  /** The heading it is found under; commands when left out. */
  group?: Sentence;
  /** Further words to find it by, and shown beside the label: a line's name, a sheet's source. */
  detail?: string;
  /** As a keyboard shows it: `Ctrl+Z`. */
  shortcut?: string;
  /** False for what only the native menu runs. */
  isListed?: boolean;
  run: () => void;
};

/** Commands, or what lists them when they are looked for: many, or changing often. */
export type CommandSource = readonly Command[] | (() => readonly Command[]);

type CommandsState = { sets: ReadonlyMap<symbol, CommandSource> };

export const useCommandSets = create<CommandsState>(() => ({ sets: new Map() }));

/** Offers `commands` as long as the calling component is mounted. Memoise them. */
export function useCommands(commands: CommandSource): void {
  const owner = useRef(Symbol('commands'));
  useEffect(() => {
    const key = owner.current;
    useCommandSets.setState(({ sets }) => ({ sets: new Map(sets).set(key, commands) }));
    return () =>
      useCommandSets.setState(({ sets }) => {
        const left = new Map(sets);
        left.delete(key);
        return { sets: left };
      });
  }, [commands]);
}

/** All commands that are offered now, each id once. */
export function commandsOf({ sets }: CommandsState): Command[] {
  const byId = new Map<string, Command>();
  for (const source of sets.values()) {
    for (const command of typeof source === 'function' ? source() : source) byId.set(command.id, command);
  }
  return [...byId.values()];
}

/** Runs a command by its id; false where no screen offers it now. */
export function runCommand(id: string): boolean {
  const command = commandsOf(useCommandSets.getState()).find((candidate) => candidate.id === id);
  command?.run();
  return command !== undefined;
}
