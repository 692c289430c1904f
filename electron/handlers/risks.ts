/** Risks: what the reports warn of, as facts, and the analyst's own assessments of them in the vault. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { figureOf } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { ReportRisk, RiskAssessment } from '../../shared/risks.ts';
import type { Handlers } from '../dispatch.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { factsOfMetrics } from '../store/prices.ts';
import { findSource } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';

const RISK = 'risk';

type RiskMethod = 'listReportRisks' | 'listRiskAssessments' | 'putRiskAssessment' | 'deleteRiskAssessment';

export function riskHandlers({ store, vault, emit, now }: Context): Pick<Handlers, RiskMethod> {
  const { db } = store;
  return {
    listReportRisks: () => reportRisks(db),
    listRiskAssessments: ({ target }) =>
      vault
        .list('riskAssessment')
        .filter((each) => target === undefined || each.target === target)
        .toSorted((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1)),
    putRiskAssessment: ({ assessment }) => {
      const { factId, text, target } = assessment;
      if (factId === null && text.trim() === '') throw new AppError('invalid-value', message('risk.noText'));
      if (factId !== null && findStoredFact(db, factId)?.fact.metricId !== RISK) {
        throw new AppError('not-found', message('risk.noFact', { id: factId }));
      }
      const same = (each: RiskAssessment) => factId !== null && each.target === target && each.factId === factId;
      const id = assessment.id ?? vault.list('riskAssessment').find(same)?.id ?? randomUUID();
      const record: RiskAssessment = { ...assessment, id, updatedAt: now() };
      vault.write([{ put: 'riskAssessment', record }]);
      emit({ event: 'risksEdited', assessmentIds: [id] }, null);
      return record;
    },
    deleteRiskAssessment: ({ assessmentId }) => {
      const assessment = vault.find('riskAssessment', assessmentId);
      if (assessment === undefined) throw new AppError('not-found', message('risk.notFound'));
      vault.write([{ drop: 'riskAssessment', id: assessmentId }]);
      emit({ event: 'risksEdited', assessmentIds: [assessmentId] }, null);
      return assessment;
    },
  };
}

function reportRisks(db: Db): ReportRisk[] {
  return factsOfMetrics(db, [RISK]).map((fact) => ({
    factId: fact.id,
    text: figureOf(fact).text || fact.printed,
    subjectId: fact.subjectId,
    sourceId: fact.sourceId,
    sourceTitle: findSource(db, fact.sourceId)?.title ?? fact.sourceId,
    place: fact.place,
  }));
}
