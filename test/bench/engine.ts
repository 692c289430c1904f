/**
 * The engine beside HyperFormula and mathjs: the same models, built from text and edited.
 *
 * mathjs has no dependency graph; its figure is parsing and evaluating every formula in order, which
 * is what a program built on it would do for each edit of a chain's head.
 */
import { HyperFormula } from 'hyperformula';
import { all, create } from 'mathjs';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import {
  addressNotation,
  BASE_SCENARIO_ID,
  CHAIN_HEAD_ROW,
  chainModel,
  documentOf,
  lineIdOf,
  mixedModel,
  namesNotation,
  type PlainModel,
} from '../fixtures/plain-model.ts';
import { alternate, sample } from './measure.ts';
import type { Finding } from './report.ts';

const LINES = 100_000;
const ROUNDS = 3;
const GROUP = 'engine';

export function benchEngine(): Finding[] {
  return [
    buildFinding('Build a 100,000-line chain from text', chainModel(LINES), true),
    buildFinding('Build a 100,000-line mixed model from text', mixedModel(LINES), false),
    ...chainEditFindings(),
    mixedEditFinding(),
    ...oneCellFindings(),
  ];
}

function putCell(row: number, content: string, scenarioId = BASE_SCENARIO_ID): SheetChange {
  return { change: 'putCell', lineId: lineIdOf(row), scenarioId, period: '', content };
}

/** The model as HyperFormula takes it. */
function sheetOf(model: PlainModel): (string | number)[][] {
  return model.rows.map((row) => {
    const content = row.content(addressNotation);
    return [content.startsWith('=') ? content : Number(content)];
  });
}

function buildHyperFormula(sheet: (string | number)[][]): HyperFormula {
  return HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3', maxRows: 2 * LINES });
}

/** Our last value beside HyperFormula's: a comparison of speed means nothing where results differ. */
function assertSameResult(model: PlainModel, ours: SheetModel, theirs: HyperFormula): void {
  const row = model.rows.length - 1;
  const own = ours.valueOf({ lineId: lineIdOf(row), scenarioId: BASE_SCENARIO_ID, period: '' });
  const other = theirs.getCellValue({ sheet: 0, row, col: 0 });
  if (typeof own !== 'number' || typeof other !== 'number' || Math.abs(own - other) > 1e-9 * Math.abs(other)) {
    throw new Error(`Results differ in row ${row}: ${JSON.stringify(own)} and ${JSON.stringify(other)}`);
  }
}

function buildFinding(what: string, model: PlainModel, withMathjs: boolean): Finding {
  const document = documentOf(model);
  const sheet = sheetOf(model);
  const times = alternate(
    {
      plumbline: () => ({ timed: () => void SheetModel.build(document) }),
      hyperFormula: () => {
        let built: HyperFormula;
        return {
          timed: () => {
            built = buildHyperFormula(sheet);
          },
          after: () => built.destroy(),
        };
      },
    },
    ROUNDS,
  );
  const peers: Record<string, number> = { HyperFormula: times.hyperFormula };
  if (withMathjs) {
    peers.mathjs = alternate({ mathjs: () => ({ timed: () => void evaluateWithMathjs(model) }) }, 1).mathjs;
  }
  return {
    group: GROUP,
    what,
    measured: times.plumbline,
    unit: 'ms',
    peers,
    target: { of: 'ratio', peer: 'HyperFormula', atMost: 0.7 },
  };
}

const mathjs = create(all);

type Compiled = { name: string; evaluate: (scope: Map<string, unknown>) => unknown };

function evaluateWithMathjs(model: PlainModel): { compiled: Compiled[]; scope: Map<string, unknown> } {
  const notation = namesNotation(model);
  const scope = new Map<string, unknown>();
  const compiled = model.rows.map((row) => {
    const code = mathjs.compile(row.content(notation).replace(/^=/, ''));
    const evaluate = (values: Map<string, unknown>) => code.evaluate(values);
    scope.set(row.name, evaluate(scope));
    return { name: row.name, evaluate };
  });
  return { compiled, scope };
}

