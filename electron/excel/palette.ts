/** Colours of what native charts draw: told apart by colour-blind readers as well, and in grey by their lightness. */
export const PALETTE = [0x2f5d9b, 0xe08a1e, 0x3a9d8f, 0xb5475a, 0x7a6bb5, 0x8a8f98, 0x5aa7d6, 0xc9b037];
