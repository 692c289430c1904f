/** How the editor of notes looks, in both themes: the colours are those of tokens.css. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const surface = EditorView.theme({
  '&': { height: '100%', color: 'var(--pl-ink)', backgroundColor: 'var(--pl-paper)', fontSize: '14px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--pl-font)', lineHeight: '1.6', padding: '12px 4px' },
  '.cm-content': { padding: '0 12px', maxWidth: '86ch', caretColor: 'var(--pl-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--pl-ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'var(--pl-accent-wash-strong) !important',
  },
  '.cm-placeholder': { color: 'var(--pl-ink-faint)' },
  '.cm-specialChar': { color: 'var(--pl-error)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--pl-raised)',
    border: '1px solid var(--pl-hairline-strong)',
    borderRadius: 'var(--pl-radius)',
    boxShadow: 'var(--pl-shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--pl-font)', fontSize: '13px', maxHeight: '18em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--pl-accent-wash)',
    color: 'var(--pl-ink)',
  },
  '.cm-completionDetail': { color: 'var(--pl-ink-faint)', fontStyle: 'normal', marginLeft: '8px' },
  '.cm-panels': { backgroundColor: 'var(--pl-ground)', color: 'var(--pl-ink)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--pl-hairline)' },
  '.cm-textfield': { backgroundColor: 'var(--pl-paper)', border: '1px solid var(--pl-control-border)' },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--pl-paper)',
    border: '1px solid var(--pl-control-border)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--pl-warning-wash)', outline: '1px solid var(--pl-warning)' },
});

const words = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.monospace, tags.processingInstruction], color: 'var(--pl-ink-soft)' },
  { tag: tags.monospace, fontFamily: 'var(--pl-font-mono)', fontSize: '12.5px' },
  { tag: [tags.link, tags.url], color: 'var(--pl-accent)' },
  { tag: tags.quote, color: 'var(--pl-ink-soft)' },
]);

export const noteTheme = [surface, syntaxHighlighting(words)];
