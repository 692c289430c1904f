/** Names of the channels between the window and main: one for calls, and two on which main speaks. */
export const CALL_CHANNEL = 'plumbline:call';
export const EVENT_CHANNELS = { workbench: 'plumbline:workbench', command: 'plumbline:command' } as const;