function chainEditFindings(): Finding[] {
  const model = chainModel(LINES);
  const ours = SheetModel.build(documentOf(model));
  const threeScenarios = SheetModel.build(documentOf(model, 3));
  const theirs = buildHyperFormula(sheetOf(model));
  const { compiled, scope } = evaluateWithMathjs(model);
  assertSameResult(model, ours, theirs);
  let head = 1;
  const times = alternate(
    {
      plumbline: () => ({ timed: () => void ours.apply([putCell(CHAIN_HEAD_ROW, String(++head))]) }),
      hyperFormula: () => ({
        timed: () => void theirs.setCellContents({ sheet: 0, row: CHAIN_HEAD_ROW, col: 0 }, ++head),
      }),
      mathjs: () => ({
        timed: () => {
          scope.set(model.rows[CHAIN_HEAD_ROW].name, ++head);
          for (const { name, evaluate } of compiled.slice(CHAIN_HEAD_ROW + 1)) scope.set(name, evaluate(scope));
        },
      }),
      threeScenarios: () => ({ timed: () => void threeScenarios.apply([putCell(CHAIN_HEAD_ROW, String(++head))]) }),
    },
    2 * ROUNDS,
  );
  ours.apply([putCell(CHAIN_HEAD_ROW, '7')]);
  theirs.setCellContents({ sheet: 0, row: CHAIN_HEAD_ROW, col: 0 }, 7);
  assertSameResult(model, ours, theirs);
  theirs.destroy();
  return [
    {
      group: GROUP,
      what: 'Edit the head of a 100,000-line chain',
      measured: times.plumbline,
      unit: 'ms',
      peers: { HyperFormula: times.hyperFormula, mathjs: times.mathjs },
      target: { of: 'ratio', peer: 'HyperFormula', atMost: 0.5 },
    },
    {
      group: GROUP,
      what: 'The same in 3 scenarios (300,000 cells), HyperFormula in one',
      measured: times.threeScenarios,
      unit: 'ms',
      peers: { HyperFormula: times.hyperFormula },
    },
  ];
}

function mixedEditFinding(): Finding {
  const model = mixedModel(LINES);
  const ours = SheetModel.build(documentOf(model));
  const theirs = buildHyperFormula(sheetOf(model));
  assertSameResult(model, ours, theirs);
  let head = 100;
  const times = alternate(
    {
      plumbline: () => ({ timed: () => void ours.apply([putCell(0, String(++head))]) }),
      hyperFormula: () => ({ timed: () => void theirs.setCellContents({ sheet: 0, row: 0, col: 0 }, ++head) }),
    },
    2 * ROUNDS,
  );
  theirs.destroy();
  return {
    group: GROUP,
    what: 'Edit the first input of a 100,000-line mixed model',
    measured: times.plumbline,
    unit: 'ms',
    peers: { HyperFormula: times.hyperFormula },
    target: { of: 'ratio', peer: 'HyperFormula', atMost: 0.5 },
  };
}

/** An edit at the end of the chain touches one cell: the last line is replaced by another formula of its own. */
function oneCellFindings(): Finding[] {
  const sizes = [1000, LINES];
  const edit = (document: SheetDocument) => {
    const model = SheetModel.build(document);
    const last = document.lines.length - 1;
    const before = document.lines[last - 1].name;
    return (index: number) => void model.apply([putCell(last, `=${before}*1.0001+${index}`)]);
  };
  const edits = [...sizes.map((size) => edit(documentOf(chainModel(size)))), edit(documentOf(chainModel(LINES), 3))];
  for (const apply of edits) sample(2000, 2000, apply);
  const [small, large, threeScenarios] = edits.map((apply) => sample(4000, 0, apply).median);
  const theirs = buildHyperFormula(sheetOf(chainModel(LINES)));
  const row = LINES - 1;
  const other = sample(2000, 2000, (index) => {
    theirs.setCellContents({ sheet: 0, row, col: 0 }, `=A${row}*1.0001+${index}`);
  }).median;
  theirs.destroy();
  const target: Finding['target'] = { of: 'value', atMost: 0.2 };
  const peers = { HyperFormula: other };
  return [
    { group: GROUP, what: 'Edit that touches one cell, 1,000 lines', measured: small, unit: 'ms', target },
    { group: GROUP, what: 'Edit that touches one cell, 100,000 lines', measured: large, unit: 'ms', peers, target },
    {
      group: GROUP,
      what: 'The same beside 1,000 lines',
      measured: large,
      unit: 'ms',
      peers: { '1,000 lines': small },
      target: { of: 'ratio', peer: '1,000 lines', atMost: 1.25 },
    },
    {
      group: GROUP,
      what: 'The same in a document of 3 scenarios, 100,000 lines',
      measured: threeScenarios,
      unit: 'ms',
      target,
    },
  ];
}
