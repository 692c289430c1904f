/** What the workbench says of the vault. */
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
  'vault.recordDamaged': {
    zh: '这条私人记录的数据已损坏，读不出来。其余记录不受影响；请从备份恢复它。',
    en: 'This private record is damaged and cannot be read. The others are not affected; restore it from a backup.',
  },
  'vault.recordTampered': {
    zh: '这条私人记录被改动、调换或退回过，不予显示。其余记录不受影响；请从备份恢复它。',
    en: 'This private record was altered, moved or put back, and is not shown. The others are not affected; restore it from a backup.',
  },
};
