/** Tests of workbooks recalculate them with another program. */
export { ensureLibreOffice as setup } from './find-libreoffice.ts';
