/** The editor of a note's text, with its small toolbar: what is typed goes into the draft (note-drafts.ts). */
import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand,
  markdown,
  markdownLanguage,
} from '@codemirror/lang-markdown';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type StateCommand } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view';
import { ActionIcon, Tooltip } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { IMAGE_TYPES } from '../../shared/notes.ts';
import { showFailure } from '../shell/notices.tsx';
import { useLanguage, useTexts } from '../texts.ts';
import { chooseFile } from '../ui/file-input.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { modKey } from '../ui/keys.ts';
import { beginCompletion, insertBlock, surround, toggleChecklist, toggleHeading } from './note-commands.ts';
import { completeNote } from './note-completion.ts';
import { type Draft, editDraft, saveDraft } from './note-drafts.ts';
import { noteTheme } from './note-editor-theme.ts';
import classes from './notes.module.css';
import { notesTexts } from './notes-texts.ts';
import { searchPhrases } from './search-phrases.ts';
import { imagesAmong, takeImages } from './take-image.ts';

export function NoteEditor({ draft, autoFocus = false }: { draft: Draft; autoFocus?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  useEditor(place, view, draft, autoFocus);
  return (
    <div className={classes.editor}>
      <Toolbar view={view} />
      <div className={classes.text} ref={place} onBlur={() => void saveDraft(draft.noteId)} />
    </div>
  );
}

function useEditor(
  place: RefObject<HTMLDivElement | null>,
  view: RefObject<EditorView | null>,
  { noteId, text }: Draft,
  autoFocus: boolean,
): void {
  const language = useLanguage();
  const t = useTexts(notesTexts);
  /** What the draft has from here: only another text is put into the editor. */
  const given = useRef(text);
  const first = useRef({ text, autoFocus });

  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: view.current?.state.doc ?? first.current.text,
        extensions: [
          history(),
          drawSelection(),
          dropCursor(),
          highlightSpecialChars(),
          highlightSelectionMatches(),
          search({ top: true }),
          EditorState.allowMultipleSelections.of(true),
          EditorState.phrases.of(language === 'zh' ? searchPhrases : {}),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': t('editor'), spellcheck: 'false' }),
          markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: false }),
          autocompletion({ override: [completeNote], icons: false, activateOnTypingDelay: 0 }),
          placeholder(t('placeholder')),
          noteTheme,
          keymap.of([
            { key: 'Mod-b', run: surround('**') },
            { key: 'Mod-i', run: surround('*') },
            { key: 'Mod-Enter', run: toggleChecklist },
            {
              key: 'Mod-s',
              run: () => {
                void saveDraft(noteId);
                return true;
              },
            },
            { key: 'Tab', run: acceptCompletion },
            ...completionKeymap,
            // An empty item ends its list.
            { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
            { key: 'Backspace', run: deleteMarkupBackward },
            ...searchKeymap,
            ...historyKeymap,
            ...defaultKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (!docChanged) return;
            given.current = state.doc.toString();
            editDraft(noteId, { text: given.current });
          }),
          EditorView.domEventHandlers({
            paste: (event, target) => takeFrom(event, event.clipboardData?.files, target),
            drop: (event, target) => takeFrom(event, event.dataTransfer?.files, target),
          }),
        ],
      }),
    });
    view.current = made;
    if (first.current.autoFocus) {
      // Where the title of a template is to be written.
      made.dispatch({ selection: { anchor: made.state.doc.line(1).to } });
      made.focus();
    }
    return () => made.destroy();
  }, [place, view, noteId, language, t]);

  useEffect(() => {
    if (view.current === null || text === given.current) return;
    given.current = text;
    view.current.dispatch({ changes: difference(view.current.state.doc.toString(), text) });
  }, [view, text]);
}

/** What is between the beginning and the end that both texts have: the cursor stays where it is. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

function takeFrom(event: Event, files: FileList | undefined, view: EditorView): boolean {
  const images = imagesAmong(files);
  if (images.length === 0) return false;
  event.preventDefault();
  takeImages(view, images).catch(showFailure);
  return true;
}

type Tool = { label: string; icon: IconName; keys?: string; run: StateCommand | ((view: EditorView) => boolean) };

function Toolbar({ view }: { view: RefObject<EditorView | null> }) {
  const t = useTexts(notesTexts);
  const tools: Tool[] = [
    { label: t('heading'), icon: 'heading', run: toggleHeading },
    { label: t('bold'), icon: 'bold', keys: modKey('B'), run: surround('**') },
    { label: t('italic'), icon: 'italic', keys: modKey('I'), run: surround('*') },
    { label: t('checklist'), icon: 'checklist', keys: modKey('Enter'), run: toggleChecklist },
    { label: t('insertTable'), icon: 'sheet', run: insertBlock('|  |  |\n|---|---:|\n|  |  |') },
    { label: t('insertMaths'), icon: 'maths', run: surround('$$') },
    { label: t('insertLink'), icon: 'link', keys: '[[', run: beginCompletion('[[') },
    { label: t('insertFigure'), icon: 'figure', keys: '{{', run: beginCompletion('{{') },
    { label: t('insertImage'), icon: 'image', run: chooseImage },
  ];
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('editor')}>
      {tools.map(({ label, icon, keys, run }) => (
        <Tooltip key={icon} label={keys === undefined ? label : `${label} (${keys})`}>
          <ActionIcon
            size={26}
            aria-label={label}
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (view.current === null) return;
              run(view.current);
              view.current.focus();
            }}
          >
            <Icon name={icon} size={15} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

function chooseImage(view: EditorView): boolean {
  chooseFile(IMAGE_TYPES.join(','), (file) => {
    takeImages(view, [file]).catch(showFailure);
  });
  return true;
}
