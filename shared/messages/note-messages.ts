/** What the workbench says of private notes. */
export const noteMessages = {
  'note.notFound': {
    zh: '这条笔记不在了：它已被彻底删除。正文仍在编辑器里，可以另存为新笔记。',
    en: 'This note is gone: it was deleted for good. Its text is still in the editor and can be saved as a new note.',
  },
  'note.editedElsewhere': {
    zh: '这条笔记已在另一个窗口里改过。两边的文字都还在：请比较后决定，或把这里的另存为新笔记。',
    en: 'This note has been changed in another window. Both texts are kept: compare them and decide, or save this one as a new note.',
  },
  'note.inTrash': {
    zh: '这条笔记在回收站里。先恢复它，再编辑。',
    en: 'This note lies in the trash. Restore it before you edit it.',
  },
  'note.notInTrash': {
    zh: '只有回收站里的笔记才能彻底删除。先把它移入回收站。',
    en: 'Only notes in the trash can be deleted for good. Move it there first.',
  },
  'note.tooLong': {
    zh: '这条笔记有 {{length}} 个字符，最多可存 {{most}} 个。它还没有保存，文字仍在编辑器里：请分成几条笔记，或删去一些。',
    en: 'This note has {{length}} characters; at most {{most}} can be saved. It is not saved yet and stays in the editor: divide it into several notes, or shorten it.',
  },
  'note.versionNotFound': {
    zh: '这条笔记没有这个旧版本。',
    en: 'The note has no such former version.',
  },
  'note.imageNotFound': {
    zh: '图片不在保险库里。',
    en: 'The image is not in the vault.',
  },
  'note.imageKind': {
    zh: '这不是 PNG、JPEG、GIF 或 WebP 图片（按内容判断，不看文件名）。请先转换格式再粘贴。',
    en: 'This is no PNG, JPEG, GIF or WebP image, judged by its bytes and not by its name. Convert it and paste it again.',
  },
  'note.imageTooLarge': {
    zh: '图片有 {{size}} MB，最多 {{most}} MB。请先缩小再粘贴。',
    en: 'The image has {{size}} MB; at most {{most}} MB are taken. Make it smaller and paste it again.',
  },
};
