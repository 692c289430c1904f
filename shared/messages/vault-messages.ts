/** What the workbench says of the vault. */
import type { Sentence } from '../messages.ts';

/** Why a passphrase is refused; `power` is how many tries guess it, `least` how many are wanted, as powers of ten. */
function weak(zh: string, en: string): Sentence {
  return {
    zh: `口令太弱：${zh}。估计约 10^{{power}} 次尝试即可猜出，至少应需 10^{{least}} 次。`,
    en: `The passphrase is too weak: ${en}. An estimated 10^{{power}} tries guess it; at least 10^{{least}} are wanted.`,
  };
}

export const vaultMessages = {
  'vault.missing': {
    zh: '还没有保险库。先设一个口令建立它，私人笔记、评级和论点才有地方存放。',
    en: 'There is no vault yet. Make one with a passphrase: private notes, ratings and theses are kept in it.',
  },
  'vault.exists': {
    zh: '保险库已经有了。要换口令，请先解锁。',
    en: 'There is a vault already. To change its passphrase, unlock it first.',
  },
  'vault.locked': {
    zh: '保险库已锁定。请输入口令解锁后再试。',
    en: 'The vault is locked. Unlock it with the passphrase and try again.',
  },
  'vault.wrongPassphrase': {
    zh: '口令不对。保险库没有变动；请再试一次，或用恢复密钥打开。',
    en: 'This is not the passphrase. Nothing was changed: try again, or open the vault with the recovery key.',
  },
  'vault.mistypedRecoveryKey': {
    zh: '恢复密钥有误：校验位不符。请对照打印件，检查每一组的四个字符。',
    en: 'The recovery key is mistyped: its last group does not fit the others. Compare each group of four with the print.',
  },
  'vault.headerDamaged': {
    zh: '保险库的开头部分已损坏，口令无从验证。请从备份或加密导出文件恢复；其余数据不受影响。',
    en: 'The beginning of the vault is damaged, and no passphrase can be checked against it. Restore it from a backup or an encrypted export; nothing else is affected.',
  },
  'vault.headerOfAnother': {
    zh: '这份导出文件属于另一个保险库，不能修复这里的保险库。没有任何变动；请用本保险库的导出文件或备份。',
    en: 'This export is another vault’s and cannot repair the one here. Nothing was changed: use an export of this vault, or a backup.',
  },
  'vault.recordDamaged': {
    zh: '这条私人记录的数据已损坏，读不出来。其余记录不受影响；请从备份恢复它。',
    en: 'This private record is damaged and cannot be read. The others are not affected; restore it from a backup.',
  },
  'vault.recordTampered': {
    zh: '这条私人记录被改动、调换或退回过，不予显示。其余记录不受影响；请从备份恢复它。',
    en: 'This private record was altered, moved or put back, and is not shown. The others are not affected; restore it from a backup.',
  },
  'vault.wrongRecoveryKey': {
    zh: '这不是本保险库的恢复密钥。保险库没有变动；若换过恢复密钥，请用最新的一份。',
    en: 'This recovery key is another vault’s, or a former one of this vault. Nothing was changed: use the latest print.',
  },
  'vault.newer': {
    zh: '保险库是用更新版本的 Plumbline 建立的，本版本打不开。保险库没有变动；请更新程序。',
    en: 'The vault was made by a newer Plumbline, and this one cannot open it. Nothing was changed: update the program.',
  },
  'vault.lockedMeanwhile': {
    zh: '操作期间保险库被锁定，没有任何变动。请解锁后再试。',
    en: 'The vault was locked meanwhile, and nothing was changed. Unlock it and try again.',
  },
  'vault.noKeyStore': {
    zh: '这里没有可用的系统密钥库。请用口令或恢复密钥。',
    en: 'The operating system’s key store cannot be used here. Use the passphrase or the recovery key.',
  },
  'vault.keyStoreChanged': {
    zh: '系统密钥库已不再保管本保险库的密钥（换了电脑、用户，或密钥库被清空）。保险库没有变动：请用口令或恢复密钥打开，再重新启用密钥库。',
    en: 'The operating system’s key store does not give this vault’s key any more: another computer or user, or the store was emptied. Nothing is lost: open the vault with the passphrase or the recovery key, then switch the key store on again.',
  },
  'vault.fileForeign': {
    zh: '这不是 Plumbline 保险库的导出文件。没有任何变动。',
    en: 'This is not an exported vault of Plumbline. Nothing was changed.',
  },
  'vault.fileDamaged': {
    zh: '文件已损坏或被改动，未导入任何内容。请用另一份副本，或重新导出。',
    en: 'The file is damaged or was altered, and nothing was taken from it. Use another copy, or export again.',
  },
  'vault.fileTruncated': {
    zh: '文件不完整：结尾缺失，未导入任何内容。请重新复制整个文件，或重新导出。',
    en: 'The file is not whole: its end is missing, and nothing was taken from it. Copy it again, or export again.',
  },
  'vault.fileNewer': {
    zh: '文件由更新版本的 Plumbline 写成，本版本读不全，未导入任何内容。请先更新程序。',
    en: 'The file was written by a newer Plumbline, and this one does not know all of it. Nothing was taken: update the program first.',
  },
  'vault.fileNotText': {
    zh: '这不是 Markdown 文件（.md），也不是含有 Markdown 的压缩包（.zip）。没有任何变动。',
    en: 'This is neither a Markdown file (.md) nor a package of them (.zip). Nothing was changed.',
  },
  'vault.badFrontMatter': {
    zh: '“{{file}}”开头的说明（--- 之间）读不懂：{{field}}。未导入任何内容；请更正，或删去这段说明。',
    en: 'The front matter of “{{file}}” (between the lines ---) cannot be read: {{field}}. Nothing was taken; correct it, or remove the front matter.',
  },
  'vault.writingFile': { zh: '正在加密…', en: 'Encrypting…' },
  'vault.readingFile': { zh: '正在核对文件…', en: 'Checking the file…' },
  'vault.emptyPassphrase': {
    zh: '口令是空的。请输入几个互不相关的词，或一句只有您知道的话。',
    en: 'The passphrase is empty. Type a few words that have nothing to do with each other, or a sentence that only you know.',
  },
  'vault.weak.keyPattern': weak('是键盘上相邻的键', 'it is a row or a pattern of keys'),
  'vault.weak.repeat': weak('是同样的字反复出现', 'it repeats the same signs'),
  'vault.weak.sequence': weak('是顺序排列的字，如 abc、6543、一二三', 'it is a sequence such as abc, 6543 or 一二三'),
  'vault.weak.date': weak('是日期或年份', 'it is a date or a year'),
  'vault.weak.common': weak(
    '与最常用的密码相同或相近',
    'it is, or resembles, one of the passwords that everybody uses',
  ),
  'vault.weak.word': weak('只是一个词', 'it is a single word'),
  'vault.weak.name': weak('是人名', 'it is a name'),
  'vault.weak.short': weak('太短，或太有规律', 'it is too short or too regular'),
  'vault.stronger.words': {
    zh: '再加一两个不常见、互不相关的词（拼音、汉字或英文均可）。',
    en: 'Add another word or two that are rare and have nothing to do with each other, in any language.',
  },
  'vault.stronger.dates': {
    zh: '不用日期、年份和顺序数字：它们最先被试。',
    en: 'Leave out dates, years and digits in order: they are tried first.',
  },
  'vault.stronger.noTricks': {
    zh: '换大小写、倒写、以数字代字母帮助不大；多一个词胜过这些。',
    en: 'Capitals, words backwards and digits for letters help little; one more word helps more.',
  },
};
