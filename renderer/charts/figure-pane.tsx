/** Fit to print: number, title, source and size of a figure with the figure as it will be, and the ways out of here. */
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { chartCsv, chartFileTitle } from '../../shared/charts/chart-table.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { figureOption } from '../../shared/charts/figure-option.ts';
import { inLanguage } from '../../shared/language.ts';
import { exportChart, fileName } from '../shell/jobs.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { useLanguage, useTexts } from '../texts.ts';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { figurePng, figureSvg, svgAddress } from './figure-image.ts';
import { saveFile } from './save-file.ts';
import type { ChangeSpec } from './use-chart-spec.ts';

type FigurePaneProps = {
  drawn: Drawn;
  spec: ChartSpec;
  change: ChangeSpec;
  /** What the screen calls the chart where the figure has no title. */
  title: string;
};

export function FigurePane({ drawn, spec, change, title }: FigurePaneProps) {
  const t = useTexts(chartsTexts);
  const language = useLanguage();
  const { figure } = spec;
  const svg = useMemo(() => figureSvg(figureOption(drawn), figure), [drawn, figure]);
  const fileTitle = chartFileTitle(drawn);
  const name = fileName(inLanguage(fileTitle, language));
  const put = (changed: Partial<ChartSpec['figure']>) => change({ figure: { ...figure, ...changed } });
  const save = (content: Blob, ending: string) => {
    saveFile(content, `${name}.${ending}`);
    showNotice(chartsTexts.saved, { name: `${name}.${ending}` });
  };
  return (
    <div className={classes.figure}>
      <div className={classes.figureForm}>
        <TextInput
          label={t('figureNumber')}
          maxLength={50}
          value={figure.number}
          onChange={(event) => put({ number: event.currentTarget.value })}
        />
        <Textarea
          label={t('figureTitle')}
          autosize
          maxLength={500}
          placeholder={title}
          value={figure.title[language]}
          onChange={(event) => put({ title: { ...figure.title, [language]: event.currentTarget.value } })}
        />
        <Textarea
          label={t('figureSource')}
          autosize
          maxLength={500}
          placeholder={t('figureSourceHint')}
          value={figure.source[language]}
          onChange={(event) => put({ source: { ...figure.source, [language]: event.currentTarget.value } })}
        />
        <div className={classes.pair}>
          <Centimetres label={t('widthCm')} value={figure.widthCm} min={4} onChange={(widthCm) => put({ widthCm })} />
          <Centimetres
            label={t('heightCm')}
            value={figure.heightCm}
            min={3}
            onChange={(heightCm) => put({ heightCm })}
          />
        </div>
        <div className={classes.figureOut}>
          <Out onClick={async () => save(await figurePng(svg, figure), 'png')}>{t('downloadPng')}</Out>
          <Out onClick={() => save(new Blob([svg], { type: 'image/svg+xml' }), 'svg')}>{t('downloadSvg')}</Out>
          <Out onClick={() => copyImage(figurePng(svg, figure))}>{t('copyImage')}</Out>
          <Out onClick={() => save(new Blob([chartCsv(drawn)], { type: 'text/csv' }), 'csv')}>{t('downloadCsv')}</Out>
          <Out onClick={() => exportChart(drawn.spec, fileTitle)}>{t('downloadXlsx')}</Out>
        </div>
      </div>
      <div className={classes.paper}>
        <img
          src={svgAddress(svg)}
          alt={`${t('preview')}: ${name}`}
          style={{ width: `${figure.widthCm}cm`, height: `${figure.heightCm}cm` }}
        />
      </div>
    </div>
  );
}

function Out({ onClick, children }: { onClick: () => void | Promise<void>; children: ReactNode }) {
  return (
    <Button variant="default" onClick={() => Promise.resolve(onClick()).catch(showFailure)}>
      {children}
    </Button>
  );
}

type CentimetresProps = { label: string; value: number; min: number; onChange: (value: number) => void };

function Centimetres({ label, value, min, onChange }: CentimetresProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={60}
      decimalScale={2}
      onChange={(typed) => {
        // While a number is typed it may be too small; the figure waits for one that can be.
        if (typeof typed === 'number' && typed >= min && typed <= 60) onChange(typed);
      }}
    />
  );
}

/** The promise goes to the clipboard as it is: a browser lets a page write only right after the click. */
async function copyImage(picture: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    showNotice(chartsTexts.imageCopied);
  } catch (refused) {
    // Where there is no picture, that says more than the clipboard's own error.
    await picture;
    if (!(refused instanceof DOMException)) throw refused;
    showNotice(chartsTexts.imageRefused);
  }
}
