/** Who it is: names, code and how sure that is, sector, tags, and the last price. */
import type { SecurityView } from '../../../shared/securities.ts';
import { followBars } from '../../bars/follow-bars.ts';
import { ChangeFigure } from '../../securities/change-figure.tsx';
import { amountText, priceText } from '../../securities/quote-text.ts';
import { useLanguage, useLocalText, useTexts } from '../../texts.ts';
import { useAnswer } from '../../use-answer.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

export function SecurityHead({ security }: { security: SecurityView }) {
  const t = useTexts(securityTexts);
  const local = useLocalText();
  const language = useLanguage();
  const { id, code, name, sector, tags, confidence, kind } = security;
  const shown = local(name);
  const other = language === 'zh' ? name.en : name.zh;
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{shown}</h1>
      {other !== '' && other !== shown && <span className={classes.otherName}>{other}</span>}
      {code !== '' && <span>{id}</span>}
      {code !== '' && confidence === 'recalled' && (
        <span className={`${classes.hint} ${classes.unsure}`}>{t('codeConfidence')}</span>
      )}
      {local(sector) !== '' && <span className={classes.aside}>{local(sector)}</span>}
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      <span className={classes.space} />
      {kind !== 'industry' && <Quote security={security} />}
    </header>
  );
}

function Quote({ security: { id, currency: own } }: { security: SecurityView }) {
  const t = useTexts(securityTexts);
  const language = useLanguage();
  const { answer } = useAnswer('getQuotes', { securityIds: [id] }, followBars);
  const quote = answer?.[0];
  if (answer === undefined) return null;
  if (quote === undefined) {
    return <span className={classes.hint}>{t('noQuote')}</span>;
  }
  const { close, change, marketCap, day, currency } = quote;
  return (
    <span className={classes.quote}>
      <span className={classes.close}>{priceText(close)}</span>
      <span className={classes.aside}>{currency || own}</span>
      {change !== null && <ChangeFigure share={change} />}
      {marketCap !== null && (
        <span className={classes.aside}>
          {t('marketCap')} {amountText(marketCap, language)}
        </span>
      )}
      <span className={classes.aside}>{t('asOf', { day })}</span>
    </span>
  );
}
