/** The tests of the hosts and the end-to-end tests run the built program. */
export { buildIfNeeded as setup } from '../../electron/launch/build.ts';
