/** Sheets as a whole: made, listed, opened, described, taken away and brought back. */
import { randomBytes } from 'node:crypto';
import { textOf } from '../../shared/both-languages.ts';
import type { TemplateSummary } from '../../shared/contract.ts';
import { definitionOfDocument, documentOfDefinition } from '../../shared/definition-document.ts';
import { AppError } from '../../shared/errors.ts';
import { sameInBoth } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { isPeriodLabel, periodsOf, type TimeAxis } from '../../shared/periods.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { readDefinition, type SheetDefinition, writeDefinition } from '../../shared/sheet-definition.ts';
import type { Handlers } from '../dispatch.ts';
import type { BundledData } from '../store/bundled-data.ts';
import { readEditState } from '../store/edits.ts';
import { insertSheet, listSheets, setSheetDeleted, sheetExists } from '../store/sheets.ts';
import { checkDefinition } from './content.ts';
import type { Context } from './context.ts';
import { demonstrationCells } from './demonstration.ts';
import { edit } from './edit.ts';
import { labelOfSheetEdit } from './edit-labels.ts';
import { documentOfIndex } from './sheet-index.ts';
import { withFields } from './with-fields.ts';

type SheetMethod =
  | 'listSheets'
  | 'listTemplates'
  | 'createSheet'
  | 'duplicateSheet'
  | 'deleteSheet'
  | 'restoreSheet'
  | 'openSheet'
  | 'getSheetDefinition'
  | 'importSheet'
  | 'updateSheet';

export function sheetHandlers(context: Context): Pick<Handlers, SheetMethod> {
  const { store, data, sheets, emit, now } = context;

  const insert = (caller: string, definition: SheetDefinition, templateId: string | null) => {
    const id = newSheetId();
    insertSheet(store.db, documentOfDefinition(definition, { id, templateId, nextId: context.nextId }), now());
    emit({ event: 'sheetsListed' }, caller);
    return { sheetId: id };
  };

  const setDeleted = (caller: string, sheetId: string, at: string | null) => {
    if (!sheetExists(store.db, sheetId)) throw notFound(sheetId);
    setSheetDeleted(store.db, sheetId, at);
    sheets.forget(sheetId);
    emit({ event: 'sheetsListed' }, caller);
    return {};
  };

  return {
    listSheets: () => listSheets(store.db),
    listTemplates: () => templateSummaries(data),
    createSheet: ({ templateId, title, timeAxis }, caller) => {
      if (timeAxis) checkTimeAxis(timeAxis);
      const definition = templateId === undefined ? emptySheet() : templateOf(context, templateId);
      const changed = {
        ...definition,
        title: title ?? definition.title,
        timeAxis: templateId === undefined ? (timeAxis ?? null) : definition.timeAxis,
      };
      return insert(caller, changed, templateId ?? null);
    },
    duplicateSheet: ({ sheetId }, caller) => {
      const definition = definitionOfDocument(documentOf(context, sheetId));
      const title = {
        zh: formatMessage(message('sheet.copyOf', { title: definition.title.zh }), 'zh'),
        en: formatMessage(message('sheet.copyOf', { title: definition.title.en }), 'en'),
      };
      return insert(caller, { ...definition, title }, sheets.get(sheetId).index.sheet.templateId);
    },
    deleteSheet: ({ sheetId }, caller) => setDeleted(caller, sheetId, now()),
    restoreSheet: ({ sheetId }, caller) => setDeleted(caller, sheetId, null),
    openSheet: ({ sheetId }) => {
      const { index, model } = sheets.get(sheetId);
      return {
        document: documentOfIndex(index),
        values: model.allValues(),
        inferredUnits: model.inferredUnits(),
        demonstration: demonstrationCells(store.db, model),
        state: readEditState(store.db, sheetId),
      };
    },
    getSheetDefinition: ({ sheetId }) => ({
      definition: writeDefinition(definitionOfDocument(documentOf(context, sheetId))),
    }),
    importSheet: ({ definition }, caller) => {
      const read = readDefinition(definition);
      checkDefinition(read);
      return insert(caller, read, null);
    },
    updateSheet: ({ sheetId, fields }, caller) => {
      const { index } = sheets.get(sheetId);
      if (fields.timeAxis) checkTimeAxis(fields.timeAxis);
      const sheet = withFields(index.sheet, fields);
      const changes: SheetChange[] = [{ change: 'putSheet', sheet }];
      if (fields.timeAxis !== undefined) {
        const periods = new Set(['', ...periodsOf(sheet.timeAxis)]);
        for (const cell of [...index.cellsOfLine.values()].flat()) {
          if (!periods.has(cell.period)) changes.unshift({ change: 'putCell', ...cell, content: null });
        }
      }
      return edit(context, caller, sheetId, labelOfSheetEdit(index.sheet, sheet), changes);
    },
  };
}

function templateOf({ data }: Context, templateId: string): SheetDefinition {
  const definition = data.templates().get(templateId);
  if (definition === undefined) throw new AppError('not-found', message('sheet.templateNotFound', { templateId }));
  return definition;
}

function documentOf({ sheets }: Context, sheetId: string): SheetDocument {
  return documentOfIndex(sheets.get(sheetId).index);
}

function emptySheet(): SheetDefinition {
  return {
    plumbline: 'sheet',
    version: 1,
    title: textOf(message('sheet.untitled')),
    note: sameInBoth(''),
    timeAxis: null,
    units: [],
    scenarios: [{ key: 'base', name: textOf(message('sheet.baseScenario')), note: sameInBoth(''), parent: null }],
    lines: [],
  };
}

export function templateSummaries(data: BundledData): TemplateSummary[] {
  return [...data.templates()].map(([id, definition]) => templateSummary(id, definition));
}

function templateSummary(id: string, { title, note, lines }: SheetDefinition): TemplateSummary {
  const calculated = lines.flatMap((line) => ('heading' in line ? [] : [line]));
  const sourceIds = new Set(calculated.flatMap((line) => line.sources.map(({ sourceId }) => sourceId)));
  return { id, title, note, lineCount: calculated.length, sourceIds: [...sourceIds].sort() };
}

function checkTimeAxis({ grain, start }: TimeAxis): void {
  if (isPeriodLabel(grain, start)) return;
  throw new AppError('invalid-value', message('sheet.definitionPeriod', { where: 'timeAxis.start', value: start }));
}

function newSheetId(): string {
  return `s${randomBytes(6).toString('hex')}`;
}

function notFound(sheetId: string): AppError {
  return new AppError('not-found', message('sheet.notFound', { sheetId }));
}
