/**
 * A real workbench on a data folder, in a process of its own, that writes canaries through every private method there
 * is, and through failures. Told by lines on standard input what to do next; answers each with a line.
 *
 *     node test/vault/canary-child.ts HOME
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openLog } from '../../electron/log.ts';
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { CANARY, PASSPHRASES, PIXEL_WITH_CANARY } from './canaries.ts';

const [home] = process.argv.slice(2);
const log = openLog(home);
const host = {
  kind: 'browser' as const,
  log,
  // A bug whose message quotes what is private, as a library's might.
  offerContent: () => {
    throw new TypeError(`Cannot read ${CANARY.bug}\n    at ${CANARY.bug} (file:///x)`);
  },
};
const workbench = openWorkbench({ home, dataFolder, host });

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await workbench.dispatch(method, input, 'test');
  if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
  return result.value as Output<M>;
}

/** A call that has to fail; which way is another test's business. */
async function fail(method: string, input: unknown): Promise<void> {
  const result = await workbench.dispatch(method, input, 'test');
  if (result.ok) throw new Error(`${method} did not fail`);
}

const proof = { passphrase: PASSPHRASES[1] };
const note = { noteId: randomUUID(), about: [`security:${CANARY.about}`] };

const steps: Record<string, () => Promise<unknown>> = {
  async fill() {
    const { recoveryKey } = await call('createVault', { passphrase: PASSPHRASES[0] });
    await call('changePassphrase', { proof: { recoveryKey }, passphrase: PASSPHRASES[1] });
    const [security] = (await call('listSecurities', {})).map(({ id }) => id);
    const [scale] = (await call('listScales', {})).scales.filter(({ subjectKind }) => subjectKind === 'stock');
    let { revision } = await call('putNote', { ...note, text: `# ${CANARY.title}\n\n${CANARY.note}`, revision: 0 });
    const { id: imageId } = await call('addImage', { base64: PIXEL_WITH_CANARY });
    ({ revision } = await call('putNote', { ...note, text: `![](image:${imageId}) ${CANARY.second}`, revision }));
    // As large as it gets in a test: spills over pages and into the log of the store.
    await call('putNote', { ...note, text: `${CANARY.large} `.repeat(50_000), revision });
    const gone = randomUUID();
    await call('putNote', { noteId: gone, about: [], text: CANARY.deleted, revision: 0 });
    await call('deleteNotes', { noteIds: [gone] });
    const purged = randomUUID();
    await call('putNote', { noteId: purged, about: [], text: CANARY.purged, revision: 0 });
    await call('deleteNotes', { noteIds: [purged] });
    await call('purgeNotes', { noteIds: [purged] });
    await call('searchNotes', { text: CANARY.large });
    await call('listBacklinks', { ref: `security:${CANARY.about}` });
    await call('putOwnRating', {
      rating: {
        securityId: security,
        scaleId: scale.id,
        gradeId: scale.grades[0].id,
        date: '2024-07-19',
        targetPrice: null,
        currency: '',
        note: CANARY.rating,
      },
    });
    const thesis = {
      claim: CANARY.thesis,
      about: [],
      condition: `="${CANARY.condition}"="x"`,
      due: '2030-01-01',
      probability: null,
      note: CANARY.thesisNote,
    };
    await call('putThesis', { thesis });
    await call('checkTheses', {});
    await call('putRiskAssessment', {
      assessment: {
        target: `security:${security}`,
        factId: null,
        text: CANARY.risk,
        probability: 3,
        impact: 3,
        isChecked: false,
        note: CANARY.riskNote,
      },
    });
    await call('importVaultText', {
      file: { name: `${CANARY.file}.md`, base64: Buffer.from(CANARY.imported).toString('base64') },
      jobId: 'a',
    });
    await call('exportVault', { path: join(home, 'out.plumbline-vault'), jobId: 'b' });
    await call('exportVault', { path: null, jobId: 'b' });

    await fail('exportVaultText', { path: null, jobId: 'c', isConfirmed: true, proof });
    await fail('putNote', { noteId: CANARY.note, about: [CANARY.about], text: CANARY.note, revision: 'x' });
    await fail('putNote', { ...note, text: CANARY.note, revision: 77 });
    await fail('putThesis', { thesis: { ...thesis, condition: `=${CANARY.condition}((` } });
    await fail('putOwnRating', { rating: { securityId: CANARY.rating, scaleId: CANARY.rating, note: CANARY.rating } });
    await fail('importVaultText', {
      file: {
        name: `${CANARY.file}.md`,
        base64: Buffer.from(`---\nplumbline: "note"\nid: ${CANARY.imported}\n---\n`).toString('base64'),
      },
      jobId: 'd',
    });
    await fail('unlockVault', { by: { passphrase: CANARY.guess } });
    await fail('changePassphrase', { proof, passphrase: '12345' });
    await fail(CANARY.note, {});
    return recoveryKey;
  },
  lock: () => call('lockVault', {}),
  async unlock() {
    await call('unlockVault', { by: proof });
    const { text } = await call('getNote', { noteId: (await call('listNotes', {}))[0].id });
    return text.length;
  },
  async close() {
    workbench.close();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ done: (await steps[line]()) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ failed: String(error) }));
  }
}
