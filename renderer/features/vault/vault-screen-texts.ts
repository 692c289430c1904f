/** Texts of the vault's own screen. */
export const vaultScreenTexts = {
  title: { zh: '保险库', en: 'Vault' },
  summary: {
    zh: '{{count}} 条记录，建于 {{created}}，最近改动 {{changed}}',
    en: '{{count}} records, made on {{created}}, last changed {{changed}}',
  },
  changedHint: {
    zh: '若最近改动的时间早于您最后一次写入，说明整个数据文件曾被退回旧状态。',
    en: 'Where the last change is earlier than your own last one, the whole data file was put back to an earlier state.',
  },
  lock: { zh: '锁定', en: 'Lock' },
  autoLock: { zh: '自动锁定', en: 'Locks itself' },
  autoLockAfter: { zh: '无操作多久之后', en: 'After how long without activity' },
  minute: { zh: '1 分钟', en: '1 minute' },
  minutes: { zh: '{{count}} 分钟', en: '{{count}} minutes' },
  hours: { zh: '{{count}} 小时', en: '{{count}} h' },
  hour: { zh: '1 小时', en: '1 hour' },
  autoLockHint: {
    zh: '电脑休眠、锁屏或退出程序时总会锁定。',
    en: 'It always locks when the computer sleeps, the screen is locked, or the program ends.',
  },
  keyStore: { zh: '系统密钥库', en: 'Operating system’s key store' },
  keyStoreUse: { zh: '也可用本机的密钥库解锁', en: 'Also unlock by this computer’s key store' },
  keyStoreHint: {
    zh: '方便，但登录这个系统用户的人也就能打开保险库。口令和恢复密钥照常有效。',
    en: 'Handy; but then whoever is logged in as this user opens the vault. The passphrase and the recovery key stay valid.',
  },
  keyStoreUnavailable: {
    zh: '这里没有可用的系统密钥库：浏览器标签页中没有，桌面窗口中须由系统提供。',
    en: 'There is none here: a browser tab has none, and in the window the system must offer one.',
  },
  keyStoreOff: { zh: '停用', en: 'Switch it off' },
  passphrase: { zh: '口令', en: 'Passphrase' },
  passphraseHint: {
    zh: '更换口令不重写记录。若有人留有旧数据文件的副本且知道旧口令，仍能打开那个副本。',
    en: 'A change rewrites no record. Whoever has a copy of the former file and its passphrase can still open that copy.',
  },
  change: { zh: '更换口令…', en: 'Change the passphrase…' },
  recoveryKey: { zh: '恢复密钥', en: 'Recovery key' },
  recoveryHint: {
    zh: '遗失或怕被人看见时，换一把新的：旧的随即失效。',
    en: 'Lost, or seen by somebody? Make another one; the former one opens nothing any more.',
  },
  renew: { zh: '换一把恢复密钥…', en: 'Make a new recovery key…' },
  make: { zh: '生成', en: 'Make it' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const;
