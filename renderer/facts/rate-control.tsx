/** The one exchange rate: shown with its place, edited where it stands, chosen among all that are known. */
import { ActionIcon, Menu } from '@mantine/core';
import { type FactView, figureOf } from '../../shared/facts.ts';
import { showNotice } from '../shell/notices.tsx';
import { useLanguage, useSettingText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import { fullNumber } from '../ui/number-text.ts';
import { FactMarks, marksOf } from './fact-marks.tsx';
import { openFact, openNewFact } from './open-fact.ts';
import { enterRate, parseRate } from './own-rate.ts';
import { placeText } from './place-text.ts';
import classes from './rate-control.module.css';
import { rateTexts } from './rate-texts.ts';
import { useFactsData } from './use-facts-data.ts';

type RateControlProps = {
  rate: FactView | null;
  cnyPerUsd: number | null;
  rates: readonly FactView[];
  onChoose: (rateFactId: string) => void;
};

export function RateControl({ rate, cnyPerUsd, rates, onChoose }: RateControlProps) {
  const t = useTexts(rateTexts);
  const language = useLanguage();
  const settingText = useSettingText();
  const placeOf = usePlaceOf();
  const commit = async (typed: string) => {
    const entered = parseRate(typed);
    onChoose(await enterRate(entered, rate, rates, language));
    if (rate?.origin !== 'own') showNotice(rateTexts.rateAdded, { rate: fullNumber(entered) });
  };
  return (
    <div className={classes.rate} title={t(rate?.origin === 'own' ? 'ownRateHint' : 'rateHint')}>
      <span className={classes.rateWords}>{t('oneDollar')}</span>
      <div className={classes.rateField}>
        <InlineEdit
          label={t('rate')}
          value={cnyPerUsd === null ? '' : fullNumber(cnyPerUsd)}
          placeholder="7.2"
          onCommit={commit}
        />
      </div>
      <span className={classes.rateWords}>{t('ofCny')}</span>
      {rate !== null && (
        <button type="button" className={classes.link} title={t('rateFact')} onClick={() => openFact(rate.id)}>
          {placeOf(rate)}
        </button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('rates')} title={t('rates')}>
            <Icon name="down" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {eachOnce(rates, rate).map((each) => (
            <Menu.Item
              key={each.id}
              leftSection={each.id === rate?.id ? <Icon name="check" size={14} /> : <span className={classes.noIcon} />}
              onClick={() => onChoose(each.id)}
            >
              {fullNumber(figureOf(each).value ?? 0)} {each.unit !== 'CNY/USD' && each.unit}{' '}
              <span className={classes.aside}>
                {[placeOf(each), settingText(each.setting), each.date].filter(Boolean).join(' · ')}
              </span>{' '}
              <FactMarks marks={marksOf(each)} />
            </Menu.Item>
          ))}
          {rates.length > 0 && <Menu.Divider />}
          <Menu.Item
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => openNewFact({ subject: 'usd-cny', metric: 'exchange-rate', unit: 'CNY/USD' })}
          >
            {t('newRate')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** A place that prints the same rate twice is offered once. */
function eachOnce(rates: readonly FactView[], shown: FactView | null): FactView[] {
  const keyOf = (fact: FactView) => JSON.stringify([figureOf(fact), fact.unit, fact.place, fact.setting, fact.date]);
  const kept = new Map(rates.toReversed().map((fact) => [keyOf(fact), fact.id]));
  if (shown !== null) kept.set(keyOf(shown), shown.id);
  return rates.filter((fact) => kept.get(keyOf(fact)) === fact.id);
}

function usePlaceOf(): (fact: FactView) => string {
  const { sources } = useFactsData();
  return (fact) => {
    const source = sources.get(fact.sourceId);
    const publisher = source?.publisher || source?.title || fact.sourceId;
    return [publisher, placeText(fact)].filter(Boolean).join(' ');
  };
}
